namespace TkpkdPortal.Exporting;

public static class ExportSetup
{
    public static IServiceCollection AddExporting(this IServiceCollection services) => services.AddScoped<ExportDesk>();
}
