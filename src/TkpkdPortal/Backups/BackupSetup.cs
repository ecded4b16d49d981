namespace TkpkdPortal.Backups;

public static class BackupSetup
{
    public static IServiceCollection AddBackups(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(BackupSettings.From(configuration))
        .AddSingleton<BackupMaker>().AddSingleton<BackupProof>().AddSingleton<BackupRestore>().AddSingleton<BackupReports>().AddSingleton<BackupDesk>().AddSingleton<BackupOverview>();
}
