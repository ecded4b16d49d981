using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Figures;

/// <summary>
/// A program of a year and what it did in a part of it, by the day on which aid was handed over: families (KK) that it is meant for or has reached in the year, families that it reached in the period, and rupiah.
/// </summary>
public sealed record ProgramRealisation(string Program, string Opd, AidStrategy Strategy, FundSource FundSource, decimal? Ceiling, int Meant, int Reached, decimal Amount)
{
    public string? Activity { get; init; }

    public Need Needs { get; init; }

    /// <summary>Villages of the families that it is meant for.</summary>
    public int Villages { get; init; }

    public static async Task<IReadOnlyList<ProgramRealisation>> OfAsync(PortalDbContext db, int year, DateOnly from, DateOnly until, CancellationToken ct)
    {
        var length = Domain.Areas.AreaCode.VillageLength;
        var aid = db.Interventions.AsNoTracking().Where(piece => piece.State != InterventionState.Cancelled && piece.State != InterventionState.NotDelivered);
        var arrived = aid.Where(piece => (piece.State == InterventionState.Delivered || piece.State == InterventionState.Verified) && piece.On >= from && piece.On <= until);
        return await (from program in db.AidPrograms.AsNoTracking()
                      join opd in db.Opds on program.OpdId equals opd.Id
                      where program.Year == year
                      orderby program.Strategy, opd.Name, program.Name, program.Id
                      select new ProgramRealisation(program.Name, opd.Name, program.Strategy, program.FundSource, program.Ceiling,
                          aid.Where(piece => piece.ProgramId == program.Id).Select(piece => piece.HouseholdId).Distinct().Count(),
                          arrived.Where(piece => piece.ProgramId == program.Id).Select(piece => piece.HouseholdId).Distinct().Count(),
                          arrived.Where(piece => piece.ProgramId == program.Id).Sum(piece => piece.Amount) ?? 0m)
                      {
                          Activity = program.BudgetName,
                          Needs = program.Needs,
                          Villages = aid.Where(piece => piece.ProgramId == program.Id).Select(piece => piece.AreaCode.Substring(0, length)).Distinct().Count(),
                      }).ToListAsync(ct);
    }
}
