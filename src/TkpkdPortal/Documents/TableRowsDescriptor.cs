using TkpkdPortal.Documents.Layout;

namespace TkpkdPortal.Documents;

/// <summary>Composes the head or the total of a table.</summary>
public sealed class TableRowsDescriptor
{
    private readonly TableGrid _grid;
    private readonly TableLook _look;

    internal TableRowsDescriptor(TableGrid grid, TableLook look) => (_grid, _look) = (grid, look);

    public void DefaultTextStyle(Func<TextStyle, TextStyle> change) =>
        _grid.Inherited = _grid.Inherited with { Style = change(_grid.Inherited.Style) };

    public TableCell Cell() => _grid.AddCell();

    /// <summary>A cell of plain text.</summary>
    public TableCell Cell(string text)
    {
        var cell = Cell();
        cell.Text(text);
        return cell;
    }

    /// <summary>Adds cells of plain text.</summary>
    public void Cells(params IReadOnlyList<string> texts)
    {
        foreach (var text in texts) Cell(text);
    }

    /// <summary>The name of a column with its unit on a line of its own.</summary>
    public void Cell(string name, string unit) => Named(Cell(), name, unit);

    /// <summary>A column's name below the swatch that its class is drawn in, which makes the head the legend.</summary>
    public void Cell(string name, string unit, Action<Container> swatch)
    {
        var cell = Cell();
        cell.Column(column =>
        {
            swatch(column.Item().PaddingBottom(0.4f.Mm()));
            Named(column.Item(), name, unit);
        });
    }

    private void Named(Container container, string name, string unit) => container.Text(text =>
    {
        text.Line(name);
        var line = text.Span(unit);
        if (_look.Unit is { } style) line.Style(style);
    });
}
