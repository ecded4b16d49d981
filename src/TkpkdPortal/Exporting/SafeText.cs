namespace TkpkdPortal.Exporting;

/// <summary>
/// What people typed, made harmless in a cell: a text that a spreadsheet would take for a formula gets an apostrophe before it, in every kind
/// of file, since an XLSX is saved as a CSV sooner or later.
/// </summary>
public static class SafeText
{
    public const string Mark = "'";

    /// <summary>Longest text that a cell of Excel holds.</summary>
    private const int MaxLength = 32_767;

    // The second half are the same signs full-width, which Excel reads alike where an East Asian keyboard is installed.
    private const string Starts = "=+-@|%\t\r\n\uFF1D\uFF0B\uFF0D\uFF20\u2212";

    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var isFormula = Starts.Contains(text[0], StringComparison.Ordinal) || (text.TrimStart() is [var first, ..] && Starts.Contains(first, StringComparison.Ordinal));
        var line = string.Create(Math.Min(text.Length, MaxLength - 1), text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = IsPrintable(source, i) ? source[i] : ' ';
        });
        return isFormula ? Mark + line : line;
    }

    // One record stays one line, and XML has no place for control characters, half characters and the two that are none.
    private static bool IsPrintable(string text, int i) => text[i] switch
    {
        < ' ' or '\u007F' or '\uFFFE' or '\uFFFF' => false,
        var c when char.IsHighSurrogate(c) => i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]),
        var c when char.IsLowSurrogate(c) => i > 0 && char.IsHighSurrogate(text[i - 1]),
        _ => true,
    };
}
