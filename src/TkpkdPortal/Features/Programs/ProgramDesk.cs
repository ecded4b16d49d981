using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Programs;

/// <summary>Opens, changes and closes programs with what the rules need to know of the whole ledger.</summary>
public sealed class ProgramDesk(PortalDbContext db, OfficeSettings office, OfficeClock clock, AreaDirectory areas)
{
    private bool OfficeHasDesa => areas.Villages(office.Area).Any(village => village.VillageKind is VillageKind.Desa);

    public async Task<(Outcome Outcome, AidProgram? Program)> OpenAsync(long opdId, ProgramTerms terms, CancellationToken ct)
    {
        var outcome = AidProgram.Open(opdId, terms, OfficeHasDesa, out var program);
        if (program is null)
            return (outcome, null);
        db.AidPrograms.Add(program);
        await db.SaveChangesAsync(ct);
        return (outcome, program);
    }

    /// <summary>The stored form comes back when somebody else has changed the program since this form was opened.</summary>
    public async Task<(Outcome Outcome, ProgramForm? Saved)> ChangeAsync(AidProgram program, ProgramTerms terms, int version, CancellationToken ct)
    {
        if (program.Version != version)
            return (Outcome.Accepted, ProgramForm.Of(program));
        // Nobody gives villages a share of the old ceiling meanwhile.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ChangeWriter.TakeTurnAsync(db, ct);
        var aid = db.Interventions.Where(i => i.ProgramId == program.Id);
        var realised = await aid.Where(i => i.State == InterventionState.Delivered || i.State == InterventionState.Verified).SumAsync(i => i.Amount, ct) ?? 0m;
        var budgets = await db.VillageBudgets.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking().Where(b => b.ProgramId == program.Id).Select(b => new { b.AreaCode, b.Amount }).ToListAsync(ct);
        var shares = new VillageShares(budgets.Sum(b => b.Amount), budgets.Exists(b => AreaCode.Parse(b.AreaCode).VillageKind is VillageKind.Kelurahan));
        var outcome = program.Change(terms, OfficeHasDesa, realised, await aid.AnyAsync(ct), shares);
        if (!outcome.IsAccepted)
            return (outcome, null);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return (outcome, null);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return (Outcome.Accepted, ProgramForm.Of(await db.AidPrograms.AsNoTracking().SingleAsync(p => p.Id == program.Id, ct)));
        }
    }

    public async Task<Outcome> CloseAsync(AidProgram program, CancellationToken ct)
    {
        var open = await db.Interventions.CountAsync(i => i.ProgramId == program.Id
            && (i.State == InterventionState.Planned || i.State == InterventionState.Budgeted || i.State == InterventionState.InProgress), ct);
        var outcome = program.Close(clock.Today, open);
        if (outcome.IsAccepted)
            await db.SaveChangesAsync(ct);
        return outcome;
    }
}
