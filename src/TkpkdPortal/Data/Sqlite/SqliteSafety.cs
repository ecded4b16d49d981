using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Data.Sqlite;

/// <summary>Asserts at every start that the embedded database runs with the settings it is safe with; a start that cannot say so is refused.</summary>
public static class SqliteSafety
{
    // 3.7.0–3.51.2 can corrupt a WAL that two connections write or checkpoint at once; the writer gate keeps that from happening here.
    private static readonly Version WalResetFixed = new(3, 51, 3), WalResetBackport = new(3, 50, 7);

    /// <summary>
    /// Before the first migration: the file is its owner's from its first byte on, and a lock that a killed migration left in the database is
    /// taken away. Only a process that is alone may do that; nobody else can be migrating.
    /// </summary>
    public static async Task PrepareAsync(PortalDbContext db, SqliteJournal journal, CancellationToken ct)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        if (!File.Exists(connection.DataSource))
            await File.WriteAllBytesAsync(connection.DataSource, [], ct);
        OwnerOnly(connection.DataSource);
        if (journal is not SqliteJournal.Wal)
            return;
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "DROP TABLE IF EXISTS __EFMigrationsLock";
            command.ExecuteNonQuery();
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public static async Task AssertAsync(PortalDbContext db, SqliteJournal journal, ILogger logger, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            Expect(connection, "synchronous", "2");
            Expect(connection, "foreign_keys", "1");
            Expect(connection, "secure_delete", "1");
            Expect(connection, "trusted_schema", "0");
            Expect(connection, "cell_size_check", "1");
            Expect(connection, "temp_store", "2");
            Expect(connection, "journal_mode", journal is SqliteJournal.Wal ? "wal" : "truncate");
            var version = Version.Parse(connection.ServerVersion);
            logger.LogInformation("SQLite {Version}, journal {Journal}, one writer at a time{Note}", version, journal,
                HasWalResetFix(version) ? "" : " (this version needs it: WAL reset fault)");
            OwnerOnly(connection.DataSource);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    internal static bool HasWalResetFix(Version version) =>
        version >= WalResetFixed || (version.Major == 3 && version.Minor == 50 && version >= WalResetBackport);

    private static void Expect(SqliteConnection connection, string pragma, string expected)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        var actual = Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (!string.Equals(actual, expected, StringComparison.OrdinalIgnoreCase))
            throw new SettingException($"Basis data tertanam tidak aman dipakai di sini: {pragma} bernilai {actual}, seharusnya {expected}. Pakai cakram setempat, bukan berbagi jaringan.");
    }

    private static void OwnerOnly(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }.Where(File.Exists))
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
