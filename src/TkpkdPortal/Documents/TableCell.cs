using TkpkdPortal.Documents.Layout;

namespace TkpkdPortal.Documents;

/// <summary>A cell of a table. Cells fill the columns of a row one after another, around those that span rows.</summary>
public sealed class TableCell : Container
{
    internal TableCell(Inherited inherited, int column, int columns = 1) : base(inherited) => (Column, Columns) = (column, columns);

    internal int Column { get; }

    internal int Columns { get; private set; }

    internal int Rows { get; private set; } = 1;

    public TableCell ColumnSpan(int columns)
    {
        Columns = Inherited.Tag.ColumnSpan = columns;
        return this;
    }

    public TableCell RowSpan(int rows)
    {
        Rows = Inherited.Tag.RowSpan = rows;
        return this;
    }
}
