using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using TkpkdPortal.Security;

namespace TkpkdPortal.Access;

/// <summary>A policy that one permission fulfils.</summary>
internal sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

/// <summary>
/// Joins what and where: the permission table says whether, and the assignments that grant it become the scope of every query of the request.
/// </summary>
internal sealed class PermissionHandler(ActingUser user, UserScope scope) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (!long.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var userId))
            return;
        var http = context.Resource as HttpContext;
        if (!user.IsKnown && !await user.BecomeAsync(userId, osUser: null, http?.RequestAborted ?? CancellationToken.None))
            return;
        if (!user.Can(requirement.Permission))
            return;
        user.LookWith(requirement.Permission);
        scope.IsReadOnly = http is not null && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method));
        context.Succeed(requirement);
    }
}
