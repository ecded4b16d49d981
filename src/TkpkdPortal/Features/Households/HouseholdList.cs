using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Households;

/// <summary>The list of households with its filters, each value with the number it would show.</summary>
public sealed record HouseholdList(AreaCode Area, HouseholdFilter Filter, IReadOnlyList<HouseholdRow> Rows, Paging Paging, int InArea)
{
    public required IReadOnlyList<AreaCount> SubAreas { get; init; }

    /// <summary>Areas with a name like the one asked for, inside what is shown; null where none was asked for.</summary>
    public IReadOnlyList<AreaCode>? NamedAreas { get; init; }

    public required IReadOnlyList<(byte Code, int Count)> Deciles { get; init; }

    public required IReadOnlyList<(string Value, string Label, int Count)> Statuses { get; init; }

    public required string? Release { get; init; }

    public static async Task<HouseholdList> ForAsync(PortalDbContext db, AreaDirectory areas, HouseholdFilter filter, AreaCode area, CancellationToken ct)
    {
        var inArea = InAreaOf(db, area);
        var narrowed = HouseholdNarrowing.By(db, inArea, filter);
        var deciled = WithDeciles(narrowed, filter);
        var chosen = WithStatus(db, deciled, filter);
        var paging = Paging.Of(filter.Page, await chosen.CountAsync(ct));
        var rows = await HouseholdRow.From(db, Ordered(chosen, filter.Order).Skip(paging.Skip).Take(paging.PageSize)).ToListAsync(ct);
        return new HouseholdList(area, filter, rows, paging, await inArea.CountAsync(ct))
        {
            NamedAreas = string.IsNullOrWhiteSpace(filter.AreaName) ? null : areas.Suggest(filter.AreaName, area),
            SubAreas = await AreaCount.OfAsync(chosen, areas, area, ct),
            Deciles = await CountDecilesAsync(WithStatus(db, narrowed, filter), ct),
            Statuses = await CountStatusesAsync(db, deciled, ct),
            Release = await db.ListReleases.OrderByDescending(r => r.ReleasedOn).ThenByDescending(r => r.Id).Select(r => r.Name).FirstOrDefaultAsync(ct),
        };
    }

    internal static IQueryable<Household> InAreaOf(PortalDbContext db, AreaCode area) => db.Households.AsNoTracking().In(area);

    private static IQueryable<Household> WithDeciles(IQueryable<Household> households, HouseholdFilter filter)
    {
        var codes = filter.DecileCodes.Select(code => (byte?)code).ToList();
        return codes.Count == 0 ? households : households.Where(h => codes.Contains(h.DecileCode));
    }

    private static IQueryable<Household> WithStatus(PortalDbContext db, IQueryable<Household> households, HouseholdFilter filter)
    {
        if (filter.NotVisited)
            return households.Where(h => !db.Visits.Any(v => v.HouseholdId == h.Id));
        return filter.VisitStatus is not { } status ? households : households.Where(h => db.Visits.Where(v => v.HouseholdId == h.Id)
            .OrderByDescending(v => v.Number).Select(v => (VisitStatus?)v.Status).FirstOrDefault() == status);
    }

    private static IOrderedQueryable<Household> Ordered(IQueryable<Household> households, string? order) => order switch
    {
        "nama" => households.OrderBy(h => h.HeadName).ThenBy(h => h.Id),
        "anggota" => households.OrderByDescending(h => h.MemberCount).ThenBy(h => h.AreaCode).ThenBy(h => h.Id),
        "desil" => households.OrderBy(h => h.DecileCode).ThenBy(h => h.AreaCode).ThenBy(h => h.Id),
        _ => households.OrderBy(h => h.AreaCode).ThenBy(h => h.Id),
    };

    private static async Task<IReadOnlyList<(byte, int)>> CountDecilesAsync(IQueryable<Household> households, CancellationToken ct) =>
        [.. (await households.GroupBy(h => h.DecileCode).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct))
            .Where(group => group.Key is not null).OrderBy(group => group.Key).Select(group => (group.Key!.Value, group.Count))];

    private static async Task<IReadOnlyList<(string, string, int)>> CountStatusesAsync(PortalDbContext db, IQueryable<Household> households, CancellationToken ct)
    {
        var counts = await households.Select(h => db.Visits.Where(v => v.HouseholdId == h.Id).OrderByDescending(v => v.Number)
            .Select(v => (VisitStatus?)v.Status).FirstOrDefault()).GroupBy(status => status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var notVisited = counts.Where(group => group.Key is null).Sum(group => group.Count);
        return [("belum", "Belum dikunjungi", notVisited), .. VisitStatusWords.Values.All.Select(status =>
            (status.ToString(), VisitStatusWords.Values.Label(status), counts.Where(group => group.Key == status).Sum(group => group.Count)))];
    }
}

/// <summary>An area below the current one and how many households of the list lie in it.</summary>
public sealed record AreaCount(AreaCode Area, int Count)
{
    public static async Task<IReadOnlyList<AreaCount>> OfAsync(IQueryable<Household> households, AreaDirectory areas, AreaCode parent, CancellationToken ct)
    {
        if (parent.Level >= AreaLevel.Rt)
            return [];
        // Below a village the RT are listed at once: few offices use the RW between.
        var length = parent.Level >= AreaLevel.Village ? AreaCode.RtLength : AreaCode.LengthAt(parent.Level + 1);
        var counts = await households.GroupBy(h => h.AreaCode.Substring(0, length)).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var byCode = counts.ToDictionary(group => group.Key, group => group.Count, StringComparer.Ordinal);
        return parent.Level >= AreaLevel.Village
            ? [.. byCode.Where(group => group.Key.Length == length).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new AreaCount(AreaCode.Parse(group.Key), group.Value))]
            : [.. areas.Children(parent).Where(child => byCode.ContainsKey(child.Stored)).Select(child => new AreaCount(child, byCode[child.Stored]))];
    }
}
