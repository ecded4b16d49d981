using TkpkdPortal.Data.History;
using TkpkdPortal.Data.Sqlite;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Backups;

/// <summary>Puts a proven backup into a data directory that holds no data yet.</summary>
public sealed class BackupRestore(PortalPaths paths, OfficeSettings office, OfficeClock clock, BackupProof proof, AuditAnchor anchor)
{
    public async Task<ProvenBackup> RestoreAsync(string directory, string keysDirectory, CancellationToken ct)
    {
        var keys = BackupKeys.Require(keysDirectory);
        using var held = DataDirectoryLock.TryTake(paths.Data, SqliteJournal.Wal)
            ?? throw new BackupException("Direktori data ini sedang dipakai portal yang berjalan (atau perintah lain). Hentikan dahulu, lalu ulangi.");
        if (!DataFiles.IsEmpty(paths))
            throw new BackupException($"Direktori data {paths.Data} sudah berisi data. Pemulihan tidak pernah menimpa; pakai direktori data lain (Portal__DataDirectory).");
        if (SealingKeys.OpenExisting(paths.Keys) is { } there && there.Fingerprint != keys.Fingerprint)
            throw new BackupException($"Direktori kunci {paths.Keys} sudah berisi kunci lain. Kunci tidak pernah ditimpa; pakai direktori lain (Portal__KeyDirectory).");
        using var scratch = ScratchPlace.In(paths, clock.UtcNow);
        var proven = await proof.RestoreAsync(directory, keys, scratch.FullPath, ct);
        if (proven.Manifest.Office != office.Area.Official)
            throw new BackupException($"Cadangan ini milik kantor {proven.Manifest.Office}, bukan {office.Area.Official}. Atur Office__AreaCode={proven.Manifest.Office}.");
        if (!string.Equals(Path.GetFullPath(keysDirectory), paths.Keys, StringComparison.Ordinal))
            await BackupKeys.CopyAsync(keysDirectory, paths.Keys, ct);
        // The database comes last: until then the directory holds no portal.
        foreach (var file in proven.Manifest.Files.OrderBy(file => file.Path == BackupManifest.DatabaseName))
        {
            var target = Path.Combine(paths.Data, file.Path);
            PortalPaths.OwnerOnly(Path.GetDirectoryName(target) ?? paths.Data);
            File.Move(Path.Combine(scratch.FullPath, file.Path), target);
        }
        // Going back to an older end is what a restore is for; anywhere else it would be a loss.
        anchor.Set(new AuditMark(proven.Manifest.AuditEntries, Convert.FromHexString(proven.Manifest.AuditHead)));
        return proven;
    }
}
