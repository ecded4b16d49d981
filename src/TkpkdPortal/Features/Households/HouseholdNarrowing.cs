using TkpkdPortal.Data;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Figures;

namespace TkpkdPortal.Features.Households;

/// <summary>The filters that ask for facts of the household itself; what counts as missing is what <see cref="Completeness"/> says, what as a fault <see cref="Validity"/>.</summary>
internal static class HouseholdNarrowing
{
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
}
