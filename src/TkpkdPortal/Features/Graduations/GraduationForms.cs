using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Graduations;

/// <summary>What is decided of a family, and the number of the decision that stood when the page was shown.</summary>
public sealed record GraduationForm
{
    [Required(ErrorMessage = "Pilih putusan")]
    public GraduationKind? Kind { get; init; }

    [Required(ErrorMessage = "Tulis alasan"), StringLength(Graduation.ReasonMaxLength, ErrorMessage = "Alasan paling panjang 500 huruf"), WithoutNumber]
    public string? Reason { get; init; }

    [StringLength(Graduation.EvidenceMaxLength, ErrorMessage = "Bukti paling panjang 300 huruf"), WithoutNumber]
    public string? Evidence { get; init; }

    public int Number { get; init; }
}

/// <summary>Whether a family that graduated has fallen back.</summary>
public sealed record RelapseForm
{
    [Required(ErrorMessage = "Pilih putusan")]
    public bool? HasRelapsed { get; init; }

    [Required(ErrorMessage = "Tulis alasan"), StringLength(Graduation.ReasonMaxLength, ErrorMessage = "Alasan paling panjang 500 huruf"), WithoutNumber]
    public string? Reason { get; init; }

    public int Version { get; init; }
}

/// <summary>Other terms of the rule, and the number of the one that they follow.</summary>
public sealed record GraduationRuleForm
{
    [Required(ErrorMessage = "Isi desil")]
    public int? FromDecile { get; init; }

    [Required(ErrorMessage = "Isi jumlah kunjungan")]
    public int? Visits { get; init; }

    public List<Need> Without { get; init; } = [];

    [Required(ErrorMessage = "Isi masa pantau")]
    public int? WatchMonths { get; init; }

    [Required(ErrorMessage = "Tulis dasar aturan"), StringLength(GraduationRule.SourceMaxLength, ErrorMessage = "Dasar paling panjang 300 huruf")]
    public string? Source { get; init; }

    [Required(ErrorMessage = "Tulis alasan"), StringLength(GraduationRule.ReasonMaxLength, ErrorMessage = "Alasan paling panjang 300 huruf")]
    public string? Reason { get; init; }

    public int Number { get; init; }

    public static GraduationRuleForm Of(GraduationRule rule) => new()
    {
        FromDecile = rule.Terms.FromDecile,
        Visits = rule.Terms.Visits,
        Without = [.. NeedWords.Of(rule.Terms.Without)],
        WatchMonths = rule.Terms.WatchMonths,
        Number = rule.Number,
    };

    // The form is valid, so the numbers are there.
    public GraduationTerms Terms() => new(FromDecile!.Value, Visits!.Value, Without.Aggregate(Need.None, (all, need) => all | need), WatchMonths!.Value);
}
