using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.Figures;

/// <summary>Aid of a budget year from anybody, as queries ask for it: what has arrived, and what has arrived or is still to come.</summary>
internal static class GivenAid
{
    public static IQueryable<AidGiven> Arrived(PortalDbContext db, int year) =>
        db.AidGiven.Where(aid => aid.Year == year && (aid.State == InterventionState.Delivered || aid.State == InterventionState.Verified));

    /// <summary>What was dropped will not come.</summary>
    public static IQueryable<AidGiven> ArrivedOrPlanned(PortalDbContext db, int year) =>
        db.AidGiven.Where(aid => aid.Year == year && aid.State != InterventionState.Cancelled && aid.State != InterventionState.NotDelivered);
}
