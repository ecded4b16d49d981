using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Budgets;

/// <summary>The budgets of a program in one kecamatan, as they are typed.</summary>
public sealed class VillageBudgetForm
{
    public string? Area { get; set; }

    public IList<VillageBudgetEntry> Rows { get; set; } = [];

    /// <summary>What was typed; null with sentences at the fields where something does not read.</summary>
    public IReadOnlyList<ReadBudget>? Read(ModelStateDictionary errors)
    {
        var read = new List<ReadBudget>();
        foreach (var (i, row) in Rows.Index())
        {
            var field = $"{nameof(VillageBudgetPage.Form)}.{nameof(Rows)}[{i}].";
            var amount = 0m;
            if (!string.IsNullOrWhiteSpace(row.Amount) && !Indonesian.TryReadRupiah(row.Amount, out amount))
                errors.AddModelError(field + nameof(row.Amount), "Tulis nilai rupiah seperti 36.000.000.");
            else if (string.IsNullOrWhiteSpace(row.Amount) && row.Version is null && !string.IsNullOrWhiteSpace(row.Source))
                errors.AddModelError(field + nameof(row.Amount), "Isi anggarannya, atau kosongkan dasarnya.");
            else if (AreaCode.TryParse(row.Village, out var village))
                read.Add(new ReadBudget(village, string.IsNullOrWhiteSpace(row.Amount) ? null : amount, row.Source, row.Version));
        }
        return errors.IsValid ? read : null;
    }
}

/// <summary>One village of the form. An empty amount is no budget.</summary>
public sealed class VillageBudgetEntry
{
    public string? Village { get; set; }

    [Display(Name = "Anggaran"), StringLength(30)]
    public string? Amount { get; set; }

    [Display(Name = "Dasar"), StringLength(VillageBudget.SourceMaxLength), WithoutNumber]
    public string? Source { get; set; }

    /// <summary>Of the budget that was shown; null where there was none.</summary>
    public int? Version { get; set; }
}

/// <summary>What a row of the form says.</summary>
public sealed record ReadBudget(AreaCode Village, decimal? Amount, string? Source, int? Version);
