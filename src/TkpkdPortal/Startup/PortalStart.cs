using TkpkdPortal.Data;
using TkpkdPortal.Data.Sqlite;
using TkpkdPortal.Doubles;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Startup;

/// <summary>What has to hold before the first request: the data directory is ours, the database is on this version, nothing half-done is left.</summary>
public static class PortalStart
{
    /// <summary>Brings the database up; the lock, where one is needed, is held until the host ends.</summary>
    public static async Task OpenAsync(IServiceProvider services, CancellationToken ct)
    {
        RuntimeSafety.Assert(services.GetRequiredService<IHostEnvironment>(), services.GetRequiredService<ILogger<DatabaseStart>>());
        var configuration = services.GetRequiredService<IConfiguration>();
        var isAlone = false;
        if (!DatabaseSetup.IsSqlServer(configuration))
        {
            var journal = DatabaseSetup.JournalOf(configuration);
            services.GetRequiredService<HeldLock>().Take(services.GetRequiredService<PortalPaths>(), journal);
            isAlone = journal is SqliteJournal.Wal;
        }
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<UserScope>().KeepHouse(services.GetRequiredService<OfficeSettings>().Area);
        await scope.ServiceProvider.GetRequiredService<DatabaseStart>().RunAsync(ct);
        await scope.ServiceProvider.GetRequiredService<ImportCleanup>().RecoverAsync(isAlone, ct);
        await scope.ServiceProvider.GetRequiredService<DoubleSearchDesk>().RecoverAsync(isAlone, ct);
    }
}

/// <summary>Keeps the data directory's lock as long as the process lives.</summary>
public sealed class HeldLock : IDisposable
{
    private DataDirectoryLock? _lock;

    public void Take(PortalPaths paths, SqliteJournal journal) => _lock = DataDirectoryLock.TryTake(paths.Data, journal)
        ?? throw new SettingException("Basis data ini sedang dipakai portal yang berjalan (atau perintah lain). Hentikan dahulu, lalu ulangi.");

    public void Dispose() => _lock?.Dispose();
}
