using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Figures;
using TkpkdPortal.HouseholdLists;
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

    /// <summary>Decisions of meetings that name this very list.</summary>
    public IReadOnlyList<DecisionLine> Decisions { get; init; } = [];

    public static async Task<HouseholdList> ForAsync(PortalDbContext db, CountCache cache, AreaDirectory areas, HouseholdFilter filter, AreaCode area, DateOnly today, CancellationToken ct)
    {
        // Of an RT the whole village is seen: what a list or a pair of doubles says of a family there may bear another RT, or none.
        using var within = db.Scope.Within(area.AtLevel(AreaLevel.Village));
        var inArea = InAreaOf(db, area);
        var narrowed = HouseholdNarrowing.By(db, inArea, filter, today);
        var counts = await cache.GetAsync(new CountedHouseholds(area, filter.Counted, today), () => HouseholdCounts.OfAsync(db, inArea, narrowed, area, ct), ct);
        var deciled = counts.Groups.Where(group => HasDecile(group, filter)).ToList();
        var chosen = deciled.Where(group => HasStatus(group, filter)).ToList();
        var paging = Paging.Of(filter.Page, chosen.Sum(group => group.Count));
        var rows = await HouseholdRow.From(db, Ordered(HouseholdNarrowing.WithStatus(db, HouseholdNarrowing.WithDeciles(narrowed, filter), filter), filter.Order).Skip(paging.Skip).Take(paging.PageSize)).ToListAsync(ct);
        return new HouseholdList(area, filter, rows, paging, counts.InArea)
        {
            NamedAreas = string.IsNullOrWhiteSpace(filter.AreaName) ? null : areas.Suggest(filter.AreaName, area),
            SubAreas = AreaCount.Of(chosen, areas, area),
            Deciles = [.. counts.Groups.Where(group => group.Decile is not null && HasStatus(group, filter)).GroupBy(group => group.Decile!.Value).OrderBy(group => group.Key)
                .Select(group => (group.Key, group.Sum(part => part.Count)))],
            Statuses = StatusesOf(deciled),
            Release = counts.Release,
        };
    }

    /// <summary>The households of an area that the filter lets through, in the order of the list.</summary>
    internal static IQueryable<Household> Of(PortalDbContext db, HouseholdFilter filter, AreaCode area, DateOnly today) =>
        Ordered(HouseholdNarrowing.Of(db, area, filter, today), filter.Order);

    internal static IQueryable<Household> InAreaOf(PortalDbContext db, AreaCode area) => db.Households.AsNoTracking().In(area);

    private static IOrderedQueryable<Household> Ordered(IQueryable<Household> households, string? order) => order switch
    {
        "nama" => households.OrderBy(h => h.HeadName).ThenBy(h => h.Id),
        "anggota" => households.OrderByDescending(h => h.MemberCount).ThenBy(h => h.AreaCode).ThenBy(h => h.Id),
        "desil" => households.OrderBy(h => h.DecileCode).ThenBy(h => h.AreaCode).ThenBy(h => h.Id),
        _ => households.OrderBy(h => h.AreaCode).ThenBy(h => h.Id),
    };

    private static bool HasDecile(HouseholdGroup group, HouseholdFilter filter) => filter.DecileCodes is not { Count: > 0 } codes || (group.Decile is { } decile && codes.Contains(decile));

    private static bool HasStatus(HouseholdGroup group, HouseholdFilter filter) => filter.NotVisited ? group.Status is null : filter.VisitStatus is not { } status || group.Status == status;

    private static IReadOnlyList<(string, string, int)> StatusesOf(IReadOnlyList<HouseholdGroup> groups)
    {
        int Count(VisitStatus? status) => groups.Where(group => group.Status == status).Sum(group => group.Count);
        return [("belum", "Belum dikunjungi", Count(null)), .. VisitStatusWords.Values.All.Select(status => (status.ToString(), VisitStatusWords.Values.Label(status), Count(status)))];
    }
}
