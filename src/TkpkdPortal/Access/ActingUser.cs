using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Access;

/// <summary>
/// The account behind a request, job or verb, with the assignments that hold today. It is read anew each time, so that a closed account or an
/// ended assignment takes effect at once.
/// </summary>
public sealed class ActingUser(PortalDbContext db, UserScope scope, OfficeClock clock)
{
    private IReadOnlyList<Grant> _grants = [];

    public long Id { get; private set; }

    public string FullName { get; private set; } = "";

    public IReadOnlyList<Grant> Grants => _grants;

    public bool IsKnown => Id != 0;

    /// <summary>Takes on the account; false when it is unknown, closed or holds nothing today.</summary>
    public async Task<bool> BecomeAsync(long userId, string? osUser, CancellationToken ct)
    {
        var today = clock.Today;
        var user = await db.Users.AsNoTracking().Where(u => u.Id == userId && u.DisabledAt == null).Select(u => new
        {
            u.Id,
            u.Email,
            u.UserName,
            u.FullName,
            Assignments = db.Assignments.Where(a => a.UserId == u.Id && a.ValidFrom <= today && (a.ValidUntil == null || a.ValidUntil >= today)).OrderBy(a => a.Id).ToList(),
        }).SingleOrDefaultAsync(ct);
        if (user is null)
            return false;
        var assignments = user.Assignments;
        var opdIds = assignments.Where(a => a.OpdId is not null).Select(a => a.OpdId!.Value).Distinct().ToList();
        var duties = opdIds.Count == 0 ? [] : await db.Opds.Where(o => opdIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Duty, ct);
        _grants = [.. assignments.Select(a => new Grant(a.Role, [.. a.Areas], a.OpdId, a.OpdId is { } opd ? duties[opd] : Need.None))];
        (Id, FullName) = (user.Id, user.FullName);
        var account = user.Email ?? user.UserName!;
        scope.ActAs(user.Id, osUser is null ? account : $"{account} ({osUser})");
        return _grants.Count > 0;
    }

    public bool Can(Permission permission) => _grants.Any(grant => grant.Role.Grants(permission));

    /// <summary>The permission is held where the row lies.</summary>
    public bool CanAt(Permission permission, string storedAreaCode) => AreasOf(permission).Any(area => AreaRange.Of(area).Contains(storedAreaCode));

    public IEnumerable<AreaCode> AreasOf(Permission permission) =>
        _grants.Where(grant => grant.Role.Grants(permission)).SelectMany(grant => grant.Areas);

    /// <summary>Where the user looks when no area is asked for: the lowest area around all that the permission covers.</summary>
    public AreaCode HomeOf(Permission permission) => AreaCode.Around([.. AreasOf(permission)]);

    /// <summary>OPD for which the user records programs and aid; null for whoever has none.</summary>
    public long? OpdOf(Permission permission) =>
        _grants.Where(grant => grant.Role.Grants(permission)).Select(grant => grant.OpdId).FirstOrDefault(id => id is not null);

    /// <summary>From now on the database shows what the grants with this permission cover.</summary>
    public void LookWith(Permission permission) => scope.See(_grants, permission);
}
