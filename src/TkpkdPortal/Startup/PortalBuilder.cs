using TkpkdPortal.Access;
using TkpkdPortal.Backups;
using TkpkdPortal.Data;
using TkpkdPortal.Demo;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Doubles;
using TkpkdPortal.Exporting;
using TkpkdPortal.Features;
using TkpkdPortal.Importing;
using TkpkdPortal.Needs;
using TkpkdPortal.Privacy;
using TkpkdPortal.Proposing;
using TkpkdPortal.Rounds;
using TkpkdPortal.Settings;
using TkpkdPortal.Visiting;
using TkpkdPortal.Waiting;
using TkpkdPortal.Web;

namespace TkpkdPortal.Startup;

/// <summary>Puts the portal together, the same for serving and for every verb.</summary>
public static class PortalBuilder
{
    public const string DefaultUrl = "http://localhost:5080";

    public static WebApplicationBuilder Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Settings and site lie beside the program, wherever it is called from.
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = IsEnvironmentNamed(args) ? null : DefaultEnvironment,
        });
        builder.WebHost.UseStaticWebAssets();
        var paths = PortalPaths.From(builder.Configuration, builder.Environment);
        builder.AddPortalLogging(paths);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 10 * 1024 * 1024;
        });
        if (NamesNoAddress(builder.Configuration))
            builder.WebHost.UseUrls(DefaultUrl);
        builder.Services.AddSingleton(paths)
            .AddSingleton(_ => AreaFiles.Load(Path.Combine(AppContext.BaseDirectory, "Assets", "areas")))
            .AddSingleton(_ => BpsCodeFiles.Load(Path.Combine(AppContext.BaseDirectory, "Settings", BpsCodes.OfficeFile), Path.Combine(paths.Data, BpsCodes.OfficeFile)))
            .AddSingleton(services => OfficeSettings.From(builder.Configuration, services.GetRequiredService<AreaDirectory>()))
            .AddSingleton<OfficeClock>()
            .AddSingleton<PublicAddress>()
            .AddPortalDatabase(builder.Configuration, paths)
            .AddPortalAccess(paths, builder.Environment)
            .AddImporting()
            .AddExporting()
            .AddBackups(builder.Configuration)
            .AddPrivacy()
            .AddRounds()
            .AddWaiting()
            .AddVisiting()
            .AddProposing()
            .AddDoubles()
            .AddNeeds()
            .AddPortalWeb(builder.Configuration, builder.Environment)
            .AddFeatures()
            .AddDemo(builder.Configuration, builder.Environment)
            .AddSingleton<HeldLock>()
            .AddScoped<DatabaseStart>();
        return builder;
    }

    // A debug build is a developer's, a release build an office's, unless the environment says otherwise. A launch profile would do the same,
    // but dotnet run announces it on standard output, where a verb's JSON belongs.
#if DEBUG
    private static string DefaultEnvironment => Environments.Development;
#else
    private static string DefaultEnvironment => Environments.Production;
#endif

    private static bool IsEnvironmentNamed(string[] args) => args.Any(arg => arg.StartsWith("--environment", StringComparison.OrdinalIgnoreCase))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT"));

    private static bool NamesNoAddress(ConfigurationManager configuration) =>
        string.IsNullOrEmpty(configuration["urls"]) && string.IsNullOrEmpty(configuration["http_ports"]) && !configuration.GetSection("Kestrel:Endpoints").Exists();
}
