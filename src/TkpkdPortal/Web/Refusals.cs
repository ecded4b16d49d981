using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Controllers;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;

namespace TkpkdPortal.Web;

/// <summary>
/// Writes to the audit what was refused: a page without permission, and a record that does not exist or lies outside the own area. A write
/// that would leave the own area answers as if the record did not exist.
/// </summary>
public static class Refusals
{
    public static IApplicationBuilder UseRefusalAudit(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (OutsideScopeException) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        if (context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is null && IsRefusal(context))
            await RecordAsync(context);
    });

    private static bool IsRefusal(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status403Forbidden => true,
        StatusCodes.Status404NotFound => context.User.Identity?.IsAuthenticated is true && context.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>() is not null,
        _ => false,
    };

    private static async Task RecordAsync(HttpContext context)
    {
        // A scope of its own: the request's context may hold changes that were just refused.
        await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var current = context.RequestServices.GetRequiredService<UserScope>();
        if (current.UserId is { } userId)
            scope.ServiceProvider.GetRequiredService<UserScope>().ActAs(userId, current.Actor);
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        await scope.ServiceProvider.GetRequiredService<ChangeWriter>().RecordAsync(db,
            context.Response.StatusCode == StatusCodes.Status403Forbidden ? "Access.Forbidden" : "Access.NotFound",
            detail: AuditDetail.Of(("route", route), ("method", context.Request.Method), ("asked", Asked(context))));
    }

    // Ids and areas down to the village, wherever they were given; nothing else that was typed, since it may be a personal number: sixteen
    // digits read as the code of an RT.
    private static List<string> Asked(HttpContext context)
    {
        IEnumerable<string?> given = [.. context.Request.RouteValues.Values.Select(value => value?.ToString()), .. context.Request.Query.SelectMany(pair => pair.Value)];
        if (context.Features.Get<IFormFeature>()?.Form is { } form)
            given = given.Concat(form.SelectMany(pair => pair.Value));
        return [.. given.OfType<string>().Where(text => Guid.TryParse(text, out _) || (AreaCode.TryParse(text, out var area) && area.Level <= AreaLevel.Village)).Distinct().Take(10)];
    }
}
