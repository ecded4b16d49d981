namespace TkpkdPortal.Rounds;

public static class RoundSetup
{
    public static IServiceCollection AddRounds(this IServiceCollection services) => services.AddScoped<RoundVisits>();
}
