using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.RateLimiting;
using TkpkdPortal.Access;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Web;

/// <summary>Pages: controllers with their views beside them, Indonesian forms, antiforgery on every post, headers on every answer.</summary>
public static class WebSetup
{
    public const string SignInLimit = "masuk";

    /// <summary>Limit of the public page that checks a code.</summary>
    public const string CodeChecks = "kode";

    /// <summary>Limit of the pages behind the link of a head of an RT.</summary>
    public const string LinkUse = "tautan";

    public const string HallUse = "hadir";

    /// <summary>Limit of forms whose photos are held in memory while they arrive: the next one waits, and is not turned away.</summary>
    public const string PhotoForms = "foto";

    public static IServiceCollection AddPortalWeb(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddControllersWithViews(options =>
        {
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.Conventions.Add(new RouteValuesFromRoute());
            IndonesianMessages.Translate(options);
            TypedQueryValues.Use(options.ValueProviderFactories);
        }).AddCookieTempDataProvider(options => SetCookie(options.Cookie, environment, "tkpkd-pesan"));
        services.Configure<RazorViewEngineOptions>(options =>
        {
            options.ViewLocationFormats.Clear();
            options.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
            options.ViewLocationExpanders.Add(new FeatureViewLocations());
        });
        services.AddAntiforgery(options => SetCookie(options.Cookie, environment, "tkpkd-formulir"));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Indonesian.Culture);
            options.SupportedCultures = options.SupportedUICultures = [Indonesian.Culture];
            options.RequestCultureProviders.Clear();
        });
        services.AddHsts(options => (options.MaxAge, options.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
        services.Configure<ForwardedHeadersOptions>(options => ReverseProxy.Configure(options, configuration));
        services.AddRateLimiter(LimitRates);
        services.AddScoped<PageFrame>();
        return services;
    }

    public static WebApplication UsePortalWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        if (app.Environment.WantsSecureCookies())
            app.UseForwardedHeaders().UseHsts().UseHttpsOnly();
        app.UseExceptionHandler("/galat/500");
        app.UseStatusCodePagesWithReExecute("/galat/{0}");
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseMiddleware<RequestLog>();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseRefusalAudit();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapControllers();
        // Without it an address that does not exist would be a closed page, 403, by the rule that everything is closed.
        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
        return app;
    }

    private static void SetCookie(CookieBuilder cookie, IHostEnvironment environment, string name)
    {
        cookie.Name = environment.CookieName(name);
        cookie.SameSite = SameSiteMode.Strict;
        cookie.HttpOnly = true;
        cookie.SecurePolicy = environment.WantsSecureCookies() ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
    }

    // Beside the lockout of one account: an office behind one address signs in by the dozen, a guesser by the thousand.
    private static void LimitRates(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        LimitPerAddress(options, SignInLimit, 120);
        LimitPerAddress(options, LinkUse, 120);
        // A hall of people behind one address signs in within minutes, three requests each.
        LimitPerAddress(options, HallUse, 1_200);
        // A code is drawn from fifty bits; this only keeps a guesser from burdening the portal.
        LimitPerAddress(options, CodeChecks, 60);
        options.AddPolicy(PhotoForms, context => RateLimitPartition.GetConcurrencyLimiter(AddressOf(context),
            _ => new ConcurrencyLimiterOptions { PermitLimit = 6, QueueLimit = 120 }));
    }

    private static void LimitPerAddress(RateLimiterOptions options, string policy, int perMinute) =>
        options.AddPolicy(policy, context => RateLimitPartition.GetFixedWindowLimiter(AddressOf(context),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
