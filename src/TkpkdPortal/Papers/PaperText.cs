using System.Text.RegularExpressions;

namespace TkpkdPortal.Papers;

/// <summary>Binds what a line must not part: a number and its unit, "desil 1", a date, a time and its zone.</summary>
public static partial class PaperText
{
    private const string Months = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember";

    public static string Bound(string text) => AfterWord().Replace(BeforeUnit().Replace(text, "\u00a0"), "\u00a0");

    [GeneratedRegex(@"(?<=\d) (?=KK\b|jiwa\b|persen\b|orang\b|%|WIB\b|WITA\b|WIT\b|(?:" + Months + @")\b)", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeUnit();

    [GeneratedRegex(@"(?<=\b(?:desil|Desil|RT|RW|Nomor|Tahun|" + Months + @")) (?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex AfterWord();
}
