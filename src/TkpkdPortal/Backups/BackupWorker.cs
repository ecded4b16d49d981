using System.Globalization;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Backups;

/// <summary>
/// Makes the nightly backup and proves it at once. A night that the machine slept through is made up for at the next start; one that failed
/// is tried again every hour.
/// </summary>
public sealed class BackupWorker(BackupSettings settings, BackupDesk desk, BackupReports reports, OfficeClock clock, ILogger<BackupWorker> logger) : BackgroundService
{
    internal const string By = "portal";

    private const string NameFormat = "yyyyMMdd-HHmmss";

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1), Retry = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.IsOn)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (IsDue(clock.UtcNow))
                    await RunAsync(stoppingToken);
                await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (BackupException failed)
            {
                // The report says so on the page; the next try comes in an hour.
                logger.LogError("The nightly backup failed: {Reason}", failed.Message);
            }
        }
    }

    /// <summary>The last time at which a backup should have been made lies behind the last good one.</summary>
    internal bool IsDue(DateTime now)
    {
        var mine = reports.Newest(int.MaxValue).Where(report => report.By == By && report.Step is BackupStep.Verification or BackupStep.Backup).ToList();
        var lastProven = mine.Find(report => report is { Step: BackupStep.Verification, IsDone: true })?.At;
        return (lastProven ?? DateTime.MinValue) < LastPlanned(now) && (mine is not [var last, ..] || now - last.At >= Retry);
    }

    internal async Task RunAsync(CancellationToken ct)
    {
        // Set when the worker runs at all.
        var (root, keys) = (settings.Directory!, settings.KeysDirectory!);
        var directory = Path.Combine(root, clock.Zone.ToLocal(clock.UtcNow).ToString(NameFormat, CultureInfo.InvariantCulture));
        await desk.MakeAsync(directory, keys, By, ct);
        var proven = await desk.VerifyAsync(directory, keys, By, ct);
        logger.LogInformation("Nightly backup made and proved: {Rows} rows, {Bytes} bytes", proven.Rows, proven.Bytes);
        foreach (var old in Expired(root))
            old.Delete(recursive: true);
    }

    private DateTime LastPlanned(DateTime now)
    {
        var today = clock.Zone.StartOf(clock.Zone.DayOf(now)).Add(settings.At.ToTimeSpan());
        return today <= now ? today : today.AddDays(-1);
    }

    // Only what this worker named itself; what an operator keeps beside it is the operator's.
    private IEnumerable<DirectoryInfo> Expired(string root) => new DirectoryInfo(root).EnumerateDirectories()
        .Where(folder => DateTime.TryParseExact(folder.Name, NameFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && clock.Zone.ToLocal(clock.UtcNow) - local > TimeSpan.FromDays(settings.KeepDays));
}
