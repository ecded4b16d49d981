using Microsoft.Data.Sqlite;

namespace TkpkdPortal.IntegrationTests.Importing;

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

    public async Task<(string Name, string Address)> TextsOfRowAsync(int row)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = "SELECT Name, Address FROM ListedHouseholds WHERE RowNumber = $row AND SupersededById IS NULL";
        command.Parameters.AddWithValue("$row", row);
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        return (reader.GetString(0), reader.GetString(1));
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
