using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.Figures;

/// <summary>Aid by program as it was known at an instant, planned or arrived by then; each family (KK) is counted once per program and state.</summary>
public sealed record AidFigure(string Program, int Year, string Opd, AidStrategy Strategy, FundSource FundSource, int Planned, int Reached, decimal Amount)
{
    public static async Task<IReadOnlyList<AidFigure>> OfAsync(PortalDbContext db, FigureScope scope, CancellationToken ct)
    {
        var at = scope.At;
        var aid = db.Interventions.AsNoTracking().In(scope.Area).Where(i => i.RecordedAt <= at);
        return await (from program in db.AidPrograms.AsNoTracking()
                      join opd in db.Opds on program.OpdId equals opd.Id
                      where aid.Any(i => i.ProgramId == program.Id)
                      orderby program.Strategy, opd.Name, program.Year, program.Name, program.Id
                      select new AidFigure(program.Name, program.Year, opd.Name, program.Strategy, program.FundSource,
                          aid.Where(i => i.ProgramId == program.Id && (i.ArrivedAt == null || i.ArrivedAt > at) && (i.DroppedAt == null || i.DroppedAt > at)).Select(i => i.HouseholdId).Distinct().Count(),
                          aid.Where(i => i.ProgramId == program.Id && i.ArrivedAt <= at).Select(i => i.HouseholdId).Distinct().Count(),
                          aid.Where(i => i.ProgramId == program.Id && i.ArrivedAt <= at).Sum(i => i.Amount) ?? 0m)).ToListAsync(ct);
    }
}
