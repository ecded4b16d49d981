using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Web.Presentation;

/// <summary>One list of answers to tick, with the name of its field.</summary>
public sealed record TickList(string Name, string Legend, IReadOnlyList<Choice> Choices, IReadOnlyCollection<string> Ticked, string? Hint = null)
{
    public static TickList Of<T>(string name, string legend, CodedValues<T> words, IReadOnlyCollection<T> ticked, string? hint = null, Func<T, bool>? offered = null)
        where T : struct, Enum => new(name, legend, [.. words.All.Where(value => offered is null || offered(value)).Select(value => new Choice(value.ToString(), words.Label(value)))], [.. ticked.Select(value => value.ToString())], hint);
}
