using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TkpkdPortal.Data.Sqlite;

/// <summary>
/// Takes a copy of the embedded database as one moment had it, while others write, and says what a copy holds. It reads the file over a
/// connection that can neither write nor checkpoint, so the rule of one writer is kept whichever process asks (docs/decisions/0015-backup.md).
/// </summary>
public static class SqliteSnapshot
{
    /// <summary>Copies into a new file, in one read transaction from the first page to the last.</summary>
    public static void Copy(string source, string target)
    {
        using var from = Open(source, SqliteOpenMode.ReadOnly);
        raw.sqlite3_db_config(from.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
        using (var to = Open(target, SqliteOpenMode.ReadWriteCreate))
        {
            // The library asks for all pages in one step: it never lets go of the moment, and has nothing to begin anew.
            from.BackupDatabase(to);
            // The copy comes marked as WAL; a backup is one file.
            Run(to, "PRAGMA synchronous=FULL; PRAGMA journal_mode=DELETE;");
        }
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>Rows of every table, the end of the audit, and the last migration.</summary>
    public static SnapshotContent ContentOf(string file)
    {
        using var db = Open(file, SqliteOpenMode.ReadOnly);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in Texts(db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
            counts[table] = long.Parse(Texts(db, $"SELECT COUNT(*) FROM \"{table}\"").Single(), CultureInfo.InvariantCulture);
        return new SnapshotContent(counts, Texts(db, "SELECT MAX(\"MigrationId\") FROM \"__EFMigrationsHistory\"").Single(),
            long.Parse(Texts(db, "SELECT \"Sequence\" FROM \"AuditHeads\"").Single(), CultureInfo.InvariantCulture), Texts(db, "SELECT lower(hex(\"Hash\")) FROM \"AuditHeads\"").Single());
    }

    /// <summary>What SQLite itself finds wrong with a file; empty when it is whole.</summary>
    public static IReadOnlyList<string> FaultsOf(string file)
    {
        using var db = Open(file, SqliteOpenMode.ReadOnly);
        var faults = Texts(db, "PRAGMA integrity_check").Where(line => line != "ok").ToList();
        // Only the table is named: the rest of the line are row numbers.
        faults.AddRange(Texts(db, "PRAGMA foreign_key_check").Select(table => $"foreign key of {table}"));
        return faults;
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        Run(connection, "PRAGMA busy_timeout=60000; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0;");
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        return texts;
    }
}

/// <summary>What a copy of the database holds.</summary>
public sealed record SnapshotContent(SortedDictionary<string, long> Counts, string Schema, long AuditEntries, string AuditHead);
