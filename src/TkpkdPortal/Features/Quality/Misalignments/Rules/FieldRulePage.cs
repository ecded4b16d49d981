using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Comparing;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Quality.Misalignments.Rules;

/// <summary>A rule as it is written: the field, who wins over whom, and why.</summary>
public sealed record FieldRuleForm
{
    [Required(ErrorMessage = "Pilih isian")]
    public HouseholdField? Field { get; init; }

    [Required(ErrorMessage = "Pilih sumber yang berlaku")]
    public string? Winner { get; init; }

    [Required(ErrorMessage = "Pilih sumber yang kalah")]
    public string? Loser { get; init; }

    [Required(ErrorMessage = "Tulis alasan aturan ini"), StringLength(FieldRule.ReasonMaxLength, ErrorMessage = "Alasan paling panjang 300 huruf"), WithoutNumber]
    public string? Reason { get; init; }

    public SourceList? WinnerList => ListOf(Winner);

    public SourceList? LoserList => ListOf(Loser);

    private static SourceList? ListOf(string? name) => Enum.TryParse<SourceList>(name, out var list) && Enum.IsDefined(list) ? list : null;
}

/// <summary>A rule, who set it, and the households (KK) of the own area that it fits now.</summary>
public sealed record FieldRuleRow(FieldRule Rule, string By, int Fits);

/// <summary>The rules that hold and those that ended.</summary>
public sealed record FieldRulePage(IReadOnlyList<FieldRuleRow> Rules, FieldRuleForm Form)
{
    /// <summary>Another village is never chosen by a rule: the village that takes a family has to agree.</summary>
    public static IReadOnlyList<Choice> Fields { get; } = [.. FieldValues.Compared.Where(field => field is not HouseholdField.Village).Select(field => new Choice(field.ToString(), FieldValues.Word(field)))];

    public static IReadOnlyList<Choice> Sources { get; } =
        [new(MisalignmentAsk.Register, "Register portal, dengan hasil kunjungan"), .. Enum.GetValues<SourceList>().Select(list => new Choice(list.ToString(), list.Label()))];

    public static async Task<FieldRulePage> ForAsync(PortalDbContext db, CountCache cache, FieldRuleForm form, CancellationToken ct)
    {
        var releases = (await SourcePair.ForAsync(db, new MisalignmentAsk(), ct)).Releases;
        var rules = await db.FieldRules.AsNoTracking().Join(db.Users, rule => rule.UserId, user => user.Id, (rule, user) => new { rule, user.FullName }).OrderBy(one => one.rule.EndedAt != null).ThenByDescending(one => one.rule.Id).ToListAsync(ct);
        var rows = new List<FieldRuleRow>();
        foreach (var one in rules)
        {
            var sources = new SourcePair(releases, SourcePair.NewestOf(releases, one.rule.Winner), SourcePair.NewestOf(releases, one.rule.Loser));
            var fits = one.rule.EndedAt is null && sources.IsThere ? (await KeptCounts.OfAsync(db, cache, sources.Between, ct)).Of(one.rule.Field) : 0;
            rows.Add(new FieldRuleRow(one.rule, one.FullName, fits));
        }
        return new FieldRulePage(rows, form);
    }

    public static async Task<Outcome> RefusalAsync(PortalDbContext db, FieldRuleForm form, CancellationToken ct)
    {
        if (!Fields.Any(field => field.Value == form.Field.ToString()))
            return Outcome.Refuse("Isian ini tidak dapat diputuskan dengan aturan.");
        if (!Sources.Any(source => source.Value == form.Winner) || !Sources.Any(source => source.Value == form.Loser) || form.Winner == form.Loser)
            return Outcome.Refuse("Pilih dua sumber yang berbeda.");
        var held = await db.FieldRules.AsNoTracking().Where(rule => rule.Field == form.Field && rule.EndedAt == null).ToListAsync(ct);
        return held.Exists(rule => rule.Concerns(form.Field!.Value, form.WinnerList, form.LoserList))
            ? Outcome.Refuse("Untuk isian dan kedua sumber ini sudah ada aturan. Akhiri dulu yang lama.") : Outcome.Accepted;
    }
}
