using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TkpkdPortal.IntegrationTests.Data;

/// <summary>SQL Server refuses a table that one deletion could reach over two foreign keys (error 1785); SQLite does not mind.</summary>
internal static class CascadePaths
{
    public static IReadOnlyList<string> SecondPathsIn(IRelationalModel model)
    {
        var seconds = new List<string>();
        foreach (var table in model.Tables)
            Follow(table, [table], new Dictionary<ITable, string> { [table] = "itself" }, seconds, table.Name);
        return seconds;
    }

    private static void Follow(ITable from, HashSet<ITable> above, Dictionary<ITable, string> reached, List<string> seconds, string path)
    {
        foreach (var key in from.ReferencingForeignKeyConstraints.Where(key => key.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull or ReferentialAction.SetDefault))
        {
            var here = $"{path} > {key.Table.Name} ({key.Name})";
            if (!reached.TryAdd(key.Table, here))
            {
                seconds.Add($"{here}, and {reached[key.Table]}");
                continue;
            }
            if (above.Add(key.Table))
                Follow(key.Table, above, reached, seconds, here);
        }
    }
}
