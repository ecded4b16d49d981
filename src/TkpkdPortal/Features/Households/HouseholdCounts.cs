using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.HouseholdLists;

namespace TkpkdPortal.Features.Households;

/// <summary>
/// How many households of an area have which decile and visit state, by the areas below: counted in one go, so that every number of the list
/// comes from the same moment and adds up.
/// </summary>
public sealed record HouseholdCounts(int InArea, IReadOnlyList<HouseholdGroup> Groups, string? Release)
{
    public static async Task<HouseholdCounts> OfAsync(PortalDbContext db, IQueryable<Household> inArea, IQueryable<Household> narrowed, AreaCode area, CancellationToken ct)
    {
        // Below a village the RT are listed at once: few offices use the RW between.
        var length = area.Level >= AreaLevel.Village ? AreaCode.RtLength : AreaCode.LengthAt(area.Level + 1);
        var all = await narrowed.GroupBy(h => new { Below = h.AreaCode.Substring(0, length), h.DecileCode })
            .Select(g => new HouseholdGroup(g.Key.Below, g.Key.DecileCode, null, g.Count())).ToListAsync(ct);
        // Only the visited are looked up in the visits: few, as long as a round has just begun.
        var visited = await db.LatestVisits.Join(narrowed, visit => visit.HouseholdId, household => household.Id, (visit, household) => new { household.AreaCode, household.DecileCode, visit.Status })
            .GroupBy(row => new { Below = row.AreaCode.Substring(0, length), row.DecileCode, row.Status })
            .Select(g => new HouseholdGroup(g.Key.Below, g.Key.DecileCode, g.Key.Status, g.Count())).ToListAsync(ct);
        var visitedOf = visited.ToLookup(group => (group.Below, group.Decile), group => group.Count);
        var notVisited = all.Select(group => group with { Count = group.Count - visitedOf[(group.Below, group.Decile)].Sum() }).Where(group => group.Count > 0);
        return new HouseholdCounts(inArea == narrowed ? all.Sum(group => group.Count) : await inArea.CountAsync(ct), [.. visited, .. notVisited],
            await DecileSourcesAsync(db, ct));
    }

    // The newest release of each list that has given a household here its decile.
    private static async Task<string?> DecileSourcesAsync(PortalDbContext db, CancellationToken ct)
    {
        var releases = await db.RankingReleases.AsNoTracking().Where(r => db.Households.Any(h => h.DecileReleaseId == r.Id)).OrderByDescending(r => r.ReleasedOn).ThenByDescending(r => r.Id).ToListAsync(ct);
        return releases.Count == 0 ? null : Indonesian.List([.. releases.GroupBy(r => r.List).OrderBy(list => list.Key).Select(list => list.First().Title)]);
    }
}

/// <summary>Which counts are asked for, and on which day: a family grows older without anything being saved.</summary>
internal sealed record CountedHouseholds(AreaCode Area, HouseholdFilter Filter, DateOnly Today);

/// <summary>Households of one area below, one decile and one state of their latest visit; null for none.</summary>
public sealed record HouseholdGroup(string Below, byte? Decile, VisitStatus? Status, int Count);

/// <summary>An area below the current one and how many households of the list lie in it.</summary>
public sealed record AreaCount(AreaCode Area, int Count)
{
    public static IReadOnlyList<AreaCount> Of(IEnumerable<HouseholdGroup> groups, AreaDirectory areas, AreaCode parent)
    {
        if (parent.Level >= AreaLevel.Rt)
            return [];
        var byCode = groups.GroupBy(group => group.Below).ToDictionary(group => group.Key, group => group.Sum(part => part.Count), StringComparer.Ordinal);
        return parent.Level >= AreaLevel.Village
            ? [.. byCode.Where(group => group.Key.Length == AreaCode.RtLength).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new AreaCount(AreaCode.Parse(group.Key), group.Value))]
            : [.. areas.Children(parent).Where(child => byCode.ContainsKey(child.Stored)).Select(child => new AreaCount(child, byCode[child.Stored]))];
    }
}
