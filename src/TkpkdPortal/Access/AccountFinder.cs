using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Access;

/// <summary>
/// The accounts that a user of these pages sees: with the whole office all of them, with a part of it those that hold or held a role there.
/// The console behind the verbs is nobody's to look after.
/// </summary>
public sealed class AccountFinder(PortalDbContext db, ActingUser acting, OfficeSettings office)
{
    /// <summary>Where the user manages accounts, as one area.</summary>
    public AreaCode Home => acting.HomeOf(Permission.ManageUsers);

    public IQueryable<PortalUser> Seen(Permission permission)
    {
        var people = db.Users.Where(u => !u.IsConsole);
        return acting.CanAt(permission, office.Area.Stored) ? people : people.Where(u => db.Assignments.Any(a => a.UserId == u.Id));
    }

    /// <summary>The account to change; null where it does not exist or is not the user's to manage.</summary>
    public Task<PortalUser?> FindAsync(Guid id, CancellationToken ct) => Seen(Permission.ManageUsers).SingleOrDefaultAsync(u => u.PublicId == id, ct);
}
