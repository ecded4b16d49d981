namespace TkpkdPortal.Documents.Layout;

/// <summary>A table as composed.</summary>
internal sealed class TableParts
{
    public required TableLook Look { get; init; }

    public required IReadOnlyList<TableColumn> Columns { get; init; }

    public required Container? Caption { get; init; }

    public required IReadOnlyList<TableRow> Head { get; init; }

    public required IReadOnlyList<TableRow> Body { get; init; }

    public required IReadOnlyList<TableRow> Total { get; init; }

    public required Container? Closing { get; init; }

    public required Func<TableRemainder, string>? ContinuedLine { get; init; }

    public required int NumberedRows { get; init; }

    public required Tag Tag { get; init; }

    /// <summary>Groups already guide the eye; without them every fifth rule does, once there are rows enough.</summary>
    public bool MarksEveryFifthRow => Look.RuleEveryFifthRow > 0 && NumberedRows > 9 && Body.Count == NumberedRows;

    public float RuleBefore(int row)
    {
        if (row is 0) return 0;
        var above = Body[row - 1];
        if (above.IsGroup) return Look.RuleUnderGroup;
        return MarksEveryFifthRow && above.Number % 5 is 0 ? Look.RuleEveryFifthRow : Look.RuleBetweenRows;
    }

    /// <summary>The group that a row belongs to, if it has one and does not start it.</summary>
    public TableRow? GroupOf(int row)
    {
        if (row >= Body.Count || Body[row].IsGroup) return null;
        for (var above = row - 1; above >= 0; above--)
            if (Body[above].IsGroup) return Body[above];
        return null;
    }
}
