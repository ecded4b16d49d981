using System.Security.Cryptography;

namespace TkpkdPortal.Web;

/// <summary>Headers of every answer, errors and static files included. Scripts run only with the nonce of the very page.</summary>
public static class SecurityHeaders
{
    private const string NonceKey = "csp-nonce";

    public static string NonceOf(HttpContext context)
    {
        if (context.Items[NonceKey] is not string nonce)
            context.Items[NonceKey] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        return nonce;
    }

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Set(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        var isKeptOnPhone = context.GetEndpoint()?.Metadata.GetMetadata<KeptOnPhoneAttribute>() is not null;
        headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'nonce-{NonceOf(context)}'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; manifest-src 'self'" + (isKeptOnPhone ? "; worker-src 'self'" : "");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = $"geolocation=({(isKeptOnPhone ? "self" : "")}), camera=(), microphone=(), payment=()";
        if (context.GetEndpoint()?.Metadata.GetMetadata<SandboxedAttribute>() is not null)
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        // Static files bring their own rule; everything else may be about a person and is never kept.
        if (context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
            headers.CacheControl = "no-store";
    }
}

/// <summary>The shell of the field app: the one page that may start the service worker and read the position.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KeptOnPhoneAttribute : Attribute;

/// <summary>Answers with bytes that somebody uploaded: whatever they are, nothing of them runs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SandboxedAttribute : Attribute;
