using System.Data.Common;

namespace TkpkdPortal.IntegrationTests.Data.SqlServer;

/// <summary>One result of a command: names of its columns and the values of its rows, as SQLite gives them.</summary>
public sealed record ResultRows(IReadOnlyList<string> Columns, IReadOnlyList<object[]> Rows)
{
    public static ResultRows Empty { get; } = new([], []);

    public static ResultRows Of(DbDataReader reader)
    {
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return new ResultRows(columns, rows);
    }
}
