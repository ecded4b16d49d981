using System.Text.RegularExpressions;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Papers;

/// <summary>Text as papers write it: up to when figures count, and bound where a line must not part it (a number and its unit, "desil 1", a date, a time and its zone).</summary>
public static partial class PaperText
{
    private const string Months = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember";

    /// <summary>"28 November 2026 pukul 09.05 WITA": up to when the figures of a paper count.</summary>
    public static string Moment(DateTime local, string zone) => $"{Indonesian.Date(DateOnly.FromDateTime(local))} pukul {Indonesian.Time(local)} {zone}";

    public static string Bound(string text) => AfterWord().Replace(BeforeUnit().Replace(text, "\u00a0"), "\u00a0");

    [GeneratedRegex(@"(?<=\d) (?=KK\b|jiwa\b|persen\b|orang\b|%|WIB\b|WITA\b|WIT\b|(?:" + Months + @")\b)", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeUnit();

    [GeneratedRegex(@"(?<=\b(?:desil|Desil|RT|RW|Nomor|Tahun|" + Months + @")) (?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex AfterWord();
}
