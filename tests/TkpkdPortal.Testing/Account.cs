using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;

namespace TkpkdPortal.Testing;

/// <summary>An account that a test made; all share one password, which no list of common ones holds.</summary>
public sealed record Account(long Id, string Email, Role Role, AreaCode Area)
{
    public const string Password = "rotan-hulu-dermaga-83";
}
