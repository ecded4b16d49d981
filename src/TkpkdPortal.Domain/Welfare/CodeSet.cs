using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TkpkdPortal.Domain.Welfare;

/// <summary>Some answers of one closed list, such as the floors that are not decent: equal where the answers are, and asked in one step for each family of a province.</summary>
[JsonConverter(typeof(CodeSetConverter))]
public readonly record struct CodeSet<T>(ulong Mask)
    where T : struct, Enum
{
    /// <summary>The answers in the order of their list.</summary>
    public IEnumerable<T> All => Enum.GetValues<T>().Where(Contains);

    public int Count => BitOperations.PopCount(Mask);

    public bool Contains(T value) => ((Mask >> Unsafe.As<T, int>(ref value)) & 1) != 0;

    public bool Contains(T? value) => value is { } known && Contains(known);

    public CodeSet<T> With(T value) => new(Mask | (1UL << Unsafe.As<T, int>(ref value)));
}

/// <summary>Makes a <see cref="CodeSet{T}"/> of its answers.</summary>
public static class CodeSet
{
    public static CodeSet<T> Of<T>(params IEnumerable<T> values)
        where T : struct, Enum => values.Aggregate(default(CodeSet<T>), (set, value) => set.With(value));
}

/// <summary>Written as the codes of the answers, which never change; a code that the list does not have is read as none.</summary>
internal sealed class CodeSetConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(CodeSet<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<CodeSet<T>>
        where T : struct, Enum
    {
        public override CodeSet<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            CodeSet.Of((JsonSerializer.Deserialize<int[]>(ref reader, options) ?? []).Select(code => Unsafe.As<int, T>(ref code)).Where(Enum.IsDefined));

        public override void Write(Utf8JsonWriter writer, CodeSet<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var code in value.All)
                writer.WriteNumberValue(Convert.ToInt32(code, System.Globalization.CultureInfo.InvariantCulture));
            writer.WriteEndArray();
        }
    }
}
