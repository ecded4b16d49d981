using System.Globalization;
using Microsoft.Data.Sqlite;
using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>How far an import is, as anybody can see who reads the database file.</summary>
internal sealed record ImportProgress(ImportState? State, int StagedRows, int IndexesPutAside);

/// <summary>Looks into a database file from outside, while the portal writes it or after it was killed; never changes it.</summary>
internal sealed class ImportDatabase : IAsyncDisposable
{
    private readonly SqliteConnection _connection;

    private ImportDatabase(SqliteConnection connection) => _connection = connection;

    public static async Task<ImportDatabase> OpenAsync(string dataDirectory)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(dataDirectory, "portal.db"),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        await connection.OpenAsync();
        return new ImportDatabase(connection);
    }

    /// <summary>State of the newest batch, the listed rows that are in the file, published or not, and the indexes that wait for the end of the load.</summary>
    public async Task<ImportProgress> ProgressAsync()
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = "SELECT (SELECT State FROM ImportBatches ORDER BY Id DESC LIMIT 1), (SELECT COUNT(*) FROM ListedHouseholds), (SELECT COUNT(*) FROM sqlite_master WHERE name = '__IndexesPutAside')";
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        return new ImportProgress(reader.IsDBNull(0) ? null : (ImportState)reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2) == 0 ? 0 : await IndexesPutAsideAsync());
    }

    // The table comes and goes with the load: it may be gone since it was seen.
    private async Task<int> IndexesPutAsideAsync()
    {
        try
        {
            await using var command = _connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM \"__IndexesPutAside\"";
            return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        }
        catch (SqliteException)
        {
            return 0;
        }
    }

    public async Task<(string Name, string Address)> TextsOfRowAsync(int row)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = "SELECT Name, Address FROM ListedHouseholds WHERE RowNumber = $row AND SupersededById IS NULL";
        command.Parameters.AddWithValue("$row", row);
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        return (reader.GetString(0), reader.GetString(1));
    }

    /// <summary>
    /// Whether the process is inside a write transaction: byte 120 of the shared memory file is SQLite's write lock of a WAL, and Linux names
    /// the holder of every lock.
    /// </summary>
    public static bool IsWriting(int processId) => File.ReadLines("/proc/locks").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Any(fields => fields is [_, "POSIX", _, "WRITE", var holder, _, "120", "120", ..] && holder == processId.ToString(CultureInfo.InvariantCulture));

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
