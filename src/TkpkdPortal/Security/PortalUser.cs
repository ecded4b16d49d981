using Microsoft.AspNetCore.Identity;
using TkpkdPortal.Domain;

namespace TkpkdPortal.Security;

/// <summary>An account: a person of an office, or the console behind the verbs, which nobody can sign in as.</summary>
public sealed class PortalUser : IdentityUser<long>, IHasPublicId
{
    public const int FullNameMaxLength = 150, TriesBeforeLock = 5;

    public static readonly TimeSpan LockLength = TimeSpan.FromMinutes(15);

    public Guid PublicId { get; private set; } = Guid.CreateVersion7();

    public string FullName { get; set; } = "";

    /// <summary>Since when the account is closed; every session ends with it.</summary>
    public DateTime? DisabledAt { get; private set; }

    public bool IsConsole { get; init; }

    /// <summary>Null: nobody has signed in with it yet.</summary>
    public DateTime? LastSignInAt { get; private set; }

    public bool CanSignIn => DisabledAt is null && !IsConsole;

    public void Disable(DateTime at) => DisabledAt ??= at;

    public void Enable() => DisabledAt = null;

    /// <summary>
    /// Counts a try before its password is looked at, so that tries at once are as many as tries in turn; the last one locks the account for
    /// a while unless it turns out right. False where the account is locked.
    /// </summary>
    public bool TakeTry(DateTimeOffset at)
    {
        if (LockoutEnd > at)
            return false;
        if (++AccessFailedCount >= TriesBeforeLock)
            (AccessFailedCount, LockoutEnd) = (0, at + LockLength);
        return true;
    }

    public void ForgetTries() => (AccessFailedCount, LockoutEnd) = (0, null);

    public void SignedIn(DateTime at)
    {
        ForgetTries();
        LastSignInAt = at;
    }
}
