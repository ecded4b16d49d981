using System.Text.Json;
using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.Importing;

/// <summary>The cells of a row as one text, for sealing.</summary>
public static class RawCells
{
    public static string Pack(RawRecord record) => JsonSerializer.Serialize(record.Cells.Select(cell => cell.Text));

    public static IReadOnlyList<string> Unpack(string packed) => JsonSerializer.Deserialize<List<string>>(packed) ?? [];
}
