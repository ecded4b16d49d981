using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Programs;

public sealed class ProgramForm
{
    [Display(Name = "Nama program"), Required, StringLength(AidProgram.NameMaxLength)]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Pilih strategi")]
    public AidStrategy? Strategy { get; set; }

    [Required(ErrorMessage = "Pilih sumber dana")]
    public FundSource? FundSource { get; set; }

    [Display(Name = "Tahun anggaran"), Required, Range(AidProgram.FirstYear, AidProgram.LastYear)]
    public int? Year { get; set; }

    public AidTarget Target { get; set; } = AidTarget.Household;

    [Display(Name = "Kode subkegiatan"), StringLength(AidProgram.BudgetCodeMaxLength)]
    public string? BudgetCode { get; set; }

    [Display(Name = "Nama subkegiatan"), StringLength(AidProgram.BudgetNameMaxLength)]
    public string? BudgetName { get; set; }

    [Display(Name = "Pagu"), StringLength(30)]
    public string? Ceiling { get; set; }

    [Display(Name = "Biaya satuan"), StringLength(30)]
    public string? UnitCost { get; set; }

    [Display(Name = "Satuan"), StringLength(AidProgram.UnitMaxLength)]
    public string? Unit { get; set; }

    public IList<Need> Needs { get; set; } = [];

    public IList<AidTargetGroup> Groups { get; set; } = [];

    [Display(Name = "Mitra"), StringLength(AidProgram.PartnerMaxLength)]
    public string? Partner { get; set; }

    public int Version { get; set; }

    /// <summary>The program that is changed; null for a new one. Shown and never posted, like the two below.</summary>
    [BindNever]
    public Guid? Id { get; set; }

    [BindNever]
    public string OpdName { get; set; } = "";

    /// <summary>The stored program beside a form that came too late.</summary>
    [BindNever]
    public ProgramForm? Saved { get; set; }

    public static ProgramForm Of(AidProgram program) => new()
    {
        Id = program.PublicId,
        Version = program.Version,
        Name = program.Name,
        Strategy = program.Strategy,
        FundSource = program.FundSource,
        Year = program.Year,
        Target = program.Target,
        BudgetCode = program.BudgetCode,
        BudgetName = program.BudgetName,
        Ceiling = Typed(program.Ceiling),
        UnitCost = Typed(program.UnitCost),
        Unit = program.Unit,
        Needs = [.. NeedWords.Of(program.Needs)],
        Groups = [.. TargetGroups.Of(program.Groups)],
        Partner = program.Partner,
    };

    /// <summary>What was typed as the terms of a program; null with sentences at the fields where something does not read.</summary>
    public ProgramTerms? Read(ModelStateDictionary errors)
    {
        var (ceiling, unitCost) = (Money(Ceiling, nameof(Ceiling), errors), Money(UnitCost, nameof(UnitCost), errors));
        if (!errors.IsValid)
            return null;
        // The three have a value where the form is valid.
        return new ProgramTerms(Name!, Strategy!.Value, FundSource!.Value, Year!.Value)
        {
            Target = Target,
            BudgetCode = BudgetCode,
            BudgetName = BudgetName,
            Ceiling = ceiling,
            UnitCost = unitCost,
            Unit = Unit,
            Needs = Needs.Aggregate(Need.None, (all, need) => all | need),
            Groups = AllGroups,
            Partner = Partner,
        };
    }

    // Ticked by hand: what is no group is left out.
    private AidTargetGroup AllGroups => Groups.Where(TargetGroups.Each.Contains).Aggregate(AidTargetGroup.None, (all, group) => all | group);

    /// <summary>The fields in which this form and the stored program differ.</summary>
    public IEnumerable<(string Label, string Mine, string Saved)> Differing(ProgramForm saved) =>
        Lines(this).Zip(Lines(saved), (mine, other) => (mine.Label, mine.Value, other.Value)).Where(line => line.Item2 != line.Item3);

    private static (string Label, string Value)[] Lines(ProgramForm form) =>
    [
        ("Nama program", form.Name ?? ""), ("Strategi", AidWords.Strategies.Label(form.Strategy, "")), ("Sumber dana", AidWords.FundSources.Label(form.FundSource, "")),
        ("Tahun anggaran", $"{form.Year}"), ("Sasaran", AidWords.Targets.Label(form.Target)), ("Kode subkegiatan", form.BudgetCode ?? ""),
        ("Nama subkegiatan", form.BudgetName ?? ""), ("Pagu", form.Ceiling ?? ""), ("Biaya satuan", form.UnitCost ?? ""), ("Satuan", form.Unit ?? ""),
        ("Kebutuhan yang dijawab", NeedWords.List(form.Needs.Aggregate(Need.None, (all, need) => all | need))), ("Kelompok sasaran", TargetGroups.List(form.AllGroups)), ("Mitra", form.Partner ?? ""),
    ];

    private static string? Typed(decimal? amount) => amount is { } value ? Indonesian.Rupiah(value)[2..] : null;

    private static decimal? Money(string? typed, string field, ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (Indonesian.TryReadRupiah(typed, out var amount))
            return amount;
        errors.AddModelError(field, "Tulis nilai rupiah seperti 200.000.000.");
        return null;
    }
}
