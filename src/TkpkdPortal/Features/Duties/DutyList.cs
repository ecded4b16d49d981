using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Figures;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Duties;

/// <summary>How many needs of an OPD are in which state.</summary>
public sealed record DutyCount(DutyState State, int Needs);

/// <summary>What falls to one OPD, need by need, what it promised and did not keep first.</summary>
public sealed record DutyList(DutyAsk Ask, DutyOpd Opd, AreaCode? Area, ListAsk ListAsk, DateTime Seen)
{
    private const int PageSize = 50;

    public IReadOnlyList<AreaCode> SubAreas { get; init; } = [];

    public IReadOnlyList<DutyCount> Counts { get; init; } = [];

    public IReadOnlyList<DutyLine> Lines { get; init; } = [];

    public Paging Paging { get; init; } = Paging.Of(null, 0);

    public NeedAge Age { get; init; } = new();

    public DutyPick Form { get; init; } = new();

    public ListTools Tools => new(DutyAsk.Path, ListAsk, "Cari nama kepala keluarga", ("tenggat", "Lewat tenggat dulu")) { Kept = Ask.Kept };

    public static async Task<DutyList> ForAsync(PortalDbContext db, CountCache cache, DutyAsk ask, DutyOpd opd, AreaCode? area, ListAsk list, DateOnly today, DateTime now, CancellationToken ct)
    {
        var lines = Chosen(db, ask with { State = null }, opd, area, list, today);
        var counts = list.IsSearch ? await CountAsync(lines, ct) : await cache.GetAsync((nameof(DutyList), ask with { State = null }, today), () => CountAsync(lines, ct), ct);
        var chosen = ask.State is { } state ? lines.Where(line => line.State == state) : lines;
        var paging = list.Paging(counts.Where(count => ask.State is null || count.State == ask.State).Sum(count => count.Needs), PageSize);
        var shown = await chosen.OrderBy(line => line.State == DutyState.Overdue ? 0 : 1).ThenBy(line => line.HouseholdId).ThenBy(line => line.Bit).Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct);
        return new DutyList(ask, opd, area, list, now)
        {
            Counts = counts,
            Lines = shown,
            Paging = paging,
            Age = await NeedAge.OfAsync(db, [.. shown.Select(line => line.HouseholdId).Distinct()], ct),
        };
    }

    /// <summary>All that the filter finds.</summary>
    public static IQueryable<DutyLine> Chosen(PortalDbContext db, DutyAsk ask, DutyOpd opd, AreaCode? area, ListAsk list, DateOnly today)
    {
        var lines = DutyLines.Of(db, opd, Households(db, ask, area, list), today);
        if (ask.Need is { } need and not Need.None)
        {
            var bit = (int)need;
            lines = lines.Where(line => line.Bit == bit);
        }
        return ask.State is { } state ? lines.Where(line => line.State == state) : lines;
    }

    internal static IQueryable<Household> Households(PortalDbContext db, DutyAsk ask, AreaCode? area, ListAsk list)
    {
        var households = area is { } place ? db.Households.AsNoTracking().In(place) : db.Households.AsNoTracking();
        if (ask.Household is { } id)
            households = households.Where(household => household.PublicId == id);
        return list.IsSearch ? list.Patterns.Aggregate(households, (found, word) => found.Where(household => EF.Functions.Like(household.HeadName, word, LikePatterns.Escape))) : households;
    }

    private static async Task<IReadOnlyList<DutyCount>> CountAsync(IQueryable<DutyLine> lines, CancellationToken ct) =>
        [.. (await lines.GroupBy(line => line.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct)).Select(group => new DutyCount(group.Key, group.Count)).OrderBy(count => count.State)];
}
