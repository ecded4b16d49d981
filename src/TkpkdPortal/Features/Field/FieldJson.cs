using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace TkpkdPortal.Features.Field;

/// <summary>How the phone and the portal write to each other: names as in script, coded values by their names, unknown members ignored.</summary>
internal static class FieldJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 16,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Null where it cannot be read; the fault names the member, never what was in it.</summary>
    public static T? Read<T>(byte[] body, out string? faultyMember)
        where T : class
    {
        faultyMember = null;
        try
        {
            return JsonSerializer.Deserialize<T>(body, Options);
        }
        catch (JsonException exception)
        {
            faultyMember = exception.Path?.Split('.')[^1].TrimStart('$') is { Length: > 0 } name ? name : null;
            return null;
        }
    }

    public static ContentResult Answer<T>(T value, int statusCode = StatusCodes.Status200OK) => Text(Write(value), statusCode);

    public static ContentResult Text(string json, int statusCode = StatusCodes.Status200OK) =>
        new() { Content = json, ContentType = "application/json; charset=utf-8", StatusCode = statusCode };
}

/// <summary>A refusal in the words of the page.</summary>
public sealed record FieldMessage(string Message);
