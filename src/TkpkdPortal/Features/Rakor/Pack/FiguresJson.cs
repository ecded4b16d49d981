using System.Text.Json;
using System.Text.Json.Serialization;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>How the figures of a pack are written to a snapshot and read back without loss, so that their hash stays.</summary>
internal static class FiguresJson
{
    public static JsonSerializerOptions Options { get; } = new() { Converters = { new DecileConverter() } };

    private sealed class DecileConverter : JsonConverter<WelfareDecile>
    {
        public override WelfareDecile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => WelfareDecile.FromCode(reader.GetByte());

        public override void Write(Utf8JsonWriter writer, WelfareDecile value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Code);
    }
}
