using System.Text.RegularExpressions;

namespace TkpkdPortal.Domain.People;

/// <summary>Blots out what looks like a NIK or KK number, also spaced or dotted, in a text that is about to be written somewhere.</summary>
public static partial class NumberBlot
{
    public static bool Needed(string text) => text.Length >= 16 && Pattern().IsMatch(text);

    public static string Apply(string text) => Pattern().Replace(text, "[nomor]");

    [GeneratedRegex(@"(?<!\d)(?:\d[ .\-]?){15}\d(?!\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Pattern();
}
