namespace TkpkdPortal.Documents.Layout;

/// <summary>One row of a table. A row with cells that span further rows is tied to these.</summary>
internal sealed class TableRow(int number)
{
    public List<TableCell> Cells { get; } = [];

    /// <summary>Counted from one without group rows; 0 for a group row.</summary>
    public int Number { get; } = number;

    public bool IsGroup => Number is 0;

    /// <summary>How a group row is shown where the group goes on on another page.</summary>
    public Container? Continued { get; init; }

    public bool IsTiedToNext { get; set; }
}

/// <summary>Places cells in rows as they are composed.</summary>
internal sealed class TableGrid(IReadOnlyList<TableColumn> columns, Inherited inherited, TagRole section)
{
    private readonly List<TableRow> _rows = [];
    private readonly int[] _freeFromRow = new int[columns.Count];
    private Tag? _sectionTag;
    private Tag? _rowTag;
    private TableCell? _latest;
    private int _numbered;

    public Inherited Inherited { get; set; } = inherited;

    public IReadOnlyList<TableRow> Rows => _rows;

    /// <summary>Rows without the group rows.</summary>
    public int NumberedRows => _numbered;

    public TableCell AddCell()
    {
        Settle();
        if (columns.Count is 0) throw new InvalidOperationException("The columns of a table are defined before its cells.");
        var column = NextFree();
        while (column < 0)
        {
            Open(new TableRow(++_numbered));
            column = NextFree();
        }
        return AddTo(column);
    }

    /// <summary>Starts a new row over all columns.</summary>
    public TableCell AddGroup(Container? continued)
    {
        Settle();
        Open(new TableRow(0) { Continued = continued });
        return AddTo(0).ColumnSpan(columns.Count);
    }

    /// <summary>The spans of a cell are known once the next thing is composed.</summary>
    public void Settle()
    {
        if (_latest is not { } cell) return;
        if (cell.Column + cell.Columns > columns.Count)
            throw new InvalidOperationException($"A cell of {cell.Columns} columns starts in column {cell.Column + 1} of {columns.Count}.");
        var row = _rows.Count - 1;
        for (var column = cell.Column; column < cell.Column + cell.Columns; column++) _freeFromRow[column] = row + cell.Rows;
        _latest = null;
    }

    /// <summary>Ties rows together that a cell spans.</summary>
    public IReadOnlyList<TableRow> Finish()
    {
        Settle();
        for (var row = 0; row < _rows.Count; row++)
            foreach (var cell in _rows[row].Cells)
                for (var tied = row; tied < Math.Min(row + cell.Rows, _rows.Count) - 1; tied++) _rows[tied].IsTiedToNext = true;
        return _rows;
    }

    /// <summary>The first column of the last row that no cell takes, or -1.</summary>
    private int NextFree() => _rows.Count is 0 ? -1 : Array.FindIndex(_freeFromRow, free => free < _rows.Count);

    private void Open(TableRow row)
    {
        _rows.Add(row);
        _sectionTag ??= Inherited.Tag.Add(section);
        _rowTag = _sectionTag.Add(TagRole.TR);
    }

    private TableCell AddTo(int column)
    {
        var scope = section is TagRole.THead ? HeaderScope.Column : column is 0 ? HeaderScope.Row : HeaderScope.None;
        // A cell is only added after its row was opened, which sets the tag.
        var tag = _rowTag!.Add(scope is HeaderScope.None ? TagRole.TD : TagRole.TH, scope);
        var alignment = _rows[^1].IsGroup ? HorizontalAlignment.Left : columns[column].Alignment;
        _latest = new TableCell(Inherited with { Tag = tag, Alignment = alignment, IsInFlow = false }, column);
        _rows[^1].Cells.Add(_latest);
        return _latest;
    }
}
