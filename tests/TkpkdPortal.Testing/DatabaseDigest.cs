using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace TkpkdPortal.Testing;

/// <summary>One hash over all that a portal's database holds, its sessions, its audit and who looked aside: equal before and after means that nothing changed.</summary>
public static class DatabaseDigest
{
    public static async Task<string> OfAsync(TestPortal portal)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(portal.DataDirectory, "portal.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in await ReadAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('Sessions', 'AuditEntries', 'AuditHeads', 'HouseholdAccesses', 'sqlite_sequence') ORDER BY name"))
        {
            foreach (var row in await ReadAsync(connection, $"SELECT * FROM \"{table}\" ORDER BY rowid"))
                hash.AppendData(Encoding.UTF8.GetBytes($"{table}\n{row}\n"));
        }
        return Convert.ToHexString(hash.GetCurrentHash());
    }

    private static async Task<List<string>> ReadAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        return rows;
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
