using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Access;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Access;

/// <summary>One endpoint of the running portal: what a table of permissions has a line for.</summary>
public sealed record PortalEndpoint(string Method, string Route, string Permission)
{
    public string Key => $"{Method} {Route}";

    public const string Open = "open", Closed = "closed";

    // What serves files that were added since the build, on a developer's machine only.
    private const string LooseFiles = "{**path:file}";

    /// <summary>Every endpoint that the portal answers on, its files (styles, scripts, fonts) aside.</summary>
    public static IReadOnlyList<PortalEndpoint> Of(TestPortal portal) =>
    [
        .. portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.RawText != LooseFiles)
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method =>
                new PortalEndpoint(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), PermissionOf(endpoint))))
            .DistinctBy(endpoint => endpoint.Key).OrderBy(endpoint => endpoint.Route, StringComparer.Ordinal).ThenBy(endpoint => endpoint.Method, StringComparer.Ordinal),
    ];

    private static string PermissionOf(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return Open;
        return endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is null || endpoint.Metadata.GetOrderedMetadata<RequirePermissionAttribute>() is not [.., var permission]
            ? Closed : permission.Permission.ToString();
    }
}
