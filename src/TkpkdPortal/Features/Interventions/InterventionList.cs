using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Waiting;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Interventions;

/// <summary>All aid in the own area and duty, newest first.</summary>
public sealed record InterventionList(InterventionFilter Filter, IReadOnlyList<InterventionRow> Rows, Paging Paging)
{
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>Name of the program that the list is narrowed to.</summary>
    public string? Program { get; init; }

    public static async Task<InterventionList> ForAsync(PortalDbContext db, InterventionFilter filter, long? ownOpd, DateOnly today, CancellationToken ct)
    {
        var all = from aid in Chosen(filter.OnlyOverdue ? WaitingRows.Overdue(db, ownOpd, today) : db.Interventions, db, filter)
                  join household in db.Households on aid.HouseholdId equals household.Id
                  join program in db.AidPrograms on aid.ProgramId equals program.Id
                  join opd in db.Opds on program.OpdId equals opd.Id
                  orderby aid.On descending, aid.Id descending
                  select new InterventionRow(aid.PublicId, household.PublicId, household.HeadName, db.Persons.Where(p => p.Id == aid.PersonId).Select(p => p.Name).FirstOrDefault(),
                      aid.AreaCode, program.Name, opd.Name, aid.On, aid.Amount, aid.Goods, aid.State, aid.Marks);
        var paging = Paging.Of(filter.Page, await all.CountAsync(ct));
        return new InterventionList(filter, await all.Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct), paging)
        {
            Years = await db.AidPrograms.Select(p => p.Year).Distinct().OrderByDescending(year => year).ToListAsync(ct),
            Program = await db.AidPrograms.Where(p => p.PublicId == filter.Program).Select(p => p.Name).SingleOrDefaultAsync(ct),
        };
    }

    private static IQueryable<Intervention> Chosen(IQueryable<Intervention> all, PortalDbContext db, InterventionFilter filter)
    {
        var aid = all.AsNoTracking();
        if (filter.Year is { } year)
            aid = aid.Where(i => i.Period.Year == year);
        if (filter.State is { } state)
            aid = aid.Where(i => i.State == state);
        if (filter.Program is { } program)
            aid = aid.Where(i => db.AidPrograms.Any(p => p.Id == i.ProgramId && p.PublicId == program));
        return filter.OnlyMarked ? aid.Where(i => i.Marks != AidMark.None) : aid;
    }
}

public sealed record InterventionRow(Guid Id, Guid HouseholdId, string HeadName, string? Member, string AreaCode, string Program, string Opd, DateOnly On, decimal? Amount, string? Goods,
    InterventionState State, AidMark Marks);
