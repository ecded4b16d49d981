using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;

namespace TkpkdPortal.Figures;

/// <summary>Households by how old the last word about them is: the list and every count ask here.</summary>
public static class FreshHouseholds
{
    public static IQueryable<Household> Of(PortalDbContext db, IQueryable<Household> households, Freshness freshness, DateOnly today)
    {
        var (fresh, aging) = (FreshnessWords.FreshFrom(today), FreshnessWords.AgingFrom(today));
        return freshness switch
        {
            Freshness.Visited => households.Where(h => h.VerifiedOn >= fresh),
            Freshness.Listed => Heard(db, households, fresh).Where(h => h.VerifiedOn == null || h.VerifiedOn < fresh),
            Freshness.Aging => Unheard(db, Heard(db, households, aging), fresh),
            Freshness.Old => Unheard(db, households, aging),
            _ => throw new ArgumentOutOfRangeException(nameof(freshness)),
        };
    }

    /// <summary>Households of which nothing was heard for twelve months.</summary>
    public static IQueryable<Household> Stale(PortalDbContext db, IQueryable<Household> households, DateOnly today) => Unheard(db, households, FreshnessWords.FreshFrom(today));

    private static IQueryable<Household> Heard(PortalDbContext db, IQueryable<Household> households, DateOnly from)
    {
        var (families, persons) = (Stated(db, db.ListedHouseholds, from), Stated(db, db.ListedPersons, from));
        return households.Where(h => h.VerifiedOn >= from
            || families.Any(row => row.HouseholdId == h.Id && row.AreaCode.Substring(0, AreaCode.VillageLength) == h.AreaCode.Substring(0, AreaCode.VillageLength))
            || persons.Any(row => row.HouseholdId == h.Id && row.AreaCode.Substring(0, AreaCode.VillageLength) == h.AreaCode.Substring(0, AreaCode.VillageLength)));
    }

    private static IQueryable<Household> Unheard(PortalDbContext db, IQueryable<Household> households, DateOnly from)
    {
        var (families, persons) = (Stated(db, db.ListedHouseholds, from), Stated(db, db.ListedPersons, from));
        return households.Where(h => (h.VerifiedOn == null || h.VerifiedOn < from)
            && !families.Any(row => row.HouseholdId == h.Id && row.AreaCode.Substring(0, AreaCode.VillageLength) == h.AreaCode.Substring(0, AreaCode.VillageLength))
            && !persons.Any(row => row.HouseholdId == h.Id && row.AreaCode.Substring(0, AreaCode.VillageLength) == h.AreaCode.Substring(0, AreaCode.VillageLength)));
    }

    // What a list says counts where it has the family in its present village: of another one it describes a house that was left. Asked of this village
    // alone, every reader also gets the same number, whatever else the own area holds.
    private static IQueryable<T> Stated<T>(PortalDbContext db, IQueryable<T> rows, DateOnly from)
        where T : ListedRow
    {
        var releases = db.ListReleases.Where(release => release.ReleasedOn >= from).Select(release => release.Id);
        return rows.Where(row => row.SupersededById == null && releases.Contains(row.ReleaseId));
    }
}
