namespace TkpkdPortal.Documents.Layout;

/// <summary>A table, or what the pages before have left of it.</summary>
internal sealed class Table(TableParts parts, int nextRow = 0, TableRow? splitRow = null, int repetition = 0) : Element
{
    public TableParts Parts { get; } = parts;

    public int NextRow { get; } = nextRow;

    /// <summary>The rest of a row that was too high for the page before; it comes first.</summary>
    public TableRow? SplitRow { get; } = splitRow;

    /// <summary>How many pages the table has had.</summary>
    public int Repetition { get; } = repetition;

    internal override Slice? Cut(LayoutContext context, Space space) => new TableCutter(this, context, space).Cut();

    public Table RestFrom(int row, TableRow? split) => new(Parts, row, split, Repetition + 1);
}
