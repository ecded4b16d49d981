using Microsoft.AspNetCore.Identity;
using TkpkdPortal.Domain;

namespace TkpkdPortal.Security;

/// <summary>An account: a person of an office, or the console behind the verbs, which nobody can sign in as.</summary>
public sealed class PortalUser : IdentityUser<long>, IHasPublicId
{
    public const int FullNameMaxLength = 150;

    public Guid PublicId { get; private set; } = Guid.CreateVersion7();

    public string FullName { get; set; } = "";

    /// <summary>Since when the account is closed; every session ends with it.</summary>
    public DateTime? DisabledAt { get; private set; }

    public bool IsConsole { get; init; }

    public bool CanSignIn => DisabledAt is null && !IsConsole;

    public void Disable(DateTime at) => DisabledAt ??= at;
}
