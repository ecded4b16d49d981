namespace TkpkdPortal.Data.Bulk;

/// <summary>One prepared statement, run once per row: SQLite has no faster door that keeps its checks.</summary>
internal sealed class SqliteBulkWriter(PortalDbContext db) : BulkWriter(db)
{
    // AUTOINCREMENT never hands out an id twice, and neither may this: the history of a removed row keeps its id.
    protected override string LastIdSql(string table) => $"SELECT seq FROM sqlite_sequence WHERE name = '{table}'";

    // The table has no line of its own before its first row.
    protected override string KeepIdsSql(string table, long next) => FormattableString.Invariant(
        $"INSERT INTO sqlite_sequence (name, seq) SELECT '{table}', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = '{table}'); UPDATE sqlite_sequence SET seq = MAX(seq, {next} - 1) WHERE name = '{table}'");

    protected override string Quote(string name) => $"\"{name}\"";

    internal override async Task InsertRowsAsync<T>(ColumnPlan plan, IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        await using var command = Command($"INSERT INTO {Quote(plan.Table)} ({string.Join(", ", plan.Columns.Select(column => Quote(column.Name)))}) "
            + $"VALUES ({string.Join(", ", plan.Columns.Select((_, i) => $"@p{i}"))})");
        var parameters = plan.Columns.Select((column, i) => AddParameter(command, $"@p{i}", column)).ToList();
        await command.PrepareAsync(ct);
        foreach (var row in rows)
        {
            for (var i = 0; i < plan.Columns.Count; i++)
                parameters[i].Value = plan.Columns[i].Read(row);
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
