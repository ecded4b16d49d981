using System.Diagnostics;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Backups;

/// <summary>Makes, verifies and restores, and leaves a dated report of each, whoever asked and however it ended.</summary>
public sealed class BackupDesk(BackupMaker maker, BackupProof proof, BackupRestore restore, BackupReports reports, OfficeClock clock)
{
    public Task<BackupReport> MakeAsync(string directory, string keysDirectory, string by, CancellationToken ct) =>
        ReportedAsync(BackupStep.Backup, directory, by, async report =>
        {
            var manifest = await maker.MakeAsync(directory, keysDirectory, ct);
            return report.With(manifest) with { Sentence = $"Cadangan {directory} selesai: {Contents(manifest)}. Kunci disalin ke {keysDirectory}." };
        });

    public Task<BackupReport> VerifyAsync(string directory, string keysDirectory, string by, CancellationToken ct) =>
        ReportedAsync(BackupStep.Verification, directory, by, async report => Told(report, await proof.VerifyAsync(directory, keysDirectory, ct), $"Cadangan {directory} dipulihkan ke tempat sementara dan terbukti utuh"));

    public Task<BackupReport> RestoreAsync(string directory, string keysDirectory, string by, CancellationToken ct) =>
        ReportedAsync(BackupStep.Restoration, directory, by, async report => Told(report, await restore.RestoreAsync(directory, keysDirectory, ct), $"Cadangan {directory} dipulihkan"));

    private static string Contents(BackupManifest manifest) =>
        $"{Indonesian.Number(manifest.Rows)} baris dalam {Indonesian.Number(manifest.Counts.Count)} tabel, {Indonesian.Number(manifest.AuditEntries)} catatan audit, "
        + $"{Indonesian.Number(manifest.Files.Count)} berkas, {Indonesian.Number((manifest.Bytes + 1023) / 1024)} KB";

    private static BackupReport Told(BackupReport report, ProvenBackup proven, string what) => report.With(proven.Manifest, proven.NumberOpened) with
    {
        Sentence = $"{what}: {Contents(proven.Manifest)}. Pemeriksaan SQLite dan kunci asing bersih, jumlah baris sama dengan manifes, rantai audit utuh, "
            + (proven.NumberOpened ? "satu nomor tersegel terbuka." : "belum ada nomor tersegel untuk dibuka."),
    };

    private async Task<BackupReport> ReportedAsync(BackupStep step, string directory, string by, Func<BackupReport, Task<BackupReport>> work)
    {
        var started = Stopwatch.GetTimestamp();
        var report = new BackupReport(step, clock.UtcNow, IsDone: false, directory, "") { By = by };
        try
        {
            report = (await work(report)) with { IsDone = true, Seconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 2) };
            reports.Add(report);
            return report;
        }
        catch (Exception exception) when (exception is BackupException or IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            reports.Add(report with { Sentence = exception is BackupException ? exception.Message : $"Tidak dapat membaca atau menulis: {exception.Message}" });
            throw exception as BackupException ?? new BackupException($"Tidak dapat membaca atau menulis: {exception.Message}");
        }
    }
}
