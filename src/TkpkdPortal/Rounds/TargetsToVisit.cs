using TkpkdPortal.Data;
using TkpkdPortal.Domain.Rounds;

namespace TkpkdPortal.Rounds;

/// <summary>Which targets wait for an enumerator: of rounds that are open, theirs, and not yet handed in.</summary>
public static class TargetsToVisit
{
    public static IQueryable<RoundTarget> Of(PortalDbContext db, long enumeratorId) => db.RoundTargets.Where(target => target.EnumeratorId == enumeratorId && !target.IsWithVillage
        && (target.State == VerificationState.NotVisited || target.State == VerificationState.Draft || target.State == VerificationState.Returned)
        && db.Rounds.Any(round => round.Id == target.RoundId && round.State != RoundState.Preparation && round.State != RoundState.Finished));

    /// <summary>A round is open where the reader works: then only assigned households are visited from a worklist.</summary>
    public static IQueryable<RoundTarget> OfOpenRounds(PortalDbContext db) =>
        db.RoundTargets.Where(target => db.Rounds.Any(round => round.Id == target.RoundId && round.State != RoundState.Preparation && round.State != RoundState.Finished));
}
