namespace TkpkdPortal.Privacy;

public static class PrivacySetup
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services.AddSingleton<AccessQueue>().AddScoped<Accesses>().AddScoped<Notices>();
}
