using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;

namespace TkpkdPortal.Features.Rounds.Targets;

/// <summary>Daftar kejar: who is behind, by enumerator and by place, the furthest first; what lurah and camat call about.</summary>
public sealed record ChasePage(VerificationRound Round, AreaCode Area, IReadOnlyList<ChasedEnumerator> Enumerators, IReadOnlyList<ChasedPlace> Places)
{
    /// <summary>Targets of the area that are past their due day and not handed in.</summary>
    public int Overdue => Places.Sum(place => place.Overdue);

    public static async Task<ChasePage> ForAsync(PortalDbContext db, VerificationRound round, AreaCode area, DateOnly today, CancellationToken ct)
    {
        var targets = db.RoundTargets.AsNoTracking().In(area).Where(target => target.RoundId == round.Id && target.State != VerificationState.Cancelled);
        var groups = await targets.GroupBy(target => new { target.AreaCode, target.EnumeratorId }).Select(g => new ChaseGroup(g.Key.AreaCode, g.Key.EnumeratorId,
            g.Count(t => t.State == VerificationState.NotVisited || t.State == VerificationState.Draft),
            g.Count(t => t.State == VerificationState.Returned),
            g.Count(t => t.State == VerificationState.Submitted),
            g.Count(t => t.DueOn < today && (t.State == VerificationState.NotVisited || t.State == VerificationState.Draft || t.State == VerificationState.Returned)),
            g.Max(t => t.FirstSubmittedAt != null ? t.VisitedOn : null))).ToListAsync(ct);
        var names = await NamesAsync(db, groups, ct);
        // A lurah calls about an RT, a camat about a village.
        var level = area.Level >= AreaLevel.Village ? AreaLevel.Rt : AreaLevel.Village;
        return new ChasePage(round, area,
            [.. groups.GroupBy(group => group.EnumeratorId).Select(own => new ChasedEnumerator(own.Key is { } id ? names.GetValueOrDefault(id) : null, own.Sum(g => g.Unvisited), own.Sum(g => g.Returned),
                own.Sum(g => g.Overdue), own.Max(g => g.LastVisitedOn))).Where(own => own.Unvisited + own.Returned > 0).OrderByDescending(own => own.Overdue).ThenByDescending(own => own.Unvisited)],
            [.. groups.GroupBy(group => AreaCode.Parse(group.AreaCode).AtLevel(level)).Select(place => new ChasedPlace(place.Key, place.Sum(g => g.Unvisited), place.Sum(g => g.Returned), place.Sum(g => g.Submitted),
                place.Sum(g => g.Overdue), place.Max(g => g.LastVisitedOn))).Where(place => place.Unvisited + place.Returned + place.Submitted > 0)
                .OrderByDescending(place => place.Overdue).ThenByDescending(place => place.Unvisited).ThenBy(place => place.Area.Stored, StringComparer.Ordinal)]);
    }

    private static async Task<Dictionary<long, PortalUserName>> NamesAsync(PortalDbContext db, List<ChaseGroup> groups, CancellationToken ct)
    {
        var ids = groups.Select(group => group.EnumeratorId).OfType<long>().Distinct().ToList();
        return await db.Users.Where(user => ids.Contains(user.Id)).Select(user => new { user.Id, user.PublicId, user.FullName }).ToDictionaryAsync(user => user.Id, user => new PortalUserName(user.PublicId, user.FullName), ct);
    }

    private sealed record ChaseGroup(string AreaCode, long? EnumeratorId, int Unvisited, int Returned, int Submitted, int Overdue, DateOnly? LastVisitedOn);
}

public sealed record PortalUserName(Guid Id, string FullName);

/// <summary>One enumerator, or null for the targets that nobody is assigned to.</summary>
public sealed record ChasedEnumerator(PortalUserName? User, int Unvisited, int Returned, int Overdue, DateOnly? LastVisitedOn);

/// <summary>One RT or village with what is still open there.</summary>
public sealed record ChasedPlace(AreaCode Area, int Unvisited, int Returned, int Submitted, int Overdue, DateOnly? LastVisitedOn);
