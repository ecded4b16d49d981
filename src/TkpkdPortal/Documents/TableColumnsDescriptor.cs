namespace TkpkdPortal.Documents;

/// <summary>Composes the columns of a table.</summary>
public sealed class TableColumnsDescriptor
{
    internal List<TableColumn> Columns { get; } = [];

    public TableColumn RelativeColumn(float share = 1) => Add(new TableColumn(share, isRelative: true));

    public TableColumn ConstantColumn(float points) => Add(new TableColumn(points, isRelative: false));

    private TableColumn Add(TableColumn column)
    {
        Columns.Add(column);
        return column;
    }
}

/// <summary>A column of a table; head and data are aligned alike.</summary>
public sealed class TableColumn
{
    internal TableColumn(float width, bool isRelative) => (Width, IsRelative) = (width, isRelative);

    internal float Width { get; }

    internal bool IsRelative { get; }

    internal HorizontalAlignment Alignment { get; private set; }

    public TableColumn AlignCenter() => Align(HorizontalAlignment.Center);

    public TableColumn AlignRight() => Align(HorizontalAlignment.Right);

    private TableColumn Align(HorizontalAlignment alignment)
    {
        Alignment = alignment;
        return this;
    }
}
