using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;

namespace TkpkdPortal.Rounds;

/// <summary>Who may visit in a village today.</summary>
public static class VillageEnumerators
{
    /// <summary>Enumerators whose assignment covers the village or lies in it today, by name.</summary>
    public static async Task<IReadOnlyList<EnumeratorName>> OfAsync(PortalDbContext db, AreaCode village, DateOnly today, CancellationToken ct)
    {
        var held = await (from assignment in db.Assignments.In(village).AsNoTracking()
                          where assignment.Role == Role.Enumerator && assignment.ValidFrom <= today && (assignment.ValidUntil == null || assignment.ValidUntil >= today)
                          join user in db.Users on assignment.UserId equals user.Id
                          where user.DisabledAt == null
                          select new { user.PublicId, user.FullName }).Distinct().OrderBy(user => user.FullName).ToListAsync(ct);
        return [.. held.Select(user => new EnumeratorName(user.PublicId, user.FullName))];
    }
}

/// <summary>An enumerator as a form offers her or him.</summary>
public sealed record EnumeratorName(Guid PublicId, string FullName);
