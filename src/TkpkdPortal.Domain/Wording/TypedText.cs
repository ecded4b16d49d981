namespace TkpkdPortal.Domain.Wording;

/// <summary>What somebody typed into a field, as it is kept: without blanks around it, and not at all where there is nothing else.</summary>
public static class TypedText
{
    public static string? OrNull(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>With line ends as they were sent to the browser, which answers with its own.</summary>
    public static string Unbroken(string? typed) => (typed ?? "").ReplaceLineEndings("\n");

    /// <summary>The lines of a field with several, without empty ones.</summary>
    public static string[] Lines(string? typed) => (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
