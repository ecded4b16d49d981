using System.Text;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.P3ke;

namespace TkpkdPortal.Importing;

/// <summary>
/// Rows that waited, as a file to be loaded again with what a person decided: the headings and cells as they came, each row under its old
/// number, and the code of the village that was chosen.
/// </summary>
public static class DecidedRows
{
    public static Stream File(ImportBatch batch, IEnumerable<(int Row, IReadOnlyList<string> Cells, string Code)> rows)
    {
        var headings = (batch.Headings ?? "").Split('\t').ToList();
        var known = headings.FindIndex(heading => ColumnMap.Heading(heading) == ColumnMap.Heading(P3keColumn.AreaCode));
        var codeAt = known < 0 ? headings.Count : known;
        var text = new StringBuilder();
        var number = 0;
        foreach (var title in (batch.Titles ?? "").Split('\t', StringSplitOptions.RemoveEmptyEntries))
            number = Append(text, number, number + 1, [title]);
        number = Append(text, number, number + 1, With(headings, codeAt, P3keColumn.AreaCode));
        foreach (var (row, cells, code) in rows.OrderBy(row => row.Row))
            number = Append(text, number, row, With(cells, codeAt, code));
        return new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static List<string> With(IReadOnlyList<string> cells, int at, string value)
    {
        var all = cells.ToList();
        while (all.Count <= at)
            all.Add("");
        all[at] = value;
        return all;
    }

    // Blank records keep the numbers: a finding has to name the row that the office has before it.
    private static int Append(StringBuilder text, int written, int number, IEnumerable<string> cells)
    {
        text.Append('\n', Math.Max(0, number - written - 1));
        text.AppendJoin(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        return number;
    }
}
