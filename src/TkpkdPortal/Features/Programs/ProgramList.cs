using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Waiting;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Programs;

/// <summary>The programs of a year with what they have planned and delivered in the own area.</summary>
public sealed record ProgramList(ProgramFilter Filter, int Year, IReadOnlyList<ProgramRow> Rows, Paging Paging)
{
    public required IReadOnlyList<int> Years { get; init; }

    public required IReadOnlyList<Choice> Opds { get; init; }

    public static async Task<ProgramList> ForAsync(PortalDbContext db, ProgramFilter filter, long? ownOpd, int thisYear, CancellationToken ct)
    {
        var year = filter.Year ?? thisYear;
        var years = await db.AidPrograms.Select(p => p.Year).Distinct().OrderByDescending(y => y).ToListAsync(ct);
        var chosen = filter.OnlyProposed ? WaitingRows.Proposed(db, ownOpd) : Chosen(db, filter with { Year = year });
        var paging = Paging.Of(filter.Page, await chosen.CountAsync(ct));
        return new ProgramList(filter with { Year = year }, year, await ProgramRow.From(db, chosen, filter.Order).Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct), paging)
        {
            Years = years.Contains(year) ? years : [year, .. years],
            Opds = await db.Opds.Where(o => db.AidPrograms.Any(p => p.OpdId == o.Id)).OrderBy(o => o.Name).Select(o => new Choice(o.PublicId.ToString(), o.Name, null)).ToListAsync(ct),
        };
    }

    private static IQueryable<AidProgram> Chosen(PortalDbContext db, ProgramFilter filter)
    {
        var programs = db.AidPrograms.AsNoTracking().Where(p => p.Year == filter.Year);
        if (filter.Opd is { } opd)
            programs = programs.Where(p => db.Opds.Any(o => o.Id == p.OpdId && o.PublicId == opd));
        if (filter.Strategy is { } strategy)
            programs = programs.Where(p => p.Strategy == strategy);
        if (filter.FundSource is { } source)
            programs = programs.Where(p => p.FundSource == source);
        return LikePatterns.Of(filter.Name).Aggregate(programs, (found, word) => found.Where(p => EF.Functions.Like(p.Name, word, LikePatterns.Escape)));
    }
}

/// <summary>One program; households are counted once, however often they were helped.</summary>
public sealed record ProgramRow(Guid Id, string Name, string Opd, AidStrategy Strategy, FundSource FundSource, int Year, int PlannedHouseholds, int ReachedHouseholds, decimal Delivered)
{
    /// <summary>The aid behind the figures is open to the user; an OPD sees that of its own programs, and a nought for another's would be untrue.</summary>
    public bool HasFigures { get; init; }

    public decimal? Ceiling { get; init; }

    public bool IsProposed { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public static IQueryable<ProgramRow> From(PortalDbContext db, IQueryable<AidProgram> programs, string? order = null)
    {
        var (isDutyBound, ownOpd) = (db.Scope.IsDutyBound, db.Scope.OpdId);
        var rows = from program in programs.AsNoTracking()
                   join opd in db.Opds on program.OpdId equals opd.Id
                   select new { program, opd };
        var ordered = order switch
        {
            "nama" => rows.OrderBy(row => row.program.Name).ThenBy(row => row.program.Id),
            "pagu" => rows.OrderByDescending(row => row.program.Ceiling).ThenBy(row => row.program.Name).ThenBy(row => row.program.Id),
            _ => rows.OrderBy(row => row.opd.Name).ThenBy(row => row.program.Name).ThenBy(row => row.program.Id),
        };
        return ordered.Select(row => new ProgramRow(row.program.PublicId, row.program.Name, row.opd.Name, row.program.Strategy, row.program.FundSource, row.program.Year,
            db.Interventions.Where(i => i.ProgramId == row.program.Id && (i.State == InterventionState.Planned || i.State == InterventionState.Budgeted || i.State == InterventionState.InProgress))
                .Select(i => i.HouseholdId).Distinct().Count(),
            db.Interventions.Where(i => i.ProgramId == row.program.Id && (i.State == InterventionState.Delivered || i.State == InterventionState.Verified))
                .Select(i => i.HouseholdId).Distinct().Count(),
            db.Interventions.Where(i => i.ProgramId == row.program.Id && (i.State == InterventionState.Delivered || i.State == InterventionState.Verified)).Sum(i => i.Amount) ?? 0m)
        {
            HasFigures = !isDutyBound || row.program.OpdId == ownOpd,
            Ceiling = row.program.Ceiling,
            IsProposed = row.program.IsProposed,
            ClosedOn = row.program.ClosedOn,
        });
    }
}
