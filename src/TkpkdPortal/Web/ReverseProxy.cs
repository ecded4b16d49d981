using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Web;

/// <summary>
/// In an office the portal stands behind a proxy that speaks TLS. Whether a request came encrypted, and from where, is believed only from a
/// proxy on this machine or one that <c>Portal__KnownProxies</c> names (addresses or networks, parted by commas).
/// </summary>
internal static class ReverseProxy
{
    public static void Configure(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var text in (configuration["Portal:KnownProxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPAddress.TryParse(text, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(text, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new SettingException($"Portal__KnownProxies: '{text}' bukan alamat IP atau jaringan (contoh: 10.0.0.5, 172.16.0.0/12).");
        }
    }

    /// <summary>Cookies would not come back over plain http, so a page says so at once; health is asked from inside.</summary>
    public static IApplicationBuilder UseHttpsOnly(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.IsHttps || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync("Portal hanya dibuka lewat HTTPS. Admin: lihat Portal__KnownProxies di docs/operations.md.", context.RequestAborted);
    });
}
