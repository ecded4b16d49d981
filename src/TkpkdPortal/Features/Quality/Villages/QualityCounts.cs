using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Figures;

namespace TkpkdPortal.Features.Quality.Villages;

/// <summary>Households of the register in an area (KK), and those that something still has to be done about.</summary>
public sealed record QualityPart(string AreaCode, int Households, int Incomplete, int Faulty, int Stale)
{
    public static QualityPart Sum(string areaCode, IEnumerable<QualityPart> parts)
    {
        var all = parts.ToList();
        return new QualityPart(areaCode, all.Sum(part => part.Households), all.Sum(part => part.Incomplete), all.Sum(part => part.Faulty), all.Sum(part => part.Stale));
    }
}

/// <summary>Counts in the database how complete, free of known faults and fresh the register is, each count by one question over the households.</summary>
public static class QualityCounts
{
    /// <summary>By the areas of a level below the area; a household whose place is known less exactly stands under what is known of it.</summary>
    public static async Task<IReadOnlyList<QualityPart>> ByAreaAsync(PortalDbContext db, AreaCode area, AreaLevel level, DateOnly today, CancellationToken ct)
    {
        var (households, length) = (InAreaOf(db, area), AreaCode.LengthAt(level));
        var all = await ByAreaAsync(households, length, ct);
        var incomplete = await ByAreaAsync(LackingHouseholds.Any(households), length, ct);
        var faulty = await ByAreaAsync(FaultyHouseholds.Any(db, households, today), length, ct);
        var stale = await ByAreaAsync(FreshHouseholds.Stale(db, households, today), length, ct);
        return [.. all.Keys.Order(StringComparer.Ordinal).Select(code => new QualityPart(code, all[code], incomplete.GetValueOrDefault(code), faulty.GetValueOrDefault(code), stale.GetValueOrDefault(code)))];
    }

    /// <summary>Households that lack a fact, by fact; one that lacks several counts for each.</summary>
    public static Task<IReadOnlyList<(MissingFact Reason, int Households)>> MissingAsync(PortalDbContext db, AreaCode area, CancellationToken ct) =>
        ByReasonAsync(CompletenessWords.Facts.All, fact => LackingHouseholds.Of(InAreaOf(db, area), fact), ct);

    public static Task<IReadOnlyList<(RecordFault Reason, int Households)>> FaultsAsync(PortalDbContext db, AreaCode area, DateOnly today, CancellationToken ct) =>
        ByReasonAsync(FaultWords.Values.All, fault => FaultyHouseholds.Of(db, InAreaOf(db, area), fault, today), ct);

    /// <summary>By how old the last word is; each household once.</summary>
    public static Task<IReadOnlyList<(Freshness Reason, int Households)>> FreshnessAsync(PortalDbContext db, AreaCode area, DateOnly today, CancellationToken ct) =>
        ByReasonAsync(FreshnessWords.Values.All, freshness => FreshHouseholds.Of(db, InAreaOf(db, area), freshness, today), ct);

    internal static IQueryable<Household> InAreaOf(PortalDbContext db, AreaCode area) => db.Households.AsNoTracking().In(area);

    private static Task<Dictionary<string, int>> ByAreaAsync(IQueryable<Household> households, int length, CancellationToken ct) =>
        households.GroupBy(h => h.AreaCode.Substring(0, length)).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, ct);

    private static async Task<IReadOnlyList<(T Reason, int Households)>> ByReasonAsync<T>(IReadOnlyList<T> reasons, Func<T, IQueryable<Household>> of, CancellationToken ct)
    {
        var counted = new List<(T, int)>(reasons.Count);
        foreach (var reason in reasons)
            counted.Add((reason, await of(reason).CountAsync(ct)));
        return counted;
    }
}
