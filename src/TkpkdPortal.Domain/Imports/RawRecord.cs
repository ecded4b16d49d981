namespace TkpkdPortal.Domain.Imports;

/// <summary>One cell as a file delivers it. A numeric cell may have damaged a long number; a formula cell is never evaluated here.</summary>
public readonly record struct RawCell(string Text, bool IsNumeric = false, bool IsFormula = false)
{
    public static RawCell Empty { get; } = new("");
}

/// <summary>One record of a file with its number as a spreadsheet shows it: the first record is 1, headings and blank records count.</summary>
public sealed record RawRecord(int Number, IReadOnlyList<RawCell> Cells)
{
    // Every cell of a province's list is asked for several times, and through an interface that costs more than the answer.
    private readonly RawCell[] _cells = Cells as RawCell[] ?? [.. Cells];

    public RawCell this[int column] => (uint)column < (uint)_cells.Length ? _cells[column] : RawCell.Empty;

    public bool IsBlank => Array.TrueForAll(_cells, cell => !cell.IsFormula && People.CellText.Clean(cell.Text).Length == 0);

    public ReadOnlySpan<RawCell> AsSpan() => _cells;
}
