using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Objections;

/// <summary>Records objections and takes their steps; upholding one moves its target in the same save. A step answers null where somebody else took one at the same moment.</summary>
public sealed class ObjectionDesk(PortalDbContext db, ActingUser user, OfficeClock clock)
{
    private static readonly Outcome IsOpenAlready =
        Outcome.Refuse("Sanggahan tentang keluarga ini sudah dicatat dan belum dijawab. Tambahkan keterangannya saat sanggahan itu diperiksa.");

    /// <summary>What can be objected to: the newest open round in which the household is.</summary>
    public async Task<ObjectedTarget?> FindAsync(Guid household, CancellationToken ct) =>
        await (from target in db.RoundTargets
               join row in db.Households on target.HouseholdId equals row.Id
               join round in db.Rounds on target.RoundId equals round.Id
               where row.PublicId == household && round.State != RoundState.Preparation && round.State != RoundState.Finished
               orderby target.RoundId descending
               select new ObjectedTarget(target.Id, row.PublicId, row.HeadName, target.AreaCode, target.State, round.Name)).FirstOrDefaultAsync(ct);

    public async Task<(Outcome, Objection?)> RecordAsync(ObjectedTarget about, ObjectionForm form, CancellationToken ct)
    {
        if (await db.Objections.AnyAsync(o => o.RoundTargetId == about.TargetId && (o.State == ObjectionState.Received || o.State == ObjectionState.Verified), ct))
            return (IsOpenAlready, null);
        var target = await db.RoundTargets.SingleAsync(t => t.Id == about.TargetId, ct);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == target.RoundId, ct);
        var outcome = Objection.Record(target, round, new ObjectionTerms(form.Kind!.Value, form.ObjectorName, form.Relation!.Value, form.Channel!.Value, form.Statement!, form.ReceivedOn!.Value), clock.Today, user.Id, clock.UtcNow,
            out var objection);
        if (objection is null)
            return (outcome, null);
        db.Objections.Add(objection);
        try
        {
            await db.SaveChangesAsync(ct);
            return (outcome, objection);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return (IsOpenAlready, null);
        }
    }

    public Task<Outcome?> VerifyAsync(Objection objection, ObjectionDecisionForm form, CancellationToken ct) => SaveAsync(objection.Verify(user.Id, form.Finding, clock.UtcNow), ct);

    public async Task<Outcome?> AnswerAsync(Objection objection, ObjectionDecisionForm form, CancellationToken ct)
    {
        if (form.IsUpheld is not { } isUpheld)
            return Outcome.Refuse("Pilih dikabulkan atau ditolak.");
        if (!isUpheld)
            return await SaveAsync(objection.Reject(user.Id, form.Answer, clock.UtcNow), ct);
        var target = await db.RoundTargets.SingleAsync(t => t.Id == objection.RoundTargetId, ct);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == objection.RoundId, ct);
        return await SaveAsync(objection.Uphold(target, round, user.Id, form.Answer, clock.UtcNow), ct);
    }

    private async Task<Outcome?> SaveAsync(Outcome outcome, CancellationToken ct)
    {
        try
        {
            if (outcome.IsAccepted)
                await db.SaveChangesAsync(ct);
            else
                db.ChangeTracker.Clear();
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }
}

/// <summary>A household of a round to which somebody objects.</summary>
public sealed record ObjectedTarget(long TargetId, Guid HouseholdId, string HeadName, string AreaCode, VerificationState State, string RoundName)
{
    /// <summary>What an objection would be about, as the household stands now.</summary>
    public ObjectionKind Kind => State is VerificationState.Excluded ? ObjectionKind.AgainstExclusion : ObjectionKind.AgainstInclusion;
}
