using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Rounds;

/// <summary>What a round has to say to a visit: which round calls for it, whether it may be written or decided, and which questions it is asked with.</summary>
public sealed class RoundVisits(PortalDbContext db, OfficeClock clock)
{
    public static readonly Outcome RoundIsOver = Outcome.Refuse("Periode verval kunjungan ini sudah selesai; kunjungannya tidak diputuskan lagi.");

    /// <summary>The newest open round in which the household still is to be visited or has been; null for a visit outside any round.</summary>
    public async Task<RoundCall?> FindAsync(long householdId, CancellationToken ct)
    {
        var target = await db.RoundTargets.Where(t => t.HouseholdId == householdId && db.Rounds.Any(r => r.Id == t.RoundId && r.State != RoundState.Preparation && r.State != RoundState.Finished))
            .OrderByDescending(t => t.RoundId).FirstOrDefaultAsync(ct);
        return target is null ? null : await CallAsync(target, ct);
    }

    /// <summary>
    /// Takes a visit that is under way and belongs to no round yet into the open one that calls for it, or says why it may not be made now. Nothing happens to any other.
    /// </summary>
    public async Task<Outcome> TakeAsync(Visit visit, DateOnly? visitedOn, CancellationToken ct)
    {
        if (!visit.IsOpen || visit.RoundTargetId is not null || await FindAsync(visit.HouseholdId, ct) is not { } call)
            return Outcome.Accepted;
        // A phone sends a visit days after it was made: the day of the visit has to lie in the wave.
        var outcome = call.Target.MayBeVisited(visit.EnumeratorId, call.Round, visitedOn is { } day && day < clock.Today ? day : clock.Today);
        if (outcome.IsAccepted)
            call.Target.Take(visit, call.Questionnaire);
        return outcome;
    }

    /// <summary>Whether a visit that is under way may still be written: the round may be over, or the household out of it.</summary>
    public async Task<Outcome> MayBeWrittenAsync(Visit visit, CancellationToken ct) =>
        await CallOfAsync(visit, ct) is { } call ? call.Target.MayBeVisited(visit.EnumeratorId, call.Round, clock.Today) : Outcome.Accepted;

    /// <summary>Whether a submitted visit may still be decided: not after its round has ended.</summary>
    public async Task<Outcome> MayBeDecidedAsync(Visit visit, CancellationToken ct) =>
        visit.RoundTargetId is { } target && (await TargetsOfEndedRoundsAsync([target], ct)).Count > 0 ? RoundIsOver : Outcome.Accepted;

    /// <summary>Those of the targets whose round has ended.</summary>
    public async Task<IReadOnlySet<long>> TargetsOfEndedRoundsAsync(IReadOnlyCollection<long> targets, CancellationToken ct) => targets.Count == 0 ? new HashSet<long>()
        : await db.RoundTargets.Where(t => targets.Contains(t.Id) && db.Rounds.Any(r => r.Id == t.RoundId && r.State == RoundState.Finished)).Select(t => t.Id).ToHashSetAsync(ct);

    /// <summary>The version of the questionnaire that the visit is asked with; null outside any round.</summary>
    public Task<Questionnaire?> QuestionnaireOfAsync(Visit visit, CancellationToken ct) => visit.QuestionnaireId is { } id
        ? db.Questionnaires.AsNoTracking().Include(q => q.Questions).SingleOrDefaultAsync(q => q.Id == id, ct) : Task.FromResult<Questionnaire?>(null);

    /// <summary>What the open round with targets of the enumerator asks; null where there is none.</summary>
    public async Task<Questionnaire?> AskedOfAsync(long enumeratorId, CancellationToken ct) =>
        await TargetsToVisit.Of(db, enumeratorId).MaxAsync(t => (long?)t.RoundId, ct) is { } round ? await CurrentAsync(round, ct) : null;

    /// <summary>The version that a round asks with now.</summary>
    public Task<Questionnaire> CurrentAsync(long roundId, CancellationToken ct) =>
        db.Questionnaires.AsNoTracking().Include(q => q.Questions).Where(q => q.RoundId == roundId).OrderByDescending(q => q.Number).FirstAsync(ct);

    private async Task<RoundCall?> CallOfAsync(Visit visit, CancellationToken ct) => visit.RoundTargetId is { } id
        && await db.RoundTargets.SingleOrDefaultAsync(t => t.Id == id, ct) is { } target ? await CallAsync(target, ct) : null;

    private async Task<RoundCall> CallAsync(RoundTarget target, CancellationToken ct) =>
        new(await db.Rounds.AsNoTracking().Include(r => r.Waves).SingleAsync(r => r.Id == target.RoundId, ct), target, await CurrentAsync(target.RoundId, ct));
}

/// <summary>A round that calls for visits to one household, with the version of the questionnaire that it asks with now.</summary>
public sealed record RoundCall(VerificationRound Round, RoundTarget Target, Questionnaire Questionnaire);
