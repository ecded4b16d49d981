using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;

namespace TkpkdPortal.Figures;

/// <summary>Households with a need that is the duty of the reader's own OPD; nobody's for whoever has none.</summary>
public static class DutyHouseholds
{
    public static IQueryable<Household> Of(PortalDbContext db, IQueryable<Household> households)
    {
        var duty = db.Scope.Duty;
        return households.Where(h => (h.Needs & duty) != 0);
    }

    /// <summary>Those without planned or delivered aid of that OPD.</summary>
    public static IQueryable<Household> NotHelped(PortalDbContext db, IQueryable<Household> households)
    {
        var opdId = db.Scope.OpdId;
        return Of(db, households).Where(h => !db.Interventions.Any(aid => aid.HouseholdId == h.Id && aid.OpdId == opdId
            && aid.State != InterventionState.Cancelled && aid.State != InterventionState.NotDelivered));
    }
}
