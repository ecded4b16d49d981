namespace TkpkdPortal.Doubles;

public static class DoublesSetup
{
    public static IServiceCollection AddDoubles(this IServiceCollection services) => services
        .AddScoped<ComparedRegister>().AddScoped<DoubleSearchRun>().AddScoped<DoubleSearchDesk>().AddScoped<MergeDesk>();
}
