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
    private static readonly string[] WithoutArea = [FilterNames.Area];

    private static readonly KeptQuery<Func<PortalDbContext, byte[], DateTime, DateOnly, CancellationToken, Task<SessionRead?>>> Sessions = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, byte[] keyHash, DateTime now, DateOnly today, CancellationToken ct) =>
            db.Sessions.IgnoreQueryFilters(WithoutArea).AsNoTracking().Where(s => s.KeyHash == keyHash && s.ExpiresAt > now)
                .LeftJoin(db.Users.Where(u => u.DisabledAt == null), s => s.UserId, u => u.Id, (s, u) => new SessionRead(s.Ticket, u == null ? null : new AccountRead(u.Id, u.Email ?? u.UserName!, u.FullName),
                    db.Assignments.Where(a => a.UserId == s.UserId && a.ValidFrom <= today && (a.ValidUntil == null || a.ValidUntil >= today)).OrderBy(a => a.Id).ToList()))
                .SingleOrDefault()));

    private List<Grant> _grants = [];
    private Holding? _read;

    public long Id { get; private set; }

    public string FullName { get; private set; } = "";

    public IReadOnlyList<Grant> Grants => _grants;

    public bool IsKnown => Id != 0;

    /// <summary>
    /// The ticket of a session; null when it is over. What its account holds is read with it, since nearly every request goes on to take that
    /// account on.
    /// </summary>
    internal async Task<byte[]?> OpenSessionAsync(byte[] keyHash, DateTime now, CancellationToken ct)
    {
        var session = await Sessions.On(db)(db, keyHash, now, clock.Today, ct);
        if (session?.Account is { } account)
            _read = await HoldingAsync(account, session.Assignments, ct);
        return session?.Ticket;
    }

    /// <summary>Takes on the account; false when it is unknown, closed or holds nothing today.</summary>
    public async Task<bool> BecomeAsync(long userId, string? osUser, CancellationToken ct)
    {
        if ((_read?.UserId == userId ? _read : await HoldingAsync(userId, ct)) is not { } holding)
            return false;
        _grants = holding.Grants;
        (Id, FullName) = (userId, holding.FullName);
        scope.ActAs(userId, osUser is null ? holding.Account : $"{holding.Account} ({osUser})");
        return _grants.Count > 0;
    }

    /// <summary>Asked again in the middle of long work, just before it takes effect: the account may have been closed, or its last day may be over.</summary>
    public async Task<bool> StillHoldsAsync(Permission permission, string storedAreaCode, CancellationToken ct) =>
        (await HoldingAsync(Id, ct))?.Grants.Exists(grant => grant.Role.Grants(permission) && grant.Covers(storedAreaCode)) is true;

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

    // The own assignments make the scope: before it is known nothing passes the Area filter.
    private async Task<Holding?> HoldingAsync(long userId, CancellationToken ct)
    {
        var today = clock.Today;
        var user = await db.Users.IgnoreQueryFilters(WithoutArea).AsNoTracking().Where(u => u.Id == userId && u.DisabledAt == null).Select(u => new
        {
            Account = new AccountRead(u.Id, u.Email ?? u.UserName!, u.FullName),
            Assignments = db.Assignments.Where(a => a.UserId == u.Id && a.ValidFrom <= today && (a.ValidUntil == null || a.ValidUntil >= today)).OrderBy(a => a.Id).ToList(),
        }).SingleOrDefaultAsync(ct);
        return user is null ? null : await HoldingAsync(user.Account, user.Assignments, ct);
    }

    private async Task<Holding> HoldingAsync(AccountRead account, List<Assignment> assignments, CancellationToken ct)
    {
        var opdIds = assignments.Where(a => a.OpdId is not null).Select(a => a.OpdId!.Value).Distinct().ToList();
        var duties = opdIds.Count == 0 ? [] : await db.Opds.Where(o => opdIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Duty, ct);
        return new Holding(account.UserId, account.Account, account.FullName,
            [.. assignments.Select(a => new Grant(a.Role, [.. a.Areas], a.OpdId, a.OpdId is { } opd ? duties[opd] : Need.None, a.StandIn))]);
    }

    private sealed record SessionRead(byte[] Ticket, AccountRead? Account, List<Assignment> Assignments);

    private sealed record AccountRead(long UserId, string Account, string FullName);

    private sealed record Holding(long UserId, string Account, string FullName, List<Grant> Grants);
}
