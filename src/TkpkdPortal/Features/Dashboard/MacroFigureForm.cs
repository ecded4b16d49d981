using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Dashboard;

public sealed class MacroFigureForm
{
    [Required(ErrorMessage = "Pilih angka yang diisi")]
    public MacroIndicator? Indicator { get; set; }

    [Required(ErrorMessage = "Pilih wilayah angka ini")]
    public MacroScope? Scope { get; set; } = MacroScope.Office;

    [Required(ErrorMessage = "Isi tahun survei, misalnya 2025"), Range(MacroFigure.FirstYear, 2100, ErrorMessage = "Tahun survei antara 2000 dan 2100")]
    public int? Year { get; set; }

    [Required(ErrorMessage = "Pilih bulan survei")]
    public int? Month { get; set; } = 3;

    /// <summary>As printed: "8,81" or "753.332".</summary>
    [Display(Name = "Nilai"), Required(ErrorMessage = "Isi nilai seperti dalam publikasi, misalnya 8,81"), StringLength(20)]
    public string? Value { get; set; }

    [Display(Name = "Sumber"), Required(ErrorMessage = "Tulis sumbernya"), StringLength(MacroFigure.SourceMaxLength)]
    public string? Source { get; set; }

    [Required(ErrorMessage = "Isi tanggal terbit, misalnya 15/07/2025")]
    public DateOnly? PublishedOn { get; set; }

    public static IReadOnlyList<Choice> Months { get; } = [new("3", "Maret"), new("9", "September")];

    /// <summary>What was typed as terms; null with sentences at the fields where something does not read.</summary>
    public MacroFigureTerms? Read(ModelStateDictionary errors)
    {
        // The same signs as for money: dots part thousands, the comma parts decimals.
        if (!Indonesian.TryReadRupiah(Value, out var value) && Value is not null)
            errors.AddModelError(nameof(Value), "Tulis nilai seperti 8,81 atau 753.332.");
        if (NumberBlot.Needed(Source ?? ""))
            errors.AddModelError(nameof(Source), "Sumber tidak boleh memuat NIK atau nomor KK.");
        return errors.IsValid && (Indicator, Scope, Year, Month, PublishedOn) is ({ } indicator, { } scope, { } year, { } month, { } published)
            ? new MacroFigureTerms(indicator, scope, year, month, value, Source ?? "", published)
            : null;
    }
}

public enum MacroDecision
{
    Confirm = 1,
    Reject = 2,
}

/// <summary>What is decided about a figure, and the version that the page showed.</summary>
public sealed class MacroDecisionForm
{
    [Required(ErrorMessage = "Pilih konfirmasi atau tolak")]
    public MacroDecision? Decision { get; set; }

    [Display(Name = "Alasan"), StringLength(MacroFigure.ReasonMaxLength), WithoutNumber]
    public string? Reason { get; set; }

    public int Version { get; set; }

    public Outcome Apply(MacroFigure figure, long userId, DateTime at) => Decision is MacroDecision.Reject ? figure.Reject(userId, Reason, at) : figure.Confirm(userId, at);
}
