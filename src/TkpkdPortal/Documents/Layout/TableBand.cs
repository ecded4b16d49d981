namespace TkpkdPortal.Documents.Layout;

/// <summary>A rule, horizontal or vertical, placed from the top left of what it belongs to.</summary>
internal readonly record struct TableRule(float X, float Y, float Width, float Height);

/// <summary>One row, or several that are tied by cells spanning them, measured for given widths.</summary>
internal sealed record TableBand(
    int FirstRow, int RowCount, float Height, IReadOnlyList<(Slice Slice, Area Area)> Cells, IReadOnlyList<TableRule> Rules)
{
    public int NextRow => FirstRow + RowCount;
}

/// <summary>Measures rows of a table.</summary>
internal sealed class TableMeasure(TableParts parts, LayoutContext context, float room)
{
    private readonly TableLook _look = parts.Look;
    private readonly float[] _starts = Starts(parts.Columns, room);

    public float Width => _starts[^1];

    public TableBand Band(IReadOnlyList<TableRow> rows, int first, Func<int, float> ruleBefore, VerticalAlignment alignment = VerticalAlignment.Top)
    {
        var count = 1;
        while (rows[first + count - 1].IsTiedToNext) count++;
        var cells = new List<(TableCell Cell, int Row, Slice Slice)>(parts.Columns.Count);
        var heights = new float[count];
        for (var row = 0; row < count; row++)
            foreach (var cell in rows[first + row].Cells)
            {
                // Without the limit of a page every cell is cut whole.
                var slice = cell.Cut(context, Space.Free(InnerWidth(cell))) ?? Slice.Empty;
                cells.Add((cell, row, slice));
                if (cell.Rows is 1) heights[row] = Math.Max(heights[row], slice.Height + _look.PaddingTop + _look.PaddingBottom);
            }

        var rules = new float[count];
        for (var row = 1; row < count; row++) rules[row] = ruleBefore(first + row);
        foreach (var (cell, row, slice) in cells)
        {
            if (cell.Rows is 1) continue;
            var last = Math.Min(row + cell.Rows, count) - 1;
            var missing = slice.Height + _look.PaddingTop + _look.PaddingBottom - HeightOf(heights, rules, row, last);
            heights[last] += Math.Max(0, missing);
        }
        var placed = cells.ConvertAll(item => (item.Slice, AreaOf(item.Cell, item.Row, item.Slice, heights, rules, alignment)));
        return new TableBand(first, count, HeightOf(heights, rules, 0, count - 1), placed,
            count > 1 || _look.RuleVertical > 0 ? [.. Rules(cells, heights, rules)] : []);
    }

    /// <summary>Cuts a row that is too high by lines; null where a cell would leave a single line.</summary>
    public (TableBand Part, TableRow Left)? Split(TableRow row, int index, float height)
    {
        var inner = height - _look.PaddingTop - _look.PaddingBottom;
        var rest = new TableRow(row.Number);
        var placed = new List<(Slice, Area)>();
        var tallest = 0f;
        foreach (var cell in row.Cells)
        {
            if (cell.Cut(context, new Space(InnerWidth(cell), inner, IsTopOfPage: false)) is not { } slice) return null;
            tallest = Math.Max(tallest, slice.Height);
            placed.Add((slice, new Area(InnerStart(cell), _look.PaddingTop, InnerWidth(cell), slice.Height)));
            var left = new TableCell(cell.Inherited, cell.Column, cell.Columns);
            left.Fill(slice.Rest ?? new Gap(0));
            rest.Cells.Add(left);
        }
        var part = tallest + _look.PaddingTop + _look.PaddingBottom;
        return (new TableBand(index, 1, part, placed, [.. row.Cells.Select(cell => Vertical(cell, 0, part))]), rest);
    }

    private static float[] Starts(IReadOnlyList<TableColumn> columns, float room)
    {
        var constant = columns.Where(column => !column.IsRelative).Sum(column => column.Width);
        var shares = columns.Where(column => column.IsRelative).Sum(column => column.Width);
        // Columns that ask for more than the measure share it, so that nothing leaves the page.
        var scale = constant > room + Space.Tolerance ? room / constant : 1;
        var left = Math.Max(0, room - constant);
        var starts = new float[columns.Count + 1];
        foreach (var (index, column) in columns.Index())
            starts[index + 1] = starts[index] + (column.IsRelative ? left * column.Width / shares : column.Width * scale);
        return starts;
    }

    private static float HeightOf(float[] heights, float[] rules, int first, int last)
    {
        var height = heights[first];
        for (var row = first + 1; row <= last; row++) height += rules[row] + heights[row];
        return height;
    }

    private Area AreaOf(TableCell cell, int row, Slice slice, float[] heights, float[] rules, VerticalAlignment alignment)
    {
        var top = Top(row, heights, rules);
        var height = HeightOf(heights, rules, row, Math.Min(row + cell.Rows, heights.Length) - 1) - _look.PaddingTop - _look.PaddingBottom;
        var spare = (height - slice.Height) * alignment.Before();
        return new Area(InnerStart(cell), top + _look.PaddingTop + spare, InnerWidth(cell), height - spare);
    }

    /// <summary>Rules between tied rows leave out the cells that go on below; each cell has its line at the left.</summary>
    private IEnumerable<TableRule> Rules(List<(TableCell Cell, int Row, Slice Slice)> cells, float[] heights, float[] rules)
    {
        foreach (var (cell, row, _) in cells)
        {
            var top = Top(row, heights, rules);
            var last = Math.Min(row + cell.Rows, heights.Length) - 1;
            var width = _starts[cell.Column + cell.Columns] - _starts[cell.Column];
            if (row > 0) yield return new TableRule(_starts[cell.Column], top - rules[row], width, rules[row]);
            yield return Vertical(cell, top, HeightOf(heights, rules, row, last));
        }
    }

    private static float Top(int row, float[] heights, float[] rules) => row is 0 ? 0 : HeightOf(heights, rules, 0, row - 1) + rules[row];

    private TableRule Vertical(TableCell cell, float top, float height) => new(_starts[cell.Column], top, _look.RuleVertical, height);

    private float InnerStart(TableCell cell) => _starts[cell.Column] + PaddingLeft(cell);

    private float InnerWidth(TableCell cell)
    {
        var end = cell.Column + cell.Columns;
        var paddingRight = _look.IsFlush && end == parts.Columns.Count ? 0 : _look.PaddingSide;
        return Math.Max(0, _starts[end] - paddingRight - InnerStart(cell));
    }

    private float PaddingLeft(TableCell cell)
    {
        if (cell.Column is 0) return _look.IsFlush ? 0 : _look.PaddingSide;
        var followsRight = parts.Columns[cell.Column - 1].Alignment is HorizontalAlignment.Right
            && parts.Columns[cell.Column].Alignment is HorizontalAlignment.Left;
        return followsRight ? Math.Max(_look.LeftAfterRight, _look.PaddingSide) : _look.PaddingSide;
    }
}
