using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using TkpkdPortal.Data;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Access;

/// <summary>Accounts, sessions and the rule that nothing is open unless a permission says so.</summary>
public static class AccessSetup
{
    /// <summary>A working day of field staff; after that everybody signs in again.</summary>
    public static readonly TimeSpan SessionLength = TimeSpan.FromHours(12), SetupLinkLength = TimeSpan.FromHours(72);

    public static IServiceCollection AddPortalAccess(this IServiceCollection services, PortalPaths paths, IHostEnvironment environment)
    {
        services.AddDataProtection().SetApplicationName("TkpkdPortal").PersistKeysToFileSystem(new DirectoryInfo(paths.Keys));
        services.AddScoped<ActingUser>();
        services.AddScoped<AccountFinder>();
        services.AddScoped<AssignmentDesk>();
        services.AddScoped<Accounts>().AddScoped<SearchLimit>();
        services.AddIdentityCore<PortalUser>(ConfigureIdentity).AddEntityFrameworkStores<PortalDbContext>().AddSignInManager()
            .AddDefaultTokenProviders().AddPasswordValidator<PasswordDenyList>().AddErrorDescriber<IndonesianIdentityErrors>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = SetupLinkLength);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromSeconds(30));
        AddCookie(services, environment);
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
            foreach (var permission in Enum.GetValues<Permission>())
            {
                options.AddPolicy(RequirePermissionAttribute.PolicyOf(permission),
                    policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)));
            }
        });
        return services;
    }

    /// <summary>Browsers hold back Secure cookies on plain http, which only a developer's machine and tests use.</summary>
    public static bool WantsSecureCookies(this IHostEnvironment environment) => !environment.IsDevelopment() && !environment.IsEnvironment("Test");

    public static string CookieName(this IHostEnvironment environment, string name) => (environment.WantsSecureCookies() ? "__Host-" : "") + name;

    private static void ConfigureIdentity(IdentityOptions options)
    {
        options.Password.RequiredLength = 12;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 5;
        options.User.RequireUniqueEmail = true;
    }

    private static void AddCookie(IServiceCollection services, IHostEnvironment environment)
    {
        services.AddSingleton<SessionStore>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<SessionStore>((options, store) =>
        {
            options.SessionStore = store;
            options.Cookie.Name = environment.CookieName("tkpkd-sesi");
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = environment.WantsSecureCookies() ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            options.LoginPath = "/masuk";
            options.LogoutPath = "/keluar";
            options.ReturnUrlParameter = "kembali";
            options.ExpireTimeSpan = SessionLength;
            options.SlidingExpiration = false;
            var toSignIn = options.Events.OnRedirectToLogin;
            options.Events.OnRedirectToLogin = context =>
            {
                if (!FieldRequests.Are(context.Request.Path))
                    return toSignIn(context);
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            };
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
            options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        });
    }
}
