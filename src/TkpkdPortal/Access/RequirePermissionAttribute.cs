using Microsoft.AspNetCore.Authorization;
using TkpkdPortal.Security;

namespace TkpkdPortal.Access;

/// <summary>The action needs this permission; the database then shows the areas in which the user holds it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequirePermissionAttribute(Permission permission) : AuthorizeAttribute(PolicyOf(permission))
{
    public Permission Permission => permission;

    internal static string PolicyOf(Permission permission) => "Permission:" + permission;
}
