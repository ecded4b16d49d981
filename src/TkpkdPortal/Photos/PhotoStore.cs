using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Photos;

/// <summary>Keeps photos as sealed files below the data directory, each under an id of its own that says nothing; none is served by its path.</summary>
public sealed class PhotoStore(PortalPaths paths, SealingKeys keys)
{
    /// <summary>Writes the file to the disk before any row names it; a process that dies in between leaves a file that nothing points to, until <see cref="PhotoSweep"/> finds it.</summary>
    public async Task<Guid> WriteAsync(CleanPhoto photo, CancellationToken ct)
    {
        var id = Guid.NewGuid();
        var path = PathOf(paths.Photos, id);
        PortalPaths.OwnerOnly(paths.Photos);
        PortalPaths.OwnerOnly(Path.GetDirectoryName(path)!);
        using var bytes = new MemoryStream(photo.Bytes, writable: false);
        await SealedFile.WriteAsync(bytes, path, keys, id, photo.Bytes.Length, ct);
        return id;
    }

    public void Delete(Guid id) => File.Delete(PathOf(paths.Photos, id));

    /// <summary>Ids of the files that were last written before the instant, whether a row names them or not.</summary>
    public IReadOnlyList<Guid> WrittenBefore(DateTime at) => !Directory.Exists(paths.Photos) ? []
        : [.. Directory.EnumerateFiles(paths.Photos, "*", SearchOption.AllDirectories).Where(file => File.GetLastWriteTimeUtc(file) < at)
            .Select(file => Guid.TryParseExact(Path.GetFileName(file), "N", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    public Stream OpenRead(Guid id) => OpenRead(paths.Photos, keys, id);

    /// <summary>The same below another directory: that of a backup that is being proved.</summary>
    public static Stream OpenRead(string directory, SealingKeys keys, Guid id) => SealedFile.OpenRead(PathOf(directory, id), keys, id);

    // 256 folders, so that none holds a whole city's photos.
    public static string PathOf(string directory, Guid id) => Path.Combine(directory, id.ToString("N")[..2], id.ToString("N"));
}
