using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TkpkdPortal.Data.Bulk;

/// <summary>
/// A statement for several rows and one for a single one, each prepared once and bound without parameters: SQLite has no faster door that keeps its checks. Several rows at
/// once, since every statement on a table with AUTOINCREMENT looks up and writes down the table's last id.
/// </summary>
internal sealed class SqliteBulkWriter(PortalDbContext db) : BulkWriter(db)
{
    private const int RowsAtOnce = 16;

    // What a connection has otherwise: the pages of SqliteConnectionSettings, and SQLite's own number of pages between two checkpoints.
    private const string Usual = "PRAGMA cache_size=-32000; PRAGMA wal_autocheckpoint=1000; PRAGMA shrink_memory";

    // Every row changes pages all over its indexes: what a chunk changes has to fit, and a page that the next chunks change again is copied into the file once for all of them.
    private const string Many = "PRAGMA cache_size=-48000; PRAGMA wal_autocheckpoint=16000";

    public override async Task ExpectManyAsync(bool expected, CancellationToken ct)
    {
        // Held open in between: a connection keeps what it was told.
        if (expected)
            await Db.Database.OpenConnectionAsync(ct);
        await using (var command = Connection.CreateCommand())
        {
            command.CommandText = expected ? Many : Usual;
            await command.ExecuteNonQueryAsync(ct);
        }
        if (!expected)
            await Db.Database.CloseConnectionAsync();
    }

    // AUTOINCREMENT never hands out an id twice, and neither may this: the history of a removed row keeps its id.
    protected override string LastIdSql(string table) => $"SELECT seq FROM sqlite_sequence WHERE name = '{table}'";

    // The table has no line of its own before its first row.
    protected override string KeepIdsSql(string table, long next) => FormattableString.Invariant(
        $"INSERT INTO sqlite_sequence (name, seq) SELECT '{table}', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = '{table}'); UPDATE sqlite_sequence SET seq = MAX(seq, {next} - 1) WHERE name = '{table}'");

    protected override string Quote(string name) => $"\"{name}\"";

    internal override Task InsertRowsAsync<T>(ColumnPlan plan, IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        // Only inside a transaction does the gate keep the other writers out.
        var connection = (SqliteConnection)Transaction.Connection!;
        var bind = SqliteRowBinding.Of<T>(Db.Model, plan);
        var all = rows as IReadOnlyList<T> ?? [.. rows];
        var at = 0;
        at = Insert(connection, plan, RowsAtOnce, bind, all, at, ct);
        Insert(connection, plan, 1, bind, all, at, ct);
        return Task.CompletedTask;
    }

    /// <summary>Inserts as many rows as the statement's number goes into, and says where it stopped.</summary>
    private int Insert<T>(SqliteConnection connection, ColumnPlan plan, int atOnce, BindRow<T> bind, IReadOnlyList<T> rows, int at, CancellationToken ct)
    {
        if (rows.Count - at < atOnce)
            return at;
        var values = string.Join(", ", plan.Columns.Select(_ => "?"));
        var sql = $"INSERT INTO {Quote(plan.Table)} ({string.Join(", ", plan.Columns.Select(column => Quote(column.Name)))}) VALUES {string.Join(", ", Enumerable.Repeat($"({values})", atOnce))}";
        using var statement = new BoundStatement(connection.Handle!, sql, plan.Columns.Count * atOnce);
        for (; rows.Count - at >= atOnce; at += atOnce)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < atOnce; i++)
                bind(statement, (i * plan.Columns.Count) + 1, rows[at + i]);
            statement.Run();
        }
        return at;
    }
}
