using TkpkdPortal.Settings;

namespace TkpkdPortal.Backups;

/// <summary>
/// A directory for trying a backup out, gone when it is disposed. It lies in the data directory: what is restored there is as protected as
/// the data are, and the system's temporary folder is not.
/// </summary>
internal sealed class ScratchPlace : IDisposable
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private ScratchPlace(string path) => FullPath = path;

    public string FullPath { get; }

    public static ScratchPlace In(PortalPaths paths, DateTime now)
    {
        PortalPaths.OwnerOnly(paths.Scratch);
        // A process that was killed cannot clean up after itself.
        foreach (var left in new DirectoryInfo(paths.Scratch).EnumerateDirectories().Where(left => now - left.CreationTimeUtc > Abandoned))
            left.Delete(recursive: true);
        var place = new ScratchPlace(Path.Combine(paths.Scratch, Guid.NewGuid().ToString("N")));
        PortalPaths.OwnerOnly(place.FullPath);
        return place;
    }

    public void Dispose()
    {
        if (Directory.Exists(FullPath))
            Directory.Delete(FullPath, recursive: true);
    }
}
