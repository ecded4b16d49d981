using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Features.Rounds.Decrees;
using TkpkdPortal.Rounds;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rounds.Steps;

/// <summary>Takes a step for many targets in one save and reports those that did not take it.</summary>
public sealed class StepDesk(PortalDbContext db, ActingUser user, OfficeClock clock, DecreeAnnexes annexes)
{
    /// <summary>Null where somebody else took a step with one of them at the same moment: then nothing has happened.</summary>
    public async Task<StepReport?> TakeAsync(VerificationRound round, RoundStep step, StepForm form, CancellationToken ct)
    {
        var asked = form.IsAll ? step.Waiting(db, round) : db.RoundTargets.Where(target => target.RoundId == round.Id && form.Ids.Contains(target.PublicId));
        var targets = await asked.OrderBy(target => target.AreaCode).ThenBy(target => target.Id).Take(StepReport.Most).ToListAsync(ct);
        var left = await asked.CountAsync(ct) - targets.Count;
        var heads = await StepHead.OfAsync(db, targets, ct);
        return await SaveAsync(targets, heads, target => (form.IsBack ? step.GoBack : step.GoOn)(target, new StepBy(user.Id, form.Note, round, clock.UtcNow, heads[target.HouseholdId])), left, ct);
    }

    /// <summary>Records the decree and takes into it every validated household that is eligible and matched; the others are reported.</summary>
    public async Task<(Outcome, StepReport?)> DecreeAsync(VerificationRound round, DecreeForm form, CancellationToken ct)
    {
        if (await db.Decrees.AnyAsync(known => known.RoundId == round.Id && known.Number == form.Number!.Trim(), ct))
            return (Outcome.Refuse("SK dengan nomor ini sudah dicatat untuk periode ini."), null);
        var targets = await db.RoundTargets.Where(target => target.RoundId == round.Id && target.State == VerificationState.Validated).OrderBy(target => target.AreaCode).ThenBy(target => target.Id).ToListAsync(ct);
        if (!targets.Exists(target => target.IsReadyForDecree))
            return (Outcome.Refuse("Belum ada keluarga yang sudah divalidasi, layak, dan padan. Tidak ada yang bisa ditetapkan."), null);
        var outcome = Decree.Record(round, new DecreeTerms(form.Number, form.On, form.Signatory), clock.Today, user.Id, clock.UtcNow, out var decree);
        if (decree is null)
            return (outcome, null);
        var heads = await StepHead.OfAsync(db, targets, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Decrees.Add(decree);
        await db.SaveChangesAsync(ct);
        var report = await SaveAsync(targets, heads, target => target.TakeInto(decree), 0, ct);
        if (report is null)
            return (outcome, null);
        await annexes.AddAsync(decree, round, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (outcome, report);
    }

    private async Task<StepReport?> SaveAsync(List<RoundTarget> targets, Dictionary<long, StepHead> heads, Func<RoundTarget, Outcome> step, int left, CancellationToken ct)
    {
        var refused = new List<RefusedStep>();
        foreach (var target in targets)
        {
            if (step(target) is { IsAccepted: false } outcome)
                refused.Add(heads[target.HouseholdId].Refused(target, outcome));
        }
        if (refused.Count > 0)
            db.Changes.Note("Rule.Refused", detail: AuditDetail.Of(("refused", refused.Count), ("done", targets.Count - refused.Count)));
        try
        {
            await db.SaveChangesAsync(ct);
            return new StepReport(targets.Count - refused.Count, refused) { Left = left };
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    /// <summary>How many validated households would enter a decree now, and how many are not matched.</summary>
    public async Task<(int Ready, int Unmatched)> ReadyAsync(VerificationRound round, CancellationToken ct)
    {
        var validated = db.RoundTargets.Where(target => target.RoundId == round.Id && target.State == VerificationState.Validated);
        var ready = await validated.CountAsync(target => target.Match == CivilMatch.Agrees, ct);
        return (ready, await validated.CountAsync(ct) - ready);
    }
}
