using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.Features.Households;

/// <summary>One piece of aid as the household's page lists it.</summary>
public sealed record AidLine(string Program, string Opd, FundSource FundSource, DateOnly On, decimal? Amount, string? Goods, InterventionState State)
{
    public static async Task<IReadOnlyList<AidLine>> OfAsync(PortalDbContext db, long householdId, DateTime at, CancellationToken ct) =>
        // An OPD sees what others give to a household that is its duty: that is how double aid is avoided.
        await (from aid in db.Interventions.IgnoreQueryFilters([FilterNames.Duty]).AsNoTracking()
               join program in db.AidPrograms on aid.ProgramId equals program.Id
               join opd in db.Opds on program.OpdId equals opd.Id
               where aid.HouseholdId == householdId && aid.RecordedAt <= at
               orderby aid.On descending, aid.Id descending
               select new AidLine(program.Name, opd.Name, program.FundSource, aid.On, aid.Amount, aid.Goods, aid.State)).ToListAsync(ct);
}
