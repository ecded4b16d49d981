namespace TkpkdPortal.Documents.Layout;

/// <summary>Decides how many rows of a table go on a page.</summary>
internal sealed class TableCutter
{
    private const int RowsKeptTogether = 2;

    private readonly Table _table;
    private readonly TableParts _parts;
    private readonly LayoutContext _context;
    private readonly Space _space;
    private readonly TableMeasure _measure;
    private readonly TablePart _part;
    private readonly List<TableBand> _bands = [];
    private readonly List<float> _ends = [];

    public TableCutter(Table table, LayoutContext context, Space space)
    {
        (_table, _parts, _context, _space) = (table, table.Parts, context, space);
        _measure = new TableMeasure(_parts, context, space.Width);
        _part = new TablePart(table, context, space, _measure);
    }

    private int FirstRow => _table.NextRow;

    public Slice? Cut()
    {
        if (!_space.Holds(_part.Height) && !_space.IsTopOfPage) return null;
        var overflow = MeasureRows();
        if (overflow is null && _space.Holds(End(_bands.Count) + _part.TailHeight)) return _part.Finish(_bands);

        var count = Fitting();
        // The row after those that stay: one that fits only where nothing announces the rest does not stay either.
        var next = count < _bands.Count ? _bands[count] : overflow;
        var allowed = Allowed(count);
        if (allowed == count && next is not null && SplitTallRow(next, count, isForced: false) is { } split) return split;
        var isWorthStarting = RowsIn(allowed) >= Math.Min(RowsKeptTogether, _parts.NumberedRows);
        if (allowed > 0 && (isWorthStarting || _space.IsTopOfPage)) return Break(allowed);
        if (!_space.IsTopOfPage) return null;
        return Force(next, count);
    }

    /// <summary>Adds rows as far as they fit and returns the first that does not.</summary>
    private TableBand? MeasureRows()
    {
        var row = FirstRow;
        var end = _part.Height;
        while (row < _parts.Body.Count)
        {
            var band = BandAt(row);
            end += RuleBefore(row) + band.Height;
            if (!_space.Holds(end)) return band;
            _bands.Add(band);
            _ends.Add(end);
            row = band.NextRow;
        }
        return null;
    }

    private TableBand BandAt(int row) =>
        row == FirstRow && _table.SplitRow is { } split
            ? _measure.Band([split], 0, _ => 0) with { FirstRow = row }
            : _measure.Band(_parts.Body, row, _parts.RuleBefore);

    private float RuleBefore(int row) => row == FirstRow ? 0 : _parts.RuleBefore(row);

    private float End(int count) => count is 0 ? _part.Height : _ends[count - 1];

    /// <summary>How many bands leave room for the line that announces the rest.</summary>
    private int Fitting()
    {
        var count = _bands.Count;
        while (count > 0 && !_space.Holds(End(count) + _part.ContinuedHeight)) count--;
        return count;
    }

    /// <summary>Leaves two rows for the page of the total, and no group row at the foot of this one.</summary>
    private int Allowed(int count)
    {
        while (count > 0 && RowsAfter(count) < RowsKeptTogether) count--;
        while (count > 0 && _parts.Body[_bands[count - 1].FirstRow].IsGroup) count--;
        return count;
    }

    private int RowsIn(int count) => _bands.Take(count).Sum(NumberedRows);

    private int RowsAfter(int count)
    {
        var next = count is 0 ? FirstRow : _bands[count - 1].NextRow;
        return next < _parts.Body.Count ? _parts.NumberedRows - LastNumberBefore(next) : 0;
    }

    private int LastNumberBefore(int row)
    {
        while (--row >= 0)
            if (!_parts.Body[row].IsGroup) return _parts.Body[row].Number;
        return 0;
    }

    private int NumberedRows(TableBand band)
    {
        var rows = 0;
        for (var row = band.FirstRow; row < band.NextRow; row++)
            if (!_parts.Body[row].IsGroup) rows++;
        return rows;
    }

    private Slice Break(int count) => _part.Break(_bands.GetRange(0, count), _table.RestFrom(_bands[count - 1].NextRow, null));

    /// <summary>Splits a row that is taller than half a page; any row when nothing else is left to do.</summary>
    private Slice? SplitTallRow(TableBand tall, int count, bool isForced)
    {
        if (tall.RowCount > 1 || (tall.Height <= _context.PageHeight / 2 && !isForced)) return null;
        var row = tall.FirstRow == FirstRow && _table.SplitRow is { } rest ? rest : _parts.Body[tall.FirstRow];
        var room = _space.Height - End(count) - RuleBefore(tall.FirstRow) - _part.ContinuedHeight;
        if (_measure.Split(row, tall.FirstRow, room) is not { } split) return null;
        return _part.Break([.. _bands.Take(count), split.Part], _table.RestFrom(tall.FirstRow, split.Left));
    }

    /// <summary>On a fresh page something must be placed, even where the rules of keeping together give way.</summary>
    private Slice Force(TableBand? next, int count)
    {
        if (count > 0) return Break(count);
        if (next is not null && SplitTallRow(next, 0, isForced: true) is { } split) return split;
        throw new DocumentLayoutException(
            $"Page {_context.CurrentPage}: the head of a table with its next row, or its total with the notes, is higher than the page.");
    }
}
