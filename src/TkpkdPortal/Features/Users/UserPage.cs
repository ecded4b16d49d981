using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Security;

namespace TkpkdPortal.Features.Users;

/// <summary>One account with everything that it holds, held and will hold in the areas of whoever looks.</summary>
public sealed record UserPage(Guid Id, string FullName, string Email, bool IsClosed, bool HasPassword, DateTime? LastSignInAt)
{
    public DateTime? ClosedAt { get; init; }

    /// <summary>The own account: somebody else looks after it.</summary>
    public bool IsOwn { get; init; }

    public required IReadOnlyList<AssignmentLine> Assignments { get; init; }

    public AccountState State => AccountStates.Of(IsClosed, HasPassword, Assignments.Any(line => line.When is AssignmentTime.Now));

    public static async Task<UserPage?> ForAsync(PortalDbContext db, IQueryable<PortalUser> seen, Guid id, long actingId, DateOnly today, CancellationToken ct)
    {
        if (await seen.AsNoTracking().SingleOrDefaultAsync(u => u.PublicId == id, ct) is not { } user)
            return null;
        var lines = await db.Assignments.AsNoTracking().Where(a => a.UserId == user.Id)
            .Select(a => new AssignmentLine(a.PublicId, a.Role, a.AreaCode, a.ValidFrom, a.ValidUntil, a.StandIn, a.LetterNumber,
                db.Opds.Where(o => o.Id == a.OpdId).Select(o => o.ShortName).FirstOrDefault(), today)).ToListAsync(ct);
        return new UserPage(user.PublicId, user.FullName, user.Email!, user.DisabledAt is not null, user.PasswordHash is not null, user.LastSignInAt)
        {
            ClosedAt = user.DisabledAt,
            IsOwn = user.Id == actingId,
            Assignments = [.. lines.OrderBy(line => line.When).ThenByDescending(line => line.From)],
        };
    }
}

/// <summary>Where a day stands to the days of an assignment; what holds now comes first.</summary>
public enum AssignmentTime
{
    Now = 1,
    Later = 2,
    Past = 3,
}

public sealed record AssignmentLine(Guid Id, Role Role, string AreaCode, DateOnly From, DateOnly? Until, StandIn? StandIn, string? LetterNumber, string? Opd, DateOnly Today)
{
    public AssignmentTime When => Until < Today ? AssignmentTime.Past : From > Today ? AssignmentTime.Later : AssignmentTime.Now;

    public string Title => StandIn.Before(Role.Title(Domain.Areas.AreaCode.Parse(AreaCode)));

    /// <summary>Called off before its first day.</summary>
    public bool NeverHeld => Until < From;
}
