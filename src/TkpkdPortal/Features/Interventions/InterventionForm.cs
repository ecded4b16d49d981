using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Interventions;

public sealed class InterventionForm : TermsForm
{
    /// <summary>Id that the aid will have; a form that comes without one gets its own.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid HouseholdId { get; set; }

    public Guid? ProgramId { get; set; }

    /// <summary>The member it is for; empty for the whole family.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>What was typed as the terms of the aid; null with sentences at the fields where something does not read.</summary>
    public InterventionTerms? Read(ModelStateDictionary errors, IEnumerable<Person> members)
    {
        if (ReadTerms(errors, nameof(InterventionPage.Form) + ".") is not { } terms)
            return null;
        return terms with { Id = Id, Person = members.FirstOrDefault(member => member.PublicId == PersonId) };
    }
}

/// <summary>The terms of aid as they are typed, for one household or for many.</summary>
public abstract class TermsForm
{
    public InterventionState? State { get; set; }

    public DateOnly? On { get; set; }

    [Display(Name = "Nilai"), StringLength(30)]
    public string? Amount { get; set; }

    [Display(Name = "Barang"), StringLength(Intervention.GoodsMaxLength)]
    public string? Goods { get; set; }

    [Display(Name = "Banyaknya"), StringLength(20)]
    public string? Quantity { get; set; }

    [Display(Name = "Satuan"), StringLength(Intervention.UnitMaxLength)]
    public string? Unit { get; set; }

    /// <summary>"T1" to "T4" for a quarter, "B1" to "B12" for a month, empty for the whole year.</summary>
    [StringLength(3)]
    public string? Period { get; set; }

    [Display(Name = "Bukti"), StringLength(Intervention.EvidenceMaxLength)]
    public string? Evidence { get; set; }

    [Display(Name = "Mitra"), StringLength(Intervention.PartnerMaxLength)]
    public string? Partner { get; set; }

    [Display(Name = "Catatan"), StringLength(Intervention.NoteMaxLength)]
    public string? Note { get; set; }

    public static IReadOnlyList<Choice> Periods { get; } =
    [
        .. Enumerable.Range(1, 4).Select(quarter => new Choice($"T{quarter}", AidPeriod.QuarterName(quarter))),
        .. Enumerable.Range(1, 12).Select(month => new Choice($"B{month}", Indonesian.MonthName(month))),
    ];

    /// <summary>What aid may be recorded as from the start; the later states are steps on its page.</summary>
    public static IReadOnlyList<Choice> FirstStates { get; } = [.. Choice.From(InterventionStateWords.Values).Take(4)];

    protected InterventionTerms? ReadTerms(ModelStateDictionary errors, string prefix)
    {
        var (amount, quantity) = (Number(Amount, prefix + nameof(Amount), "Tulis nilai rupiah seperti 200.000 atau 200000.", errors),
            Number(Quantity, prefix + nameof(Quantity), "Tulis banyaknya sebagai angka, misalnya 2.", errors));
        if (State is null)
            errors.AddModelError(prefix + nameof(State), "Pilih keadaan bantuan");
        if (On is null && errors.GetFieldValidationState(prefix + nameof(On)) is not ModelValidationState.Invalid)
            errors.AddModelError(prefix + nameof(On), "Isi tanggal bantuan");
        if (!errors.IsValid)
            return null;
        // Both have a value where the form is valid.
        return new InterventionTerms(State!.Value, On!.Value, amount, Goods, Note) { Quantity = quantity, Unit = Unit, Evidence = Evidence, Partner = Partner, Period = PeriodOf(On.Value.Year) };
    }

    private AidPeriod? PeriodOf(int year) => Period is ['T' or 'B', ..] && int.TryParse(Period[1..], out var part)
        ? Period[0] == 'T' ? new AidPeriod(year, Quarter: part) : new AidPeriod(year, Month: part)
        : null;

    private static decimal? Number(string? typed, string field, string complaint, ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (Indonesian.TryReadRupiah(typed, out var read))
            return read;
        errors.AddModelError(field, complaint);
        return null;
    }
}

/// <summary>The form with the household it is for and the programs of the own OPD.</summary>
public sealed record InterventionPage(Guid HouseholdId, string HeadName, string AreaCode, InterventionForm Form)
{
    public required IReadOnlyList<ProgramChoice> Programs { get; init; }

    public required IReadOnlyList<Choice> Members { get; init; }
}

public sealed record ProgramChoice(Guid Id, string Name, int Year, FundSource FundSource)
{
    public string Label => $"{Name} {Year} ({AidWords.FundSources.Label(FundSource)})";
}
