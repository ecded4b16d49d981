using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Figures;

namespace TkpkdPortal.HouseholdLists;

/// <summary>What a filter lets through; what counts as missing is what <see cref="Completeness"/> says, what as a fault <see cref="Validity"/>.</summary>
internal static class HouseholdNarrowing
{
    /// <summary>All that the filter asks for, of an area.</summary>
    public static IQueryable<Household> Of(PortalDbContext db, AreaCode area, HouseholdFilter filter, DateOnly today) =>
        WithStatus(db, WithDeciles(By(db, db.Households.AsNoTracking().In(area), filter, today), filter), filter);

    /// <summary>The filters that ask for facts of the household itself: not for decile and state, whose every value the list counts.</summary>
    public static IQueryable<Household> By(PortalDbContext db, IQueryable<Household> households, HouseholdFilter filter, DateOnly today)
    {
        if (filter.IsOwnDuty)
            households = filter.Duty == HouseholdFilter.NotHelped ? DutyHouseholds.NotHelped(db, households) : DutyHouseholds.Of(db, households);
        var year = filter.AidYear ?? today.Year;
        if (filter.Need is { } need)
            households = filter.NeedAid is { } aided ? NeedAids.Of(db, households, need, aided, year) : households.Where(h => (h.Needs & need) != 0);
        if (filter.IsWithoutAid)
            households = NeedAids.None(db, households, year);
        if (filter.Eligibility is { } found)
            households = households.Where(h => h.Eligibility == found);
        if (filter.Fault is { } fault)
            households = FaultyHouseholds.Of(db, households, fault, today);
        else if (filter.IsFaulty)
            households = FaultyHouseholds.Any(db, households, today);
        if (filter.Freshness is { } freshness)
            households = FreshHouseholds.Of(db, households, freshness, today);
        else if (filter.IsStale)
            households = FreshHouseholds.Stale(db, households, today);
        if (filter.Missing is { } fact)
            return LackingHouseholds.Of(households, fact);
        return filter.IsComplete ? LackingHouseholds.None(households) : filter.IsIncomplete ? LackingHouseholds.Any(households) : households;
    }

    public static IQueryable<Household> WithDeciles(IQueryable<Household> households, HouseholdFilter filter)
    {
        var codes = filter.DecileCodes.Select(code => (byte?)code).ToList();
        return codes.Count == 0 ? households : households.Where(h => codes.Contains(h.DecileCode));
    }

    public static IQueryable<Household> WithStatus(PortalDbContext db, IQueryable<Household> households, HouseholdFilter filter)
    {
        if (filter.NotVisited)
            return households.Where(h => !db.Visits.Any(v => v.HouseholdId == h.Id));
        return filter.VisitStatus is not { } status ? households : households.Where(h => db.Visits.Where(v => v.HouseholdId == h.Id)
            .OrderByDescending(v => v.Number).Select(v => (VisitStatus?)v.Status).FirstOrDefault() == status);
    }
}
