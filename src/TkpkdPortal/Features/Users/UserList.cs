using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Users;

/// <summary>Accounts with what they hold today.</summary>
public sealed record UserList(UserFilter Filter, IReadOnlyList<UserRow> Rows, Paging Paging)
{
    public static async Task<UserList> ForAsync(PortalDbContext db, IQueryable<PortalUser> seen, UserFilter filter, DateOnly today, CancellationToken ct)
    {
        var chosen = Chosen(db, seen, filter, today);
        var paging = Paging.Of(filter.Page, await chosen.CountAsync(ct));
        var rows = await Ordered(chosen, filter.Order).Skip(paging.Skip).Take(paging.PageSize)
            .Select(u => new UserRow(u.PublicId, u.FullName, u.Email!, u.DisabledAt != null, u.PasswordHash != null, u.LastSignInAt)
            {
                Held = db.Assignments.Where(a => a.UserId == u.Id && a.ValidFrom <= today && (a.ValidUntil == null || a.ValidUntil >= today)).OrderBy(a => a.Id)
                    .Select(a => new HeldRole(a.Role, a.AreaCode, a.StandIn, a.ValidUntil)).ToList(),
            }).ToListAsync(ct);
        return new UserList(filter, rows, paging);
    }

    private static IQueryable<PortalUser> Chosen(PortalDbContext db, IQueryable<PortalUser> seen, UserFilter filter, DateOnly today)
    {
        var users = LikePatterns.Of(filter.Text).Aggregate(seen.AsNoTracking(), (found, word) =>
            found.Where(u => EF.Functions.Like(u.FullName, word, LikePatterns.Escape) || EF.Functions.Like(u.Email!, word, LikePatterns.Escape)));
        var held = db.Assignments.Where(a => a.ValidFrom <= today && (a.ValidUntil == null || a.ValidUntil >= today));
        if (filter.Role is { } role || AreaCode.TryParse(filter.Area, out _))
        {
            var wanted = AreaCode.TryParse(filter.Area, out var area) ? held.In(area) : held;
            users = users.Where(u => wanted.Any(a => a.UserId == u.Id && (filter.Role == null || a.Role == filter.Role)));
        }
        return filter.State switch
        {
            AccountState.Closed => users.Where(u => u.DisabledAt != null),
            AccountState.WithoutRole => users.Where(u => u.DisabledAt == null && !held.Any(a => a.UserId == u.Id)),
            AccountState.NotSetUp => users.Where(u => u.DisabledAt == null && u.PasswordHash == null),
            AccountState.Active => users.Where(u => u.DisabledAt == null && u.PasswordHash != null && held.Any(a => a.UserId == u.Id)),
            _ => users,
        };
    }

    private static IOrderedQueryable<PortalUser> Ordered(IQueryable<PortalUser> users, string? order) => order switch
    {
        "pos-el" => users.OrderBy(u => u.NormalizedEmail),
        "masuk" => users.OrderByDescending(u => u.LastSignInAt).ThenBy(u => u.Id),
        "lama" => users.OrderBy(u => u.LastSignInAt).ThenBy(u => u.Id),
        _ => users.OrderBy(u => u.FullName).ThenBy(u => u.Id),
    };
}

public sealed record UserRow(Guid Id, string FullName, string Email, bool IsClosed, bool HasPassword, DateTime? LastSignInAt)
{
    public required IReadOnlyList<HeldRole> Held { get; init; }

    public AccountState State => AccountStates.Of(IsClosed, HasPassword, Held.Count > 0);
}

public sealed record HeldRole(Role Role, string AreaCode, StandIn? StandIn, DateOnly? Until)
{
    public string Title => StandIn.Before(Role.Title(Domain.Areas.AreaCode.Parse(AreaCode)));
}
