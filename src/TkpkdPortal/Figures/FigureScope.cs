using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;

namespace TkpkdPortal.Figures;

/// <summary>What figures are counted over: an area, a release of a list, and what was known at an instant.</summary>
public sealed record FigureScope(AreaCode Area, ListRelease? Release, DateTime At)
{
    /// <summary>All that is known is counted, with no day in the past to stop at.</summary>
    public bool IsPresent { get; init; }

    /// <summary>Level at which the figures are split: the one below the area.</summary>
    public AreaLevel SplitLevel => Area.Level >= AreaLevel.Rw ? AreaLevel.Rt : Area.Level + 1;

    /// <summary>The release asked for, or the newest that was known at the instant; null where none was.</summary>
    public static async Task<FigureScope> ForAsync(PortalDbContext db, AreaCode area, Guid? releaseId, DateTime at, CancellationToken ct)
    {
        // Figures ask past the Area filter where a family was seen later, so that they hold for an own area only.
        if (!db.Scope.Covers(area.Stored))
            throw new InvalidOperationException($"The figures of {area} are not this user's to see.");
        // A release that was taken back later was known then.
        var known = db.RankingReleases.IgnoreQueryFilters([FilterNames.Published]).AsNoTracking().Where(r => r.KnownFrom <= at && (r.WithdrawnAt == null || r.WithdrawnAt > at));
        var release = releaseId is null ? null : await known.SingleOrDefaultAsync(r => r.PublicId == releaseId, ct);
        return new FigureScope(area, release ?? await known.OrderByDescending(r => r.ReleasedOn).ThenByDescending(r => r.Id).FirstOrDefaultAsync(ct), at);
    }

    /// <summary>Families of the release as it was known, in the area.</summary>
    internal IQueryable<ListedHousehold> Families(PortalDbContext db) => Families(db, AreaRange.Of(Area));

    internal IQueryable<ListedPerson> Persons(PortalDbContext db) => Persons(db, AreaRange.Of(Area));

    internal Task<RegencyParts> PartsAsync(PortalDbContext db, CancellationToken ct) => RegencyParts.OfAsync(db, Area, ct);

    internal IQueryable<ListedHousehold> Families(PortalDbContext db, AreaRange part) => Known(db, db.ListedHouseholds).In(part);

    internal IQueryable<ListedPerson> Persons(PortalDbContext db, AreaRange part) => Known(db, db.ListedPersons).In(part);

    /// <summary>Ranks that the release gives anywhere: an RT is shown in the columns of its village, and a village in those of the office.</summary>
    internal async Task<IReadOnlyList<byte>> DecileCodesAsync(PortalDbContext db, CancellationToken ct)
    {
        var families = Known(db, db.ListedHouseholds.IgnoreQueryFilters([FilterNames.Area])).Select(row => row.DecileCode);
        var persons = Known(db, db.ListedPersons.IgnoreQueryFilters([FilterNames.Area])).Select(row => row.DecileCode);
        return [.. (await families.Union(persons).ToListAsync(ct)).Order()];
    }

    private IQueryable<T> Known<T>(PortalDbContext db, IQueryable<T> rows)
        where T : ListedRow
    {
        var (releaseId, at) = (Release?.Id ?? 0, At);
        var later = db.ChangesAfter(at);
        return rows.AsNoTracking().Where(row => row.ReleaseId == releaseId && !later.Contains(row.ChangeSetId)
            && (row.SupersededById == null || later.Contains(row.SupersededById.Value)));
    }
}
