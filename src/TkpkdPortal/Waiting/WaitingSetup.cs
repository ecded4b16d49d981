namespace TkpkdPortal.Waiting;

public static class WaitingSetup
{
    public static IServiceCollection AddWaiting(this IServiceCollection services) => services.AddScoped<WaitingDesk>();
}
