namespace TkpkdPortal.Documents.Layout;

/// <summary>The part of a table on one page: what stands above and below its rows, and how it is painted.</summary>
internal sealed class TablePart
{
    private static readonly TextStyle ContinuedStyle = TextStyle.Of(8, 10).Italic();
    private static readonly float ContinuedGap = 1.Mm();

    private readonly Table _table;
    private readonly TableParts _parts;
    private readonly TableLook _look;
    private readonly LayoutContext _context;
    private readonly TableMeasure _measure;
    private readonly List<Piece> _pieces = [];
    private readonly List<TableRule> _rules = [];
    private readonly List<TableBand> _total;
    private readonly Slice _closing;
    // Caption and notes are as wide as the place of the table, whatever its columns take.
    private readonly float _room;
    private float _y;

    public TablePart(Table table, LayoutContext context, Space space, TableMeasure measure)
    {
        (_table, _parts, _look, _context, _measure) = (table, table.Parts, table.Parts.Look, context, measure);
        _room = space.Width;
        PlaceTop();
        Height = _y;
        _total = Bands(_parts.Total, VerticalAlignment.Top);
        _closing = _parts.Closing?.Cut(context, Space.Free(_room)) ?? Slice.Empty;
        TailHeight = TotalHeight() + _look.RuleBottom + _closing.Height;
    }

    /// <summary>Down to the first row.</summary>
    public float Height { get; }

    /// <summary>Total, notes and source.</summary>
    public float TailHeight { get; }

    public float ContinuedHeight => _parts.ContinuedLine is null ? 0 : ContinuedGap + ContinuedStyle.Leading;

    private bool IsRepeated => _table.Repetition > 0;

    /// <summary>The last part.</summary>
    public Slice Finish(IReadOnlyList<TableBand> bands)
    {
        PlaceRows(bands);
        if (_total.Count > 0) PlaceRule(_look.RuleAroundTotal);
        foreach (var (index, band) in _total.Index())
        {
            if (index > 0) PlaceRule(_look.RuleBetweenRows);
            Place(band, isRepeated: false);
        }
        if (_total.Count > 0) PlaceRule(_look.RuleAroundTotal);
        PlaceRule(_look.RuleBottom);
        PlaceVerticalEnd();
        _pieces.Add(new Piece(_closing, new Area(0, _y, _room, _closing.Height), IsRepeated: false));
        return SliceOf(_y + _closing.Height, null);
    }

    /// <summary>A part after which the table goes on.</summary>
    public Slice Break(IReadOnlyList<TableBand> bands, Table rest)
    {
        PlaceRows(bands);
        PlaceRule(_look.RuleBottom);
        PlaceVerticalEnd();
        if (_parts.ContinuedLine is { } text)
        {
            var line = new TextBlock(ContinuedStyle, _parts.Tag.Artifact()) { Alignment = HorizontalAlignment.Right };
            line.Add(new TextRun(ContinuedStyle, line.Tag) { Text = text(Remaining(rest)) });
            // A line of text always fits into a space without limit.
            var slice = line.Cut(_context, Space.Free(_measure.Width))!;
            _pieces.Add(new Piece(slice, new Area(0, _y + ContinuedGap, _measure.Width, slice.Height), IsRepeated: false));
            _y += ContinuedGap + slice.Height;
        }
        return SliceOf(_y, rest);
    }

    private TableRemainder Remaining(Table rest)
    {
        var next = _parts.Body.Skip(rest.NextRow).FirstOrDefault(row => !row.IsGroup);
        return new TableRemainder(next?.Number ?? _parts.NumberedRows, _parts.NumberedRows);
    }

    private void PlaceTop()
    {
        if (!IsRepeated && _parts.Caption?.Cut(_context, Space.Free(_room)) is { } caption)
        {
            _pieces.Add(new Piece(caption, new Area(0, 0, _room, caption.Height), IsRepeated: false));
            _y = caption.Height;
        }
        PlaceRule(_look.RuleTop);
        var standing = _look.RuleVertical > 0 ? VerticalAlignment.Middle : VerticalAlignment.Bottom;
        foreach (var (index, band) in Bands(_parts.Head, standing).Index())
        {
            if (index > 0) PlaceRule(_look.RuleBetweenRows);
            Place(band, IsRepeated);
        }
        if (_parts.Head.Count > 0) PlaceRule(_look.RuleUnderHead);
        if (!IsRepeated || _parts.GroupOf(_table.NextRow)?.Continued is not { } group) return;
        var row = new TableRow(0);
        var cell = new TableCell(group.Inherited, 0, _parts.Columns.Count);
        cell.Fill(group);
        row.Cells.Add(cell);
        Place(_measure.Band([row], 0, _ => 0), isRepeated: true);
        PlaceRule(_look.RuleUnderGroup);
    }

    private List<TableBand> Bands(IReadOnlyList<TableRow> rows, VerticalAlignment alignment)
    {
        var bands = new List<TableBand>();
        for (var row = 0; row < rows.Count; row = bands[^1].NextRow)
            bands.Add(_measure.Band(rows, row, _ => _look.RuleBetweenRows, alignment));
        return bands;
    }

    private float TotalHeight() => _total.Count is 0
        ? 0
        : _total.Sum(band => band.Height) + (_total.Count - 1) * _look.RuleBetweenRows + 2 * _look.RuleAroundTotal;

    private void PlaceRows(IReadOnlyList<TableBand> bands)
    {
        foreach (var band in bands)
        {
            if (band.FirstRow != _table.NextRow) PlaceRule(_parts.RuleBefore(band.FirstRow));
            Place(band, isRepeated: false);
        }
    }

    private void Place(TableBand band, bool isRepeated)
    {
        foreach (var (slice, area) in band.Cells) _pieces.Add(new Piece(slice, area with { Y = _y + area.Y }, isRepeated));
        foreach (var rule in band.Rules) _rules.Add(rule with { Y = _y + rule.Y });
        _y += band.Height;
    }

    private void PlaceRule(float weight)
    {
        if (weight <= 0) return;
        _rules.Add(new TableRule(0, _y, _measure.Width, weight));
        _y += weight;
    }

    /// <summary>Closes the box at the right; every cell has its own line at the left.</summary>
    private void PlaceVerticalEnd()
    {
        if (_look.RuleVertical <= 0) return;
        var top = _rules[0].Y;
        _rules.Add(new TableRule(_measure.Width - _look.RuleVertical, top, _look.RuleVertical, _y - top));
    }

    private Slice SliceOf(float height, Table? rest) => new(_measure.Width, height, rest, Paint);

    private void Paint(Painter painter, Area area)
    {
        foreach (var piece in _pieces)
        {
            var place = piece.Area with { X = area.X + piece.Area.X, Y = area.Y + piece.Area.Y };
            painter.PaintRepeated(piece.Slice, place, piece.IsRepeated);
        }
        painter.DrawRules(_rules.Select(rule => new Area(area.X + rule.X, area.Y + rule.Y, rule.Width, rule.Height)));
    }

    private readonly record struct Piece(Slice Slice, Area Area, bool IsRepeated);
}
