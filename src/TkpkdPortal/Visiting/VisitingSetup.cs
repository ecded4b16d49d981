using TkpkdPortal.Photos;

namespace TkpkdPortal.Visiting;

public static class VisitingSetup
{
    public static IServiceCollection AddVisiting(this IServiceCollection services) => services.AddScoped<VisitNumbers>().AddSingleton<PhotoStore>().AddScoped<PhotoSweep>();
}
