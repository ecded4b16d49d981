using TkpkdPortal.Testing;

namespace TkpkdPortal.UnitTests.Conventions;

/// <summary>The rows of the tables in a document, each under the heading that it stands below.</summary>
internal sealed record MarkdownRow(string Heading, IReadOnlyList<string> Cells)
{
    /// <summary>What stands between backticks in a cell.</summary>
    public IEnumerable<string> CodeIn(int cell) => Cells[cell].Split('`').Index().Where(part => part.Index % 2 == 1).Select(part => part.Item);

    public static IReadOnlyList<MarkdownRow> Read(string document)
    {
        var (heading, inTable, rows) = ("", false, new List<MarkdownRow>());
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs", document)))
        {
            if (line.StartsWith('#'))
                heading = line.TrimStart('#', ' ');
            if (!line.StartsWith('|'))
                inTable = false;
            else if (line.StartsWith("|---", StringComparison.Ordinal))
                inTable = true;
            else if (inTable)
                rows.Add(new(heading, [.. line.Trim('|').Split('|').Select(cell => cell.Trim())]));
        }
        return rows;
    }
}
