using System.Text.RegularExpressions;

namespace TkpkdPortal.Domain.People;

/// <summary>
/// Blots out what looks like a NIK or KK number in a text that is about to be written somewhere: sixteen digits, with at most two signs between any two of them that
/// part digits and are no letters.
/// </summary>
public static partial class NumberBlot
{
    public const string Complaint = "Jangan tulis NIK atau nomor KK di isian ini";

    public static bool Needed(string text) => text.Length >= 16 && Pattern().IsMatch(text);

    public static string Apply(string text) => Pattern().Replace(text, "[nomor]");

    // Two days beside each other, "01/02/2026 03/04/2026", have sixteen digits too: a slash parts a number only in fours.
    [GeneratedRegex(@"(?<!\d)(?:(?:\d[\s.\-_\u2010-\u2015]{0,2}){15}\d|\d{4}(?:/\d{4}){3})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
