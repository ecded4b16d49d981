namespace TkpkdPortal.Data;

/// <summary>
/// Words that may stand anywhere in a text, for lists of a few hundred rows that no index has to serve; both databases compare letters in any
/// case here.
/// </summary>
public static class LikePatterns
{
    public const string Escape = "\\";

    private const int MostWords = 4;

    /// <summary>One pattern for each typed word; what a pattern would read as its own sign stands for itself.</summary>
    public static IEnumerable<string> Of(string? typed) =>
        (typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Select(word => $"%{Escaped(word)}%");

    private static string Escaped(string word) => string.Concat(word.Select(letter => letter is '%' or '_' or '[' or '\\' ? Escape + letter : letter.ToString()));
}
