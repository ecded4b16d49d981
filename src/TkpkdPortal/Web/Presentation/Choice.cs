using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Web.Presentation;

/// <summary>One answer of a select or a group of radios.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null)
{
    /// <summary>The values of a list as answers, under the names of their enum members.</summary>
    public static IReadOnlyList<Choice> From<T>(CodedValues<T> values)
        where T : struct, Enum => [.. values.All.Select(value => new Choice(value.ToString(), values.Label(value)))];

    public static IReadOnlyList<Choice> YesNo { get; } = [new("True", "Ya"), new("False", "Tidak")];
}
