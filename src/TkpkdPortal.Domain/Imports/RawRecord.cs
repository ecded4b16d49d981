namespace TkpkdPortal.Domain.Imports;

/// <summary>One cell as a file delivers it. A numeric cell may have damaged a long number; a formula cell is never evaluated here.</summary>
public readonly record struct RawCell(string Text, bool IsNumeric = false, bool IsFormula = false)
{
    public static RawCell Empty { get; } = new("");
}

/// <summary>One record of a file with its number as a spreadsheet shows it: the first record is 1, headings and blank records count.</summary>
public sealed record RawRecord(int Number, IReadOnlyList<RawCell> Cells)
{
    public RawCell this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : RawCell.Empty;

    public bool IsBlank => Cells.All(cell => !cell.IsFormula && People.CellText.Clean(cell.Text).Length == 0);
}
