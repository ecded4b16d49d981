using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Interventions;

public sealed class InterventionForm
{
    /// <summary>Id that the aid will have; a form that comes without one gets its own.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid HouseholdId { get; set; }

    public Guid? ProgramId { get; set; }

    public InterventionState? State { get; set; }

    public DateOnly? On { get; set; }

    [Display(Name = "Nilai"), StringLength(30)]
    public string? Amount { get; set; }

    [Display(Name = "Barang"), StringLength(Intervention.GoodsMaxLength)]
    public string? Goods { get; set; }

    [Display(Name = "Catatan"), StringLength(Intervention.NoteMaxLength)]
    public string? Note { get; set; }

    /// <summary>What was typed as the terms of the aid; null with sentences at the fields where something does not read.</summary>
    public InterventionTerms? Read(ModelStateDictionary errors)
    {
        decimal? amount = null;
        if (!string.IsNullOrWhiteSpace(Amount))
        {
            if (Indonesian.TryReadRupiah(Amount, out var read))
                amount = read;
            else
                errors.AddModelError(Field(nameof(Amount)), "Tulis nilai rupiah seperti 200.000 atau 200000.");
        }
        if (State is null)
            errors.AddModelError(Field(nameof(State)), "Pilih keadaan bantuan");
        if (On is null && errors.GetFieldValidationState(Field(nameof(On))) is not ModelValidationState.Invalid)
            errors.AddModelError(Field(nameof(On)), "Isi tanggal bantuan");
        return errors.IsValid ? new InterventionTerms(State!.Value, On!.Value, amount, Goods, Note) { Id = Id } : null;
    }

    private static string Field(string name) => $"{nameof(InterventionPage.Form)}.{name}";
}

/// <summary>The form with the household it is for and the programs of the own OPD.</summary>
public sealed record InterventionPage(Guid HouseholdId, string HeadName, string AreaCode, InterventionForm Form)
{
    public required IReadOnlyList<ProgramChoice> Programs { get; init; }
}

public sealed record ProgramChoice(Guid Id, string Name, int Year, FundSource FundSource)
{
    public string Label => $"{Name} {Year} ({AidWords.FundSources.Label(FundSource)})";
}
