using TkpkdPortal.Security.Sealing;

namespace TkpkdPortal.Backups;

/// <summary>Copies of the key directory: added to, never written over, so that no set of keys is ever lost to another.</summary>
internal static class BackupKeys
{
    public static SealingKeys Require(string directory) => SealingKeys.OpenExisting(directory)
        ?? throw new BackupException($"Tidak ada kunci ({SealingKeys.FileName}) di {directory}.");

    public static async Task CopyAsync(string source, string target, CancellationToken ct)
    {
        var own = Require(source);
        if (SealingKeys.OpenExisting(target) is { } there && there.Fingerprint != own.Fingerprint)
            throw new BackupException($"{target} sudah berisi kunci lain. Kunci tidak pernah ditimpa; pakai direktori lain.");
        Settings.PortalPaths.OwnerOnly(target);
        foreach (var path in Directory.EnumerateFiles(source).Where(path => Path.GetExtension(path) is ".json" or ".xml").Order(StringComparer.Ordinal))
        {
            var copy = Path.Combine(target, Path.GetFileName(path));
            if (!File.Exists(copy))
                await DurableFile.CopyAsync(path, copy, ct);
        }
    }
}
