using System.Security.Cryptography;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Backups;

/// <summary>Files that are on the disk, for their owner alone, when the call returns.</summary>
internal static class DurableFile
{
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = Create(path);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Copies and answers what was copied; the target must not exist.</summary>
    public static async Task<(long Length, string Sha256)> CopyAsync(string source, string target, CancellationToken ct)
    {
        // Where the directory lies it is made by hand: a parent that exists keeps its mode.
        PortalPaths.OwnerOnly(Path.GetDirectoryName(target) ?? target);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var from = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read);
        await using var to = Create(target);
        var buffer = new byte[256 * 1024];
        long length = 0;
        while (await from.ReadAsync(buffer, ct) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
            length += read;
        }
        to.Flush(flushToDisk: true);
        return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public static async Task<(long Length, string Sha256)> ReadAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        return (file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)));
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
