using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.Sqlite;

namespace TkpkdPortal.Benchmarks.Bare;

/// <summary>25 households by one statement: no sign-in, no area, no filters, no counts.</summary>
internal sealed class IndexModel(BareFile file) : PageModel
{
    public List<BareRow> Rows { get; } = [];

    public async Task OnGetAsync()
    {
        await using var connection = new SqliteConnection(file.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT HeadName, AreaCode, MemberCount, DecileCode FROM Households ORDER BY AreaCode, Id LIMIT 25";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            Rows.Add(new BareRow(reader.GetString(0), reader.GetString(1), reader.GetInt32(2), reader.IsDBNull(3) ? null : reader.GetInt32(3)));
    }
}

internal sealed record BareRow(string HeadName, string AreaCode, int Members, int? Decile);

internal sealed record BareFile(string ConnectionString);
