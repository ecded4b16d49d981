using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rounds;

/// <summary>Opens rounds, takes them further and closes them. The targets are made when a round begins to run, and for a kecamatan that joins later.</summary>
public sealed class RoundDesk(PortalDbContext db, ActingUser user, OfficeClock clock)
{
    private const int Chunk = 2000;

    public async Task<(Outcome, VerificationRound?)> OpenAsync(RoundTerms terms, CancellationToken ct)
    {
        var outcome = VerificationRound.Open(terms, user.Id, clock.UtcNow, out var round);
        if (round is null)
            return (outcome, null);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Rounds.Add(round);
        await db.SaveChangesAsync(ct);
        db.Questionnaires.Add(Questionnaire.First(round, user.Id, clock.UtcNow));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (outcome, round);
    }

    public async Task<Outcome> ChangeAsync(VerificationRound round, RoundTerms terms, CancellationToken ct)
    {
        if (round.Change(terms) is { IsAccepted: false } refused)
            return refused;
        // A changed wave is a change of the round, too.
        db.Entry(round).Property(r => r.Version).IsModified = true;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        if (round.State is not RoundState.Preparation)
            await MakeTargetsAsync(round, ct);
        await transaction.CommitAsync(ct);
        return Outcome.Accepted;
    }

    public async Task<Outcome> AdvanceAsync(VerificationRound round, CancellationToken ct)
    {
        var begins = round.State is RoundState.Preparation;
        var tally = begins ? new RoundTally(await CandidatesAsync(round, ct), 0, 0, 0, 0, 0) : await TallyAsync(db, round.Id, ct);
        if (round.Advance(tally, clock.Today) is { IsAccepted: false } refused)
            return refused;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        if (begins)
            await MakeTargetsAsync(round, ct);
        await transaction.CommitAsync(ct);
        return Outcome.Accepted;
    }

    public async Task<Outcome> SignOffAsync(VerificationRound round, string? note, CancellationToken ct)
    {
        var outcome = round.SignOff(await TallyAsync(db, round.Id, ct), note, user.Id, clock.UtcNow);
        if (outcome.IsAccepted)
            await db.SaveChangesAsync(ct);
        return outcome;
    }

    public static async Task<RoundTally> TallyAsync(PortalDbContext db, long roundId, CancellationToken ct)
    {
        var targets = db.RoundTargets.Where(t => t.RoundId == roundId);
        var counts = await targets.GroupBy(t => t.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        int Of(params VerificationState[] states) => states.Sum(state => counts.GetValueOrDefault(state));
        return new RoundTally(counts.Values.Sum(), Of(VerificationState.NotVisited, VerificationState.Draft),
            Of(VerificationState.NotVisited, VerificationState.Draft, VerificationState.Submitted, VerificationState.Returned, VerificationState.ApprovedByVillage),
            Of(VerificationState.AgreedInDeliberation), Of(VerificationState.VerifiedByDistrict),
            await targets.CountAsync(t => t.State == VerificationState.Validated && t.Match == Domain.CivilRegistry.CivilMatch.Agrees, ct))
        {
            Proposals = await db.Proposals.CountAsync(p => p.RoundId == roundId && p.Check == ProposalCheck.Waiting, ct),
        };
    }

    /// <summary>Households of the list in the kecamatan of the waves, as far as they are in the register.</summary>
    private IQueryable<Domain.Households.Household> Candidates(VerificationRound round, AreaCode district) => db.Households.In(district)
        .Where(h => db.ListedHouseholds.Any(row => row.HouseholdId == h.Id && row.ReleaseId == round.ReleaseId && row.SupersededById == null));

    private async Task<int> CandidatesAsync(VerificationRound round, CancellationToken ct)
    {
        var count = 0;
        foreach (var wave in round.Waves)
            count += await Candidates(round, AreaCode.Parse(wave.AreaCode)).CountAsync(ct);
        return count;
    }

    private async Task MakeTargetsAsync(VerificationRound round, CancellationToken ct)
    {
        foreach (var wave in round.Waves)
        {
            var missing = await Candidates(round, AreaCode.Parse(wave.AreaCode)).AsNoTracking().Where(h => !db.RoundTargets.Any(t => t.RoundId == round.Id && t.HouseholdId == h.Id))
                .OrderBy(h => h.AreaCode).ThenBy(h => h.Id).Select(h => new { h.Id, h.AreaCode }).ToListAsync(ct);
            foreach (var part in missing.Chunk(Chunk))
            {
                db.RoundTargets.AddRange(part.Select(household => new RoundTarget(round.Id, household.Id, household.AreaCode)));
                await db.SaveChangesAsync(ct);
            }
        }
    }
}
