using System.Buffers;
using System.Text.Json;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Security.Sealing;

namespace TkpkdPortal.Importing;

/// <summary>The cells of a row as one text, for sealing.</summary>
public static class RawCells
{
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Text, Utf8JsonWriter Json)? _own;

    /// <summary>Packs and seals the cells; the readable text is wiped before the next row takes its place.</summary>
    public static byte[] Seal(RawRecord record, Sealer sealer, SealedField field, Guid row)
    {
        var (text, json) = _own ??= Writer();
        json.WriteStartArray();
        foreach (var cell in record.AsSpan())
            json.WriteStringValue(cell.Text);
        json.WriteEndArray();
        json.Flush();
        var envelope = sealer.Seal(text.WrittenSpan, field, row);
        text.Clear();
        json.Reset();
        return envelope;
    }

    public static IReadOnlyList<string> Unpack(string packed) => JsonSerializer.Deserialize<List<string>>(packed) ?? [];

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) Writer()
    {
        var text = new ArrayBufferWriter<byte>(4096);
        return (text, new Utf8JsonWriter(text));
    }
}
