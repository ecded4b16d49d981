using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.Data.History;

/// <summary>
/// Keeps the targets of rounds in step with their visits, whoever saves these: form, phone, review or demo. A target is moved in the save that
/// moves its visit, so that none of them can forget it.
/// </summary>
internal static class RoundFollower
{
    /// <summary>Answers the targets that it moved: a save that fails lets go of them.</summary>
    public static async Task<IReadOnlyList<EntityEntry>> FollowAsync(PortalDbContext db, CancellationToken ct)
    {
        var visits = db.ChangeTracker.Entries<Visit>().Where(HasMoved).Select(entry => entry.Entity).ToList();
        if (visits.Count == 0)
            return [];
        var ids = visits.Select(visit => visit.RoundTargetId!.Value).Distinct().ToList();
        var targets = await db.RoundTargets.Where(target => ids.Contains(target.Id)).ToDictionaryAsync(target => target.Id, ct);
        foreach (var visit in visits)
            targets[visit.RoundTargetId!.Value].Follow(visit);
        db.ChangeTracker.DetectChanges();
        return [.. targets.Values.Select(target => db.Entry(target))];
    }

    // A hand-over takes decided visits along; that moves no target.
    private static bool HasMoved(EntityEntry<Visit> entry) => entry.Entity.RoundTargetId is not null
        && (entry.State is EntityState.Added || (entry.State is EntityState.Modified
            && (entry.Property(visit => visit.Status).IsModified || (entry.Entity.Status is not VisitStatus.Approved && entry.Properties.Any(p => p.IsModified && p.Metadata.Name != nameof(Visit.AreaCode))))));
}
