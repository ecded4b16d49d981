using System.Text.Encodings.Web;
using System.Text.Json;

namespace TkpkdPortal.Domain.Visits;

/// <summary>Answers to the questions that an office added to its questionnaire, by the id of the question; written in one form only, so that equal answers are equal.</summary>
public sealed record ExtraAnswers
{
    public const int MaxLength = 16_000;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ExtraAnswers(string written) => Written = written;

    public static ExtraAnswers None { get; } = new("");

    /// <summary>The form of the database: JSON, questions in the order of their ids; empty where nothing was answered.</summary>
    public string Written { get; }

    public IReadOnlyDictionary<Guid, string> All => Written.Length == 0 ? new Dictionary<Guid, string>() : JsonSerializer.Deserialize<Dictionary<Guid, string>>(Written)!;

    public string? this[Guid question] => All.GetValueOrDefault(question);

    public static ExtraAnswers Of(IEnumerable<KeyValuePair<Guid, string?>> answers)
    {
        var given = answers.Where(answer => !string.IsNullOrWhiteSpace(answer.Value)).OrderBy(answer => answer.Key).ToDictionary(answer => answer.Key, answer => answer.Value!.Trim());
        return given.Count == 0 ? None : new ExtraAnswers(JsonSerializer.Serialize(given, Plain));
    }

    /// <summary>What <see cref="Written"/> holds.</summary>
    public static ExtraAnswers Read(string? written) => string.IsNullOrEmpty(written) ? None : new ExtraAnswers(written);
}
