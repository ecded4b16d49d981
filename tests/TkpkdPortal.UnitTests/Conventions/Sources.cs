using TkpkdPortal.Testing;

namespace TkpkdPortal.UnitTests.Conventions;

/// <summary>The text of what we have written ourselves; migrations are scaffolded and left out.</summary>
internal static class Sources
{
    private static readonly string Root = Path.Combine(Repository.Root, "src");

    private static readonly string[] Foreign = ["bin", "obj", "node_modules", "Migrations", "lib"];

    public static IReadOnlyList<SourceFile> Code { get; } = Find("*.cs");

    public static IReadOnlyList<SourceFile> Views { get; } = Find("*.cshtml");

    public static IReadOnlyList<SourceFile> Controllers { get; } = [.. Code.Where(file => file.Path.EndsWith("Controller.cs", StringComparison.Ordinal))];

    /// <summary>The files that hold one of the texts, except those that may, and of these the ones that no longer do.</summary>
    public static (IEnumerable<string> Wrong, IEnumerable<string> Idle) Holding(IReadOnlyCollection<string> texts, IReadOnlyDictionary<string, string> allowed)
    {
        var holding = Code.Where(file => texts.Any(text => file.Text.Contains(text, StringComparison.Ordinal))).Select(file => file.Path).ToList();
        return (holding.Where(path => !allowed.ContainsKey(path)), allowed.Keys.Except(holding));
    }

    private static List<SourceFile> Find(string pattern) =>
        [.. Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Intersect(Foreign).Any())
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path))))];
}

/// <summary>A file by its path below src.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public IReadOnlyList<string> Lines { get; } = Text.TrimEnd('\n').Split('\n');
}
