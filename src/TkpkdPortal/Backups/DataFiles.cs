using TkpkdPortal.Settings;

namespace TkpkdPortal.Backups;

/// <summary>Which files of the data directory are data. A folder that a later feature adds is backed up without being named here.</summary>
internal static class DataFiles
{
    // SQLite drops its own locks when a process opens and closes the database's files in any other way, so these are never touched here.
    private static readonly string[] Own = ["portal.db", "portal.db-wal", "portal.db-shm", "portal.db-journal", "portal.lock"];

    public static IReadOnlyList<string> Of(PortalPaths paths)
    {
        if (!Directory.Exists(paths.Data))
            return [];
        string[] apart = [paths.Logs, paths.BackupReports, paths.Scratch, paths.Keys];
        return [.. Directory.EnumerateFiles(paths.Data, "*", SearchOption.AllDirectories)
            .Where(file => !Own.Contains(Path.GetRelativePath(paths.Data, file)) && !apart.Any(folder => PortalPaths.IsInside(file, folder)))
            .Order(StringComparer.Ordinal)];
    }

    public static bool IsEmpty(PortalPaths paths) => !File.Exists(paths.DatabaseFile) && !File.Exists(paths.DatabaseFile + "-wal") && Of(paths).Count == 0;
}
