using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TkpkdPortal.Features.Visits.Phone;

/// <summary>The files that the shell is made of, and the version that changes when any of them does.</summary>
public sealed class ShellFiles(IWebHostEnvironment environment)
{
    private const string Folder = "lapangan", WorkerFile = "worker.js";

    /// <summary>
    /// Files that online pages use as well. The shell asks for them with this query, so that what it keeps never stands in an online page's
    /// way; the font is asked for by the style, and never changes under its name.
    /// </summary>
    public const string Own = "?ponsel";

    private static readonly string[] Shared = ["lib/bootstrap.min.css" + Own, "portal.css" + Own, "portal.svg" + Own, "lib/plus-jakarta-sans.woff2"];

    private readonly ConcurrentDictionary<string, string> _workers = new(StringComparer.Ordinal);

    /// <summary>The worker as it is served: its list of files and their version, then its own text. Browsers ask for it with every page.</summary>
    public string Worker(string office) => _workers.GetOrAdd(office, Compose);

    private string Compose(string office)
    {
        var own = environment.WebRootFileProvider.GetDirectoryContents(Folder).Where(file => !file.IsDirectory && file.Name != WorkerFile && IsPlain(file.Name))
            .Select(file => $"{Folder}/{file.Name}");
        var paths = Shared.Concat(own).Order(StringComparer.Ordinal).ToList();
        var kept = JsonSerializer.Serialize(new { version = VersionOf([.. paths, $"{Folder}/{WorkerFile}"], office), files = paths.ConvertAll(path => "/" + path) });
        return $"const kept = {kept};\n{Encoding.UTF8.GetString(Read($"{Folder}/{WorkerFile}"))}";
    }

    // Beside the files, the program's own build: the shell's words are compiled into it.
    private string VersionOf(IReadOnlyList<string> paths, string office)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(ShellFiles).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(Encoding.UTF8.GetBytes(office));
        foreach (var path in paths)
            hash.AppendData(Read(path));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private byte[] Read(string path)
    {
        using var stream = environment.WebRootFileProvider.GetFileInfo(path.Replace(Own, "", StringComparison.Ordinal)).CreateReadStream();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    // A published folder also holds each file in compressed forms, which nobody asks for by name.
    private static bool IsPlain(string name) => Path.GetExtension(name) is ".js" or ".css" or ".png";
}
