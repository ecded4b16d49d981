using System.Globalization;
using System.Text;

namespace TkpkdPortal.Domain.People;

/// <summary>
/// The normalised words of a person's name for search: titles dropped, old and new spelling made one
/// ("Hj. Soeharni" and "SUHARNI" share a word), letters only.
/// </summary>
public static class NameWords
{
    public const int MaxLength = 40;

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "H", "HJ", "DRS", "DRA", "DR", "IR", "PROF", "KH", "ALM", "ALMH", "BIN", "BINTI", "SH", "SE", "SPD", "ST", "AMD",
    };

    private static readonly Dictionary<string, string> ShortForms = new(StringComparer.Ordinal)
    {
        ["M"] = "MUHAMAD",
        ["MUH"] = "MUHAMAD",
        ["MHD"] = "MUHAMAD",
        ["MOH"] = "MUHAMAD",
        ["MD"] = "MUHAMAD",
        ["MOHAMAD"] = "MUHAMAD",
        ["MOHAMMAD"] = "MUHAMAD",
        ["MUHAMMAD"] = "MUHAMAD",
        ["MOCHAMAD"] = "MUHAMAD",
        ["MOCHAMMAD"] = "MUHAMAD",
        ["ABD"] = "ABDUL",
        ["ABDL"] = "ABDUL",
        ["STI"] = "SITI",
        ["NOOR"] = "NUR",
        ["NOR"] = "NUR",
    };

    /// <summary>Distinct words in the order of the name; empty for a name without letters.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        var words = new List<string>(4);
        foreach (var raw in name.Split([' ', '.', ',', '-', '/', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = Letters(raw);
            // "St. Aminah" is Siti; a trailing "S.T." is a degree and stands behind a comma.
            if (word == "ST" && words.Count == 0)
                word = "SITI";
            if (word.Length == 0 || Titles.Contains(word))
                continue;
            word = Spelling(ShortForms.GetValueOrDefault(word, word));
            if (word.Length > MaxLength)
                word = word[..MaxLength];
            if (!words.Contains(word))
                words.Add(word);
        }
        return words;
    }

    private static string Letters(string raw)
    {
        var letters = new StringBuilder(raw.Length);
        foreach (var c in raw.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && char.IsLetter(c))
                letters.Append(char.ToUpperInvariant(c));
        }
        return letters.ToString();
    }

    // Ejaan lama and doubled letters: OE-U, DJ-J, TJ-C, SJ-SY; "Norhayati" and "Nurhayati" stay apart except as whole words above.
    private static string Spelling(string word)
    {
        word = word.Replace("OE", "U", StringComparison.Ordinal).Replace("DJ", "J", StringComparison.Ordinal)
            .Replace("TJ", "C", StringComparison.Ordinal).Replace("SJ", "SY", StringComparison.Ordinal)
            .Replace("KH", "H", StringComparison.Ordinal).Replace("DZ", "Z", StringComparison.Ordinal);
        var single = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (single.Length == 0 || single[^1] != c)
                single.Append(c);
        }
        return single.ToString();
    }
}
