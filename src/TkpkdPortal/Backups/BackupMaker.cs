using System.Reflection;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Sqlite;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Backups;

/// <summary>Makes a backup of the embedded database and of every other file of the data directory, while the portal runs or not.</summary>
public sealed class BackupMaker(PortalPaths paths, OfficeSettings office, OfficeClock clock, IConfiguration configuration)
{
    private static string ProgramVersion { get; } = typeof(BackupMaker).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>Writes into a directory that is new or empty; the keys go to another one.</summary>
    public async Task<BackupManifest> MakeAsync(string directory, string keysDirectory, CancellationToken ct)
    {
        RequireSqlite(configuration);
        if (!File.Exists(paths.DatabaseFile))
            throw new BackupException($"Belum ada basis data di {paths.Data}.");
        Refuse(directory, keysDirectory);
        PortalPaths.OwnerOnly(directory);
        await BackupKeys.CopyAsync(paths.Keys, keysDirectory, ct);
        try
        {
            return await FillAsync(directory, ct);
        }
        catch
        {
            // The directory was empty before, and half a backup is none.
            foreach (var entry in new DirectoryInfo(directory).EnumerateFileSystemInfos())
            {
                if (entry is DirectoryInfo folder)
                    folder.Delete(recursive: true);
                else
                    entry.Delete();
            }
            throw;
        }
    }

    public static void RequireSqlite(IConfiguration configuration)
    {
        if (DatabaseSetup.IsSqlServer(configuration))
            throw new BackupException("Pada SQL Server, cadangan dibuat dan dipulihkan oleh pengelola basis data (BACKUP DATABASE); lihat docs/operations.md, \"Backup and restore\".");
    }

    private void Refuse(string directory, string keysDirectory)
    {
        if (PortalPaths.IsInside(keysDirectory, directory) || PortalPaths.IsInside(directory, keysDirectory))
            throw new BackupException("Kunci dan cadangan harus terpisah: --keys tidak boleh di dalam direktori cadangan, dan sebaliknya.");
        if (PortalPaths.IsInside(directory, paths.Data) || PortalPaths.IsInside(keysDirectory, paths.Data))
            throw new BackupException($"Cadangan dan kuncinya harus di luar direktori data {paths.Data}, sebaiknya di cakram lain.");
        if (PortalPaths.IsInside(keysDirectory, paths.Keys))
            throw new BackupException($"{keysDirectory} adalah direktori kunci yang sedang dipakai; salinannya harus di tempat lain.");
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
            throw new BackupException($"{directory} tidak kosong. Setiap cadangan ditulis ke direktori baru, misalnya bernama tanggal hari ini.");
    }

    private async Task<BackupManifest> FillAsync(string directory, CancellationToken ct)
    {
        var madeAt = clock.UtcNow;
        // Files first, the database, then the files that came meanwhile: whatever the copied rows name is there.
        var files = new Dictionary<string, BackedUpFile>(StringComparer.Ordinal);
        await CopyFilesAsync(directory, files, ct);
        var database = Path.Combine(directory, BackupManifest.DatabaseName);
        await Task.Run(() => SqliteSnapshot.Copy(paths.DatabaseFile, database), ct);
        await CopyFilesAsync(directory, files, ct);
        var (length, hash) = await DurableFile.ReadAsync(database, ct);
        var content = await Task.Run(() => SqliteSnapshot.ContentOf(database), ct);
        var keys = BackupKeys.Require(paths.Keys);
        var manifest = new BackupManifest
        {
            Office = office.Area.Official,
            Program = ProgramVersion,
            Schema = content.Schema,
            MadeAt = madeAt,
            Keys = keys.Fingerprint,
            Files = [new BackedUpFile(BackupManifest.DatabaseName, length, hash), .. files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)],
            Counts = content.Counts,
            AuditEntries = content.AuditEntries,
            AuditHead = content.AuditHead,
        };
        manifest.Write(directory, keys);
        return manifest;
    }

    private async Task CopyFilesAsync(string directory, Dictionary<string, BackedUpFile> files, CancellationToken ct)
    {
        foreach (var source in DataFiles.Of(paths))
        {
            var path = Path.GetRelativePath(paths.Data, source).Replace(Path.DirectorySeparatorChar, '/');
            if (files.ContainsKey(path))
                continue;
            try
            {
                var (length, hash) = await DurableFile.CopyAsync(source, Path.Combine(directory, path), ct);
                files[path] = new BackedUpFile(path, length, hash);
            }
            catch (Exception exception) when (exception is FileNotFoundException || IsBeingWritten(exception))
            {
                // Removed meanwhile, or being written: no copied row names it, since a row comes after its file. The verification checks that.
                File.Delete(Path.Combine(directory, path));
            }
        }
    }

    // The runtime answers a file that another handle holds for writing with "would block" (Linux) or a sharing violation (Windows).
    private static bool IsBeingWritten(Exception exception) => exception is IOException && (exception.HResult & 0xFFFF) is 11 or 32 or 35;
}
