using System.Text.Json;
using System.Text.Json.Serialization;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Backups;

public enum BackupStep
{
    Backup = 1,
    Verification = 2,
    Restoration = 3,
}

/// <summary>How a backup, a verification or a restoration ended.</summary>
public sealed record BackupReport(BackupStep Step, DateTime At, bool IsDone, string Directory, string Sentence)
{
    /// <summary>When the backup in question was made.</summary>
    public DateTime? MadeAt { get; init; }

    public long Rows { get; init; }

    public long AuditEntries { get; init; }

    public int Files { get; init; }

    public long Bytes { get; init; }

    public bool? NumberOpened { get; init; }

    public double Seconds { get; init; }

    /// <summary>"portal" for the nightly backup, else the account of the operating system.</summary>
    public string By { get; init; } = "";

    /// <summary>The same with what the manifest says of the backup.</summary>
    public BackupReport With(BackupManifest manifest, bool? numberOpened = null) => this with
    {
        MadeAt = manifest.MadeAt,
        Rows = manifest.Rows,
        AuditEntries = manifest.AuditEntries,
        Files = manifest.Files.Count,
        Bytes = manifest.Bytes,
        NumberOpened = numberOpened,
    };
}

public static class BackupSteps
{
    public static CodedValues<BackupStep> Words { get; } = new(
        (BackupStep.Backup, "Cadangan"), (BackupStep.Verification, "Pemeriksaan"), (BackupStep.Restoration, "Pemulihan"));
}

/// <summary>
/// The reports as files of the data directory: a verb writes one while the portal holds the database, and a restored database does not claim
/// to have been backed up where it now lies.
/// </summary>
public sealed class BackupReports(PortalPaths paths)
{
    private const int Kept = 200;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Newest first; a file that cannot be read is passed over.</summary>
    public IReadOnlyList<BackupReport> Newest(int count) => [.. Files().Select(Read).OfType<BackupReport>().Take(count)];

    public void Add(BackupReport report)
    {
        PortalPaths.OwnerOnly(paths.BackupReports);
        var name = FormattableString.Invariant($"{report.At:yyyyMMdd'T'HHmmssfff}-{report.Step}-{Guid.NewGuid():N}.json");
        DurableFile.Write(Path.Combine(paths.BackupReports, name), JsonSerializer.SerializeToUtf8Bytes(report, Options));
        foreach (var old in Files().Skip(Kept))
            File.Delete(old);
    }

    private IEnumerable<string> Files() => Directory.Exists(paths.BackupReports)
        ? Directory.EnumerateFiles(paths.BackupReports, "*.json").OrderDescending(StringComparer.Ordinal)
        : [];

    private static BackupReport? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupReport>(File.ReadAllBytes(path), Options);
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            return null;
        }
    }
}
