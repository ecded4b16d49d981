using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace TkpkdPortal.Data.Sqlite;

/// <summary>
/// What every connection is told when it opens: settings are per connection, and one without them would be the one that loses data.
/// </summary>
public sealed class SqliteConnectionSettings(SqliteJournal journal) : DbConnectionInterceptor
{
    // secure_delete: what is destroyed by law must not stay in free pages. temp_store: no personal data in the system's temporary folder.
    private const string PerConnection =
        "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; "
        + "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0; PRAGMA cache_size=-32000;";

    // The pool hands the same handle out again and again, and the handle keeps what it was told.
    private readonly ConditionalWeakTable<sqlite3, object> _told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    internal void Apply(SqliteConnection connection)
    {
        var handle = connection.Handle!;
        if (_told.TryGetValue(handle, out _))
            return;
        // The last connection to close would checkpoint outside the gate.
        raw.sqlite3_db_config(handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
        // A plan that looks at the values given to it is made anew whenever they change, at each request: reading the SQL costs more than the answer.
        raw.sqlite3_db_config(handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        using var command = connection.CreateCommand();
        command.CommandText = PerConnection + (journal is SqliteJournal.Wal ? "PRAGMA journal_mode=WAL;" : "PRAGMA journal_mode=TRUNCATE;");
        command.ExecuteNonQuery();
        _told.AddOrUpdate(handle, this);
    }
}

/// <summary>How SQLite keeps its promise through a crash: WAL for one process, TRUNCATE where several processes share the file.</summary>
public enum SqliteJournal
{
    Wal,
    Truncate,
}
