using TkpkdPortal.Settings;

namespace TkpkdPortal.Demo;

/// <summary>Whether this start may fill a demo office, and with which password.</summary>
public sealed record DemoSettings(bool IsAllowed, bool IsEnabled, string? Password)
{
    public static DemoSettings From(IConfiguration configuration, IHostEnvironment environment)
    {
        var asked = configuration.GetValue<bool?>("Demo:Enabled");
        if (environment.IsProduction() && asked is true)
            throw new SettingException("Demo__Enabled tidak boleh true di Production: data uji tidak dicampur dengan data warga.");
        return new DemoSettings(!environment.IsProduction(), asked ?? environment.IsDevelopment(), configuration["Demo:Password"] is { Length: > 0 } password ? password : null);
    }
}

public static class DemoSetup
{
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = DemoSettings.From(configuration, environment);
        services.AddSingleton(settings);
        if (!settings.IsAllowed)
            return services;
        services.AddSingleton<TimeProvider, DemoTime>();
        services.AddSingleton<DemoStage>().AddSingleton<DemoFill>().AddScoped<DemoAccounts>();
        return services;
    }
}
