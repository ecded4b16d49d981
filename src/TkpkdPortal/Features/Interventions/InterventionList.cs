using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Interventions;

/// <summary>All aid in the own area and duty, newest first.</summary>
public sealed record InterventionList(IReadOnlyList<InterventionRow> Rows, Paging Paging)
{
    public static async Task<InterventionList> ForAsync(PortalDbContext db, int? page, CancellationToken ct)
    {
        var all = from aid in db.Interventions.AsNoTracking()
                  join household in db.Households on aid.HouseholdId equals household.Id
                  join program in db.AidPrograms on aid.ProgramId equals program.Id
                  join opd in db.Opds on program.OpdId equals opd.Id
                  orderby aid.On descending, aid.Id descending
                  select new InterventionRow(household.PublicId, household.HeadName, aid.AreaCode, program.Name, opd.Name, aid.On, aid.Amount, aid.Goods, aid.State);
        var paging = Paging.Of(page, await all.CountAsync(ct));
        return new InterventionList(await all.Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct), paging);
    }
}

public sealed record InterventionRow(Guid HouseholdId, string HeadName, string AreaCode, string Program, string Opd, DateOnly On, decimal? Amount, string? Goods, InterventionState State);
