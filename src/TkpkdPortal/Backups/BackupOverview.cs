using TkpkdPortal.Data;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Backups;

/// <summary>How the office stands with its backups: the last that succeeded, the last that was proved, and what is wrong with that.</summary>
public sealed class BackupOverview(BackupReports reports, BackupSettings settings, OfficeClock clock, IConfiguration configuration)
{
    // A nightly backup is a day old for as long as the next one takes.
    private static readonly TimeSpan Grace = TimeSpan.FromHours(25);

    public BackupState Now()
    {
        var newest = reports.Newest(int.MaxValue);
        var (backup, proof) = (LastDone(newest, BackupStep.Backup), LastDone(newest, BackupStep.Verification));
        return new BackupState(backup, proof, newest, settings)
        {
            IsSqlServer = DatabaseSetup.IsSqlServer(configuration),
            Warning = DatabaseSetup.IsSqlServer(configuration) ? null : WarningOf(backup, proof, newest),
        };
    }

    public string Ago(BackupReport report) => Indonesian.Ago(clock.UtcNow - report.At);

    private static BackupReport? LastDone(IEnumerable<BackupReport> newest, BackupStep step) => newest.FirstOrDefault(report => report.Step == step && report.IsDone);

    private string? WarningOf(BackupReport? backup, BackupReport? proof, IReadOnlyList<BackupReport> newest)
    {
        if (backup is null)
            return "Data kantor ini belum pernah dicadangkan.";
        if (clock.UtcNow - backup.At > Grace)
            return $"Cadangan terakhir yang berhasil dibuat {Ago(backup)}.";
        if (newest.FirstOrDefault(report => report.Step is not BackupStep.Restoration) is { IsDone: false } failed)
            return $"{BackupSteps.Words.Label(failed.Step)} terakhir gagal: {failed.Sentence}";
        if (proof is null)
            return "Belum ada cadangan yang terbukti dapat dipulihkan.";
        return clock.UtcNow - proof.At > Grace ? $"Cadangan terakhir dibuktikan {Ago(proof)}." : null;
    }
}

/// <summary>The overview at one moment; <see cref="Warning"/> is null when all is well.</summary>
public sealed record BackupState(BackupReport? Backup, BackupReport? Proof, IReadOnlyList<BackupReport> Newest, BackupSettings Settings)
{
    public bool IsSqlServer { get; init; }

    public string? Warning { get; init; }
}
