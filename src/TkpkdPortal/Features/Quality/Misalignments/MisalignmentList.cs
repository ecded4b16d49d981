using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Comparing;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Quality.Misalignments;

/// <summary>One difference as it is shown and ticked: what both sources say, what the register has, and a key that a later change makes stale.</summary>
public sealed record MisalignmentLine(string Key, HouseholdField Field, string First, string Second, string? Register, bool IsVerified, bool IsLarge)
{
    public static MisalignmentLine Of(ComparedHousehold household, HouseholdField field, HouseholdFacts facts, bool isRegisterAmongThem) => new(
        DifferenceKey.Of(household, field, facts), field, household.First.TextOf(field), household.Second.TextOf(field),
        isRegisterAmongThem ? null : FieldValues.TextOf(facts, field) ?? "", facts.Verified.HasFlag(field), ((HouseholdField)household.Large).HasFlag(field));
}

/// <summary>A household with its open differences.</summary>
public sealed record MisalignmentRow(Guid Id, string HeadName, string AreaCode, int MemberCount, IReadOnlyList<MisalignmentLine> Lines);

/// <summary>What a tick names: the household, the field, and a mark of the values that were seen. No value can be read from it.</summary>
public sealed record DifferenceKey(Guid Household, HouseholdField Field, string Mark)
{
    public static string Of(ComparedHousehold household, HouseholdField field, HouseholdFacts facts) =>
        $"{household.PublicId:N}.{(int)field}.{MarkOf(household, field, facts)}";

    public static string MarkOf(ComparedHousehold household, HouseholdField field, HouseholdFacts facts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', household.First.TextOf(field), household.Second.TextOf(field), FieldValues.TextOf(facts, field)))).AsSpan(0, 8));

    public static bool TryParse(string? text, out DifferenceKey key)
    {
        key = new DifferenceKey(Guid.Empty, HouseholdField.None, "");
        if (text?.Split('.') is not [var household, var field, var mark] || !Guid.TryParseExact(household, "N", out var id)
            || !int.TryParse(field, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) || !FieldValues.Compared.Contains((HouseholdField)number))
            return false;
        key = new DifferenceKey(id, (HouseholdField)number, mark);
        return true;
    }
}

/// <summary>Households of the own area in which two sources differ, with what each says of each field that nobody has decided.</summary>
public sealed record MisalignmentList(MisalignmentAsk Ask, SourcePair Sources, AreaCode? Area, ListAsk ListAsk)
{
    public MisalignmentCounts Counts { get; init; } = new([]);

    public IReadOnlyList<MisalignmentRow> Rows { get; init; } = [];

    public Paging Paging { get; init; } = Paging.Of(null, 0);

    /// <summary>The rule that holds for the field and sources that are asked for.</summary>
    public FieldRule? Rule { get; init; }

    public SettleForm Form { get; init; } = new();

    public ListTools Tools => new(MisalignmentAsk.Path, ListAsk, "Cari nama kepala keluarga", ("wilayah", "Wilayah")) { Kept = Ask.Kept };

    public bool IsIn(string area) => Area is not { } place || area.StartsWith(place.Stored, StringComparison.Ordinal);

    public int CountOf(HouseholdField field) => Counts.Of(field, Ask.LargeOnly, IsIn);

    public static async Task<MisalignmentList> ForAsync(PortalDbContext db, CountCache cache, MisalignmentAsk ask, AreaCode? area, ListAsk list, CancellationToken ct)
    {
        var sources = await SourcePair.ForAsync(db, ask, ct);
        var page = new MisalignmentList(ask, sources, area, list);
        if (!sources.IsThere)
            return page;
        var (between, fields) = (sources.Between, (int)ask.Fields);
        var counts = await KeptCounts.OfAsync(db, cache, between, ct);
        var open = between.Households(db, area).Where(household => (household.Open & fields) != 0);
        if (ask.LargeOnly)
            open = open.Where(household => (household.Open & household.Large & fields) != 0);
        open = list.Patterns.Aggregate(open, (found, word) => found.Where(household => EF.Functions.Like(household.HeadName, word, LikePatterns.Escape)));
        var paging = list.Paging(list.IsSearch ? await open.CountAsync(ct) : counts.Of(ask.Fields, ask.LargeOnly, page.IsIn));
        var shown = await open.OrderBy(household => household.AreaCode).ThenBy(household => household.HouseholdId).Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct);
        return page with { Counts = counts, Paging = paging, Rows = await RowsAsync(db, sources, ask, shown, ct), Rule = await RuleAsync(db, sources, ask, ct) };
    }

    private static async Task<IReadOnlyList<MisalignmentRow>> RowsAsync(PortalDbContext db, SourcePair sources, MisalignmentAsk ask, List<ComparedHousehold> shown, CancellationToken ct)
    {
        var ids = shown.ConvertAll(household => household.HouseholdId);
        var facts = await db.Households.AsNoTracking().Where(household => ids.Contains(household.Id)).ToDictionaryAsync(household => household.Id, ct);
        var isRegister = sources.First!.Release is null || sources.Second!.Release is null;
        return [.. shown.Where(household => facts.ContainsKey(household.HouseholdId)).Select(household => new MisalignmentRow(household.PublicId, household.HeadName, household.AreaCode, facts[household.HouseholdId].MemberCount,
            [.. FieldsOf(household, ask).Select(field => MisalignmentLine.Of(household, field, facts[household.HouseholdId], isRegister))]))];
    }

    /// <summary>The open fields that are asked for, in the order of the form.</summary>
    public static IEnumerable<HouseholdField> FieldsOf(ComparedHousehold household, MisalignmentAsk ask)
    {
        var wanted = (HouseholdField)(household.Open & (ask.LargeOnly ? household.Large : ~0)) & ask.Fields;
        return FieldValues.Compared.Where(field => wanted.HasFlag(field));
    }

    private static async Task<FieldRule?> RuleAsync(PortalDbContext db, SourcePair sources, MisalignmentAsk ask, CancellationToken ct) => ask.Field is not { } field ? null
        : (await db.FieldRules.AsNoTracking().Where(rule => rule.Field == field && rule.EndedAt == null).ToListAsync(ct)).Find(rule => rule.Concerns(field, sources.First!.List, sources.Second!.List));
}
