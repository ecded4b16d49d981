using System.Reflection;

namespace TkpkdPortal.Testing;

/// <summary>Places of the working copy that tests read.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The large sample files lie beside the working copy; null where it stands alone.</summary>
    public static string? Shared { get; } = Directory.Exists(Path.Combine(Root, "..", "shared", "samples")) ? Path.GetFullPath(Path.Combine(Root, "..", "shared")) : null;

    /// <summary>Small sample files, ours and synthetic, that every clone has.</summary>
    public static string Samples { get; } = Path.Combine(Root, "tests", "samples");

    /// <summary>The built program, in the same configuration as these tests.</summary>
    public static string Program { get; } = Path.Combine(Root, "src", "TkpkdPortal", "bin",
        typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration, "net10.0", "TkpkdPortal.dll");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TkpkdPortal.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests read files of the working copy; run them inside it.");
    }
}
