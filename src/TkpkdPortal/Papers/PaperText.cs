using System.Text.RegularExpressions;

namespace TkpkdPortal.Papers;

/// <summary>Binds what a line must not part: a number and its unit, "desil 1", "Rp 1".</summary>
public static partial class PaperText
{
    public static string Bound(string text) => AfterWord().Replace(BeforeUnit().Replace(text, "\u00a0"), "\u00a0");

    [GeneratedRegex(@"(?<=\d) (?=KK\b|jiwa\b|persen\b|orang\b|%)", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeUnit();

    [GeneratedRegex(@"(?<=\b(?:desil|Desil|RT|RW|Nomor|Tahun)) (?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex AfterWord();
}
