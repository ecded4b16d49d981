using TkpkdPortal.Documents.Layout;

namespace TkpkdPortal.Documents;

/// <summary>
/// Composes a table. It repeats its head on every page, never splits a row that fits on half a page, and keeps two
/// rows with its head and two with its total.
/// </summary>
public sealed class TableDescriptor
{
    private readonly Container _owner;
    private readonly Inherited _inherited;
    private TableLook _look = TableLook.Plain;
    private List<TableColumn> _columns = [];
    private Container? _caption;
    private Container? _closing;
    private TableGrid? _head;
    private TableGrid? _body;
    private TableGrid? _total;
    private string? _whenEmpty;
    private Func<TableRemainder, string>? _continuedLine;

    internal TableDescriptor(Container owner)
    {
        _owner = owner;
        _inherited = owner.Inherited with { Tag = owner.Inherited.Tag.Add(TagRole.Table), IsInFlow = false };
    }

    private TableGrid Body => _body ??= new TableGrid(_columns, Styled(_look.Body), TagRole.TBody);

    /// <summary>Sets type, rules and white room; to be said before the cells.</summary>
    public void Look(TableLook look) => _look = look;

    public void ColumnsDefinition(Action<TableColumnsDescriptor> compose)
    {
        var definition = new TableColumnsDescriptor();
        compose(definition);
        _columns = definition.Columns;
    }

    /// <summary>The title, which stands above the head and is not repeated.</summary>
    public Container Caption() =>
        _caption = Container.Of(_inherited with { Tag = _inherited.Tag.Add(TagRole.Caption) });

    public void Header(Action<TableRowsDescriptor> compose)
    {
        _head = new TableGrid(_columns, Styled(_look.Head), TagRole.THead);
        compose(new TableRowsDescriptor(_head, _look));
    }

    public TableCell Cell() => Body.AddCell();

    /// <summary>Adds cells of plain text.</summary>
    public void Cells(params IReadOnlyList<string> texts)
    {
        foreach (var text in texts) Cell().Text(text);
    }

    /// <summary>A row that heads the rows after it, and how it is shown again where these go on on another page.</summary>
    public void Group(Action<Container> compose, Action<Container>? continued = null)
    {
        Container? again = null;
        if (continued is not null)
        {
            again = Container.Of(Body.Inherited with { Tag = _inherited.Tag.Artifact(), Style = Body.Inherited.Style.Bold() });
            continued(again);
        }
        var cell = Body.AddGroup(again);
        cell.Restyle(cell.Inherited.Style.Bold());
        compose(cell);
    }

    /// <summary>The last rows, between heavy rules. They are shown once, not on every page.</summary>
    public void Total(Action<TableRowsDescriptor> compose)
    {
        _total = new TableGrid(_columns, Styled(_look.Body?.Bold()), TagRole.TFoot);
        compose(new TableRowsDescriptor(_total, _look));
    }

    /// <summary>What belongs to the table but is no part of it, such as notes and the source; it stays with the last rows.</summary>
    public Container Closing() => _closing = _owner.Item();

    /// <summary>The sentence that a table without rows shows in their place; such a table has no total.</summary>
    public void WhenEmpty(string sentence) => _whenEmpty = sentence;

    /// <summary>The line below each part but the last, which tells what is still to come.</summary>
    public void ContinuedLine(Func<TableRemainder, string> text) => _continuedLine = text;

    internal Element Build()
    {
        var isEmpty = Body.Rows.Count is 0;
        if (isEmpty && _whenEmpty is not null) Body.AddCell().ColumnSpan(_columns.Count).Text(_whenEmpty).AlignLeft();
        return new Table(new TableParts
        {
            Look = _look,
            Columns = _columns,
            Caption = _caption,
            Head = _head?.Finish() ?? [],
            Body = Body.Finish(),
            Total = isEmpty && _whenEmpty is not null ? [] : _total?.Finish() ?? [],
            Closing = _closing,
            ContinuedLine = _continuedLine,
            NumberedRows = Body.NumberedRows,
            Tag = _inherited.Tag,
        });
    }

    private Inherited Styled(TextStyle? style) => style is null ? _inherited : _inherited with { Style = style };
}

/// <summary>The rows that a broken table still has to show, counted from one without group rows.</summary>
public readonly record struct TableRemainder(int FirstRow, int LastRow);
