using System.Text;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Access;

/// <summary>The checked-in page docs/permissions.md: its tables are compared with the running portal, or written anew with TKPKD_WRITE_TABLES=1.</summary>
internal static class PermissionsPage
{
    public const string Roles = "## Roles", Endpoints = "## Endpoints";

    private static readonly string PageFile = Path.Combine(Repository.Root, "docs", "permissions.md");

    public static bool IsToBeWritten => Environment.GetEnvironmentVariable("TKPKD_WRITE_TABLES") == "1";

    /// <summary>The table below a heading, line by line.</summary>
    public static IEnumerable<string> Table(string heading) => File.ReadLines(PageFile).SkipWhile(line => line != heading).Skip(1)
        .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).Where(line => line.StartsWith('|'));

    public static IEnumerable<string[]> Rows(string heading) => Table(heading).Skip(2).Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());

    /// <summary>The lines of a table in Markdown.</summary>
    public static string[] Lines(IEnumerable<string> headings, IEnumerable<IEnumerable<string>> rows)
    {
        var names = headings.ToList();
        return [$"| {string.Join(" | ", names)} |", $"|{string.Concat(Enumerable.Repeat("---|", names.Count))}", .. rows.Select(row => $"| {string.Join(" | ", row)} |")];
    }

    public static void Write(string heading, string[] table)
    {
        var lines = File.ReadAllLines(PageFile).ToList();
        var first = lines.FindIndex(lines.IndexOf(heading), line => line.StartsWith('|'));
        var end = lines.FindIndex(first, line => !line.StartsWith('|'));
        lines.RemoveRange(first, (end < 0 ? lines.Count : end) - first);
        lines.InsertRange(first, table);
        File.WriteAllText(PageFile, string.Join('\n', lines) + "\n", new UTF8Encoding(false));
    }
}
