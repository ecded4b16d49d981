namespace TkpkdPortal.Needs;

public static class NeedsSetup
{
    public static IServiceCollection AddNeeds(this IServiceCollection services) => services.AddScoped<NeedScan>().AddScoped<NeedRejudging>().AddScoped<NeedRuleDesk>();
}
