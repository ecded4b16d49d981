using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Interventions;

/// <summary>Records aid and moves it on, with what the rules need to know of the whole ledger. An OPD works only under its own programs.</summary>
public sealed class InterventionDesk(PortalDbContext db, ActingUser user, OfficeClock clock, AreaDirectory areas)
{
    public IQueryable<AidProgram> OwnPrograms()
    {
        var opd = user.OpdOf(Permission.RecordInterventions);
        return db.AidPrograms.AsNoTracking().Where(p => p.OpdId == opd);
    }

    public Task<Intervention?> FindOwnAsync(Guid id, CancellationToken ct)
    {
        var opd = user.OpdOf(Permission.RecordInterventions);
        return db.Interventions.SingleOrDefaultAsync(i => i.PublicId == id && i.OpdId == opd, ct);
    }

    /// <summary>Money that the program has planned or handed out.</summary>
    public async Task<decimal> CommittedAsync(long programId, CancellationToken ct) => await db.Interventions
        .Where(i => i.ProgramId == programId && i.State != InterventionState.Cancelled && i.State != InterventionState.NotDelivered).SumAsync(i => i.Amount, ct) ?? 0m;

    /// <summary>All rules for one household; nothing is saved.</summary>
    public Outcome Judge(AidProgram program, Household household, InterventionTerms terms, decimal committed, out Intervention? intervention)
    {
        var village = areas.NameOf(AreaCode.Parse(household.AreaCode).AtLevel(AreaLevel.Village));
        var outcome = Intervention.Record(program, household, terms, village, clock.Today, clock.UtcNow, out intervention);
        if (outcome.IsAccepted && terms.State.IsPlan() && program.CanCommit(committed, terms.Amount) is { IsAccepted: false } tooMuch)
            (outcome, intervention) = (tooMuch, null);
        return outcome;
    }

    public async Task<Outcome> RecordAsync(AidProgram program, Household household, InterventionTerms terms, CancellationToken ct)
    {
        if (terms.State.IsPlan() && await GraduationLines.InForce(db).AnyAsync(one => one.HouseholdId == household.Id, ct))
            return Outcome.Refuse("Keluarga ini sudah graduasi dan bukan sasaran bantuan baru. Yang sudah tersalur tetap bisa dicatat.");
        var outcome = Judge(program, household, terms, await CommittedAsync(program.Id, ct), out var intervention);
        if (intervention is null)
            return outcome;
        db.Interventions.Add(intervention);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            // The second of two clicks: the first has recorded this very form, and the answer is the same.
            db.ChangeTracker.Clear();
        }
        return outcome;
    }

    public async Task<Outcome> MoveAsync(Intervention aid, StepForm form, CancellationToken ct)
    {
        if (aid.Version != form.Version)
            return Outcome.Refuse("Bantuan ini diubah orang lain sejak Anda membukanya. Lihat keadaannya sekarang, lalu pilih langkahnya lagi.");
        // The form is valid, so it names a state.
        var outcome = aid.MoveTo(new InterventionStep(form.State!.Value, form.On, form.Evidence, form.Reason), clock.Today, clock.UtcNow);
        if (outcome.IsAccepted)
            await db.SaveChangesAsync(ct);
        return outcome;
    }
}
