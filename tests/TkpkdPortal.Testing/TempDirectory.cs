namespace TkpkdPortal.Testing;

/// <summary>A data directory of its own, gone afterwards.</summary>
public sealed class TempDirectory : IDisposable
{
    public TempDirectory() => FullPath = Directory.CreateTempSubdirectory("tkpkd-").FullName;

    public string FullPath { get; }

    public string this[string name] => Path.Combine(FullPath, name);

    /// <summary>Another directory with the same files, open to the same accounts: the portal refuses keys that everybody may read.</summary>
    public TempDirectory Copy()
    {
        var copy = new TempDirectory();
        foreach (var directory in Directory.EnumerateDirectories(FullPath, "*", SearchOption.AllDirectories))
        {
            var made = Directory.CreateDirectory(copy[Path.GetRelativePath(FullPath, directory)]);
            if (!OperatingSystem.IsWindows())
                made.UnixFileMode = File.GetUnixFileMode(directory);
        }
        foreach (var file in Directory.EnumerateFiles(FullPath, "*", SearchOption.AllDirectories))
            File.Copy(file, copy[Path.GetRelativePath(FullPath, file)]);
        return copy;
    }

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
