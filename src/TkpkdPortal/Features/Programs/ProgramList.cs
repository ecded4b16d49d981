using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Programs;

/// <summary>The programs of a year with what they have planned and delivered in the own area.</summary>
public sealed record ProgramList(int Year, IReadOnlyList<int> Years, IReadOnlyList<ProgramRow> Rows)
{
    public static async Task<ProgramList> ForAsync(PortalDbContext db, int year, CancellationToken ct)
    {
        var years = await db.AidPrograms.Select(p => p.Year).Distinct().OrderByDescending(y => y).ToListAsync(ct);
        return new ProgramList(year, years.Contains(year) ? years : [year, .. years], await ProgramRow.From(db, db.AidPrograms.Where(p => p.Year == year)).ToListAsync(ct));
    }
}

/// <summary>One program; households are counted once, however often they were helped.</summary>
public sealed record ProgramRow(Guid Id, string Name, string Opd, AidStrategy Strategy, FundSource FundSource, int Year, int PlannedHouseholds, int ReachedHouseholds, decimal Delivered)
{
    /// <summary>The aid behind the figures is open to the user; an OPD sees that of its own programs, and a nought for another's would be untrue.</summary>
    public bool HasFigures { get; init; }

    public static IQueryable<ProgramRow> From(PortalDbContext db, IQueryable<AidProgram> programs)
    {
        var (isDutyBound, ownOpd) = (db.Scope.IsDutyBound, db.Scope.OpdId);
        return from program in programs.AsNoTracking()
               join opd in db.Opds on program.OpdId equals opd.Id
               orderby opd.Name, program.Name, program.Id
               select new ProgramRow(program.PublicId, program.Name, opd.Name, program.Strategy, program.FundSource, program.Year,
                   db.Interventions.Where(i => i.ProgramId == program.Id && (i.State == InterventionState.Planned || i.State == InterventionState.Budgeted || i.State == InterventionState.InProgress))
                       .Select(i => i.HouseholdId).Distinct().Count(),
                   db.Interventions.Where(i => i.ProgramId == program.Id && (i.State == InterventionState.Delivered || i.State == InterventionState.Verified))
                       .Select(i => i.HouseholdId).Distinct().Count(),
                   db.Interventions.Where(i => i.ProgramId == program.Id && (i.State == InterventionState.Delivered || i.State == InterventionState.Verified)).Sum(i => i.Amount) ?? 0m)
               {
                   HasFigures = !isDutyBound || program.OpdId == ownOpd,
               };
    }
}

/// <summary>One program with the households it helps, of the own area.</summary>
public sealed record ProgramDetails(ProgramRow Program, IReadOnlyList<RecipientRow> Recipients, Paging Paging)
{
    public static async Task<ProgramDetails?> ForAsync(PortalDbContext db, Guid id, int? page, CancellationToken ct)
    {
        if (await ProgramRow.From(db, db.AidPrograms.Where(p => p.PublicId == id)).SingleOrDefaultAsync(ct) is not { } program)
            return null;
        var recipients = from aid in db.Interventions.AsNoTracking()
                         join household in db.Households on aid.HouseholdId equals household.Id
                         where db.AidPrograms.Any(p => p.Id == aid.ProgramId && p.PublicId == id)
                         orderby aid.On descending, aid.Id descending
                         select new RecipientRow(household.PublicId, household.HeadName, aid.AreaCode, aid.On, aid.Amount, aid.Goods, aid.State);
        var paging = Paging.Of(page, await recipients.CountAsync(ct));
        return new ProgramDetails(program, await recipients.Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct), paging);
    }
}

public sealed record RecipientRow(Guid HouseholdId, string HeadName, string AreaCode, DateOnly On, decimal? Amount, string? Goods, InterventionState State);
