namespace TkpkdPortal.Testing;

/// <summary>A table of a paper by its tags.</summary>
public sealed class PaperTable
{
    private readonly List<List<string>> _rows = [];

    public string Caption { get; private set; } = "";

    /// <summary>Cells with their text on one line.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => _rows;

    // One line of the tree: a row, a cell, or text of the cell or the caption that is open.
    internal bool Take(string tag, bool isCell)
    {
        if (tag == "TR")
        {
            _rows.Add([]);
            return false;
        }
        if (tag is "TD" or "TH" || tag.StartsWith("TD:", StringComparison.Ordinal) || tag.StartsWith("TH:", StringComparison.Ordinal))
        {
            _rows[^1].Add("");
            return true;
        }
        if (tag is not ['"', .., '"'])
            return isCell;
        var text = string.Join(' ', tag[1..^1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (isCell)
            _rows[^1][^1] = $"{_rows[^1][^1]} {text}".Trim();
        else if (_rows.Count == 0)
            Caption = $"{Caption} {text}".Trim();
        return isCell;
    }
}
