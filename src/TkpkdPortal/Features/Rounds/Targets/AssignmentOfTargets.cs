using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rounds.Targets;

/// <summary>Gives targets to enumerators of their village, by RT or one by one.</summary>
public sealed class AssignmentOfTargets(PortalDbContext db, OfficeClock clock)
{
    public async Task<(Outcome, StepReport?)> AssignAsync(VerificationRound round, AreaCode area, AssignForm form, CancellationToken ct)
    {
        if (form.Neighbourhood is null && form.Ids.Count == 0)
            return (Outcome.Refuse("Pilih RT, atau beri tanda pada keluarga di daftar."), null);
        var enumerator = form.Enumerator is { } id ? await db.Users.Where(u => u.PublicId == id && u.DisabledAt == null).Select(u => (long?)u.Id).SingleOrDefaultAsync(ct) : null;
        if (form.Enumerator is not null && enumerator is null)
            return (Outcome.Refuse("Pilih petugas dari daftar."), null);
        var targets = form.Neighbourhood is { } code && AreaCode.TryParse(code, out var rt)
            ? db.RoundTargets.Where(target => target.AreaCode == rt.Stored && target.State == VerificationState.NotVisited) : db.RoundTargets.Where(target => form.Ids.Contains(target.PublicId));
        var chosen = await targets.In(area).Where(target => target.RoundId == round.Id).OrderBy(target => target.Id).ToListAsync(ct);
        if (enumerator is { } user && await StrangerAsync(user, chosen, ct))
            return (Outcome.Refuse("Petugas ini tidak bertugas di desa atau kelurahan itu."), null);
        return (Outcome.Accepted, await AssignAsync(round, chosen, enumerator, form.DueOn, ct));
    }

    private async Task<StepReport> AssignAsync(VerificationRound round, List<RoundTarget> chosen, long? enumerator, DateOnly? dueOn, CancellationToken ct)
    {
        var heads = await StepHead.OfAsync(db, chosen, ct);
        var refused = new List<RefusedStep>();
        foreach (var target in chosen)
        {
            if (target.Assign(enumerator, dueOn, round) is { IsAccepted: false } outcome)
                refused.Add(heads[target.HouseholdId].Refused(target, outcome));
        }
        await db.SaveChangesAsync(ct);
        return new StepReport(chosen.Count - refused.Count, refused);
    }

    private async Task<bool> StrangerAsync(long enumerator, List<RoundTarget> targets, CancellationToken ct)
    {
        var today = clock.Today;
        var held = await db.Assignments.AsNoTracking().Where(a => a.UserId == enumerator && a.Role == Role.Enumerator && a.ValidFrom <= today && (a.ValidUntil == null || a.ValidUntil >= today)).ToListAsync(ct);
        return targets.Exists(target => !held.Any(a => a.Areas.Any(area => AreaRange.Of(area).Contains(target.AreaCode))));
    }
}
