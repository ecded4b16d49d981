using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Overlaps.Rules;

/// <summary>A rule as it is written.</summary>
public sealed record OverlapRuleForm
{
    [Required(ErrorMessage = "Pilih jenis aturan")]
    public OverlapKind? Kind { get; init; }

    public ProgramGroup? First { get; init; }

    public ProgramGroup? Second { get; init; }

    public int? Years { get; init; }

    [Required(ErrorMessage = "Tulis tahun anggaran mulai berlaku")]
    public int? FromYear { get; init; }

    [Required(ErrorMessage = "Tulis dasar aturannya"), StringLength(OverlapRule.SourceMaxLength, ErrorMessage = "Dasar aturan paling panjang 300 huruf"), WithoutNumber]
    public string? Source { get; init; }

    public OverlapTerms Terms() => new(Kind ?? default, FromYear ?? 0, Source) { First = First, Second = Second, Years = Years };
}

/// <summary>The last budget year of a rule.</summary>
public sealed record OverlapRuleEnding
{
    [Required(ErrorMessage = "Tulis tahun anggaran terakhir")]
    public int? Year { get; init; }
}

/// <summary>A rule and who set it; null for what the portal brings.</summary>
public sealed record OverlapRuleRow(OverlapRule Rule, string? By);

/// <summary>The rules that hold and those that ended.</summary>
public sealed record OverlapRulePage(IReadOnlyList<OverlapRuleRow> Rules, OverlapRuleForm Form)
{
    public OverlapRuleEnding Ending { get; init; } = new();

    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new(nameof(OverlapKind.Exclusive), "Dua program yang tidak boleh bersama"), new(nameof(OverlapKind.Completing), "Dua program yang saling melengkapi"),
        new(nameof(OverlapKind.OncePerHouse), "Satu rumah sekali dalam beberapa tahun"), new(nameof(OverlapKind.SameProgramAndPeriod), "Program yang sama dua kali dalam satu periode"),
        new(nameof(OverlapKind.PersonInTwoFamilies), "Satu NIK pada dua keluarga"), new(nameof(OverlapKind.FamilyInTwoVillages), "Satu keluarga di dua desa/kelurahan"),
    ];

    public static IReadOnlyList<Choice> Groups { get; } = [.. ProgramGroupWords.Values.All.Select(group => new Choice(group.ToString(), ProgramGroupWords.Values.Label(group)))];

    public static async Task<OverlapRulePage> ForAsync(PortalDbContext db, OverlapRuleForm form, CancellationToken ct)
    {
        var rows = await (from rule in db.OverlapRules.AsNoTracking()
                          join user in db.Users on rule.UserId equals (long?)user.Id into setters
                          from setter in setters.DefaultIfEmpty()
                          orderby rule.ToYear != null, rule.Id descending
                          select new { rule, By = setter == null ? null : setter.FullName }).ToListAsync(ct);
        return new OverlapRulePage([.. rows.Select(row => new OverlapRuleRow(row.rule, row.By))], form);
    }
}
