namespace TkpkdPortal.Settings;

/// <summary>Where the data and the keys lie; in Production both are named, and apart from each other.</summary>
public sealed class PortalPaths
{
    private PortalPaths(string data, string keys) => (Data, Keys) = (data, keys);

    public string Data { get; }

    public string Keys { get; }

    public string DatabaseFile => Path.Combine(Data, "portal.db");

    public string Uploads => Path.Combine(Data, "uploads");

    /// <summary>Sealed photos of visits, under names that the portal makes.</summary>
    public string Photos => Path.Combine(Data, "photos");

    public string Logs => Path.Combine(Data, "logs");

    /// <summary>What became of each backup, verification and restoration, one small file each.</summary>
    public string BackupReports => Path.Combine(Data, "backup-reports");

    /// <summary>Where a backup is tried out: under the same protection as the data, empty at any other time.</summary>
    public string Scratch => Path.Combine(Data, "scratch");

    public static PortalPaths From(IConfiguration configuration, IHostEnvironment environment)
    {
        var data = configuration["Portal:DataDirectory"];
        var keys = configuration["Portal:KeyDirectory"];
        if (environment.IsProduction())
        {
            if (string.IsNullOrWhiteSpace(data) || string.IsNullOrWhiteSpace(keys))
                throw new SettingException("Portal__DataDirectory dan Portal__KeyDirectory wajib diisi di Production.");
            if (IsInside(keys, data))
                throw new SettingException("Portal__KeyDirectory harus berada di luar Portal__DataDirectory, supaya salinan data tidak membawa kuncinya.");
        }
        data = Path.GetFullPath(string.IsNullOrWhiteSpace(data) ? Path.Combine(SolutionFolder(environment.ContentRootPath), "data") : data);
        var paths = new PortalPaths(data, Path.GetFullPath(string.IsNullOrWhiteSpace(keys) ? Path.Combine(data, "keys") : keys));
        OwnerOnly(paths.Data);
        OwnerOnly(paths.Keys);
        if (environment.IsProduction())
            RefuseOpenKeys(paths.Keys);
        return paths;
    }

    /// <summary>The one directory is the other, or lies in it.</summary>
    public static bool IsInside(string inner, string outer) =>
        (Path.GetFullPath(inner) + Path.DirectorySeparatorChar).StartsWith(Path.GetFullPath(outer) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string SolutionFolder(string contentRoot)
    {
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("*.sln").Any())
                return folder.FullName;
        }
        return contentRoot;
    }

    private static void RefuseOpenKeys(string directory)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(directory) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute)) != 0)
            throw new SettingException($"Portal__KeyDirectory terbuka bagi semua akun di mesin ini. Jalankan: chmod 700 {directory}");
    }

    /// <summary>Makes the directory, for its owner alone.</summary>
    public static void OwnerOnly(string directory)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else if (!Directory.Exists(directory))
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

/// <summary>A setting is missing or contradicts another; the start says which and ends.</summary>
public sealed class SettingException(string message) : Exception(message);
