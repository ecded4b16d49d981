using System.Globalization;
using System.Text;

namespace TkpkdPortal.Domain.People;

/// <summary>
/// The words under which a person's name is kept and sought: titles and degrees dropped, short forms written out, and the sound folded by
/// <see cref="NameSound"/>, so that "Hj. Soeharni" and "SUHARNI", or "Moh. Noer" and "Muhammad Nur", share their words.
/// </summary>
public static class NameWords
{
    public const int MaxLength = 40;

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "H", "HJ", "HAJI", "HAJJAH", "DRS", "DRA", "DR", "IR", "PROF", "KH", "ALM", "ALMH", "BIN", "BINTI", "BT", "SH", "SE", "SPD", "ST", "AMD",
    };

    // Degrees that are names or parts of names without their dots ("MA", "SP"): dropped only as "S.P." or behind a comma.
    private static readonly HashSet<string> Degrees = new(StringComparer.Ordinal)
    {
        "SPDI", "SAG", "SSOS", "SKOM", "SKM", "SKEP", "SHUT", "SP", "SPT", "SPI", "SSI", "SSTP", "STP", "SHI", "MM", "MSI", "MPD", "MH", "MA", "AMDKEB", "AMAPD", "LC", "NS",
    };

    private static readonly Dictionary<string, string> ShortForms = new(StringComparer.Ordinal)
    {
        ["M"] = "MUHAMAD",
        ["MUH"] = "MUHAMAD",
        ["MUHD"] = "MUHAMAD",
        ["MHD"] = "MUHAMAD",
        ["MHMD"] = "MUHAMAD",
        ["MOH"] = "MUHAMAD",
        ["MOHD"] = "MUHAMAD",
        ["MOCH"] = "MUHAMAD",
        ["MD"] = "MUHAMAD",
        ["MUHAMED"] = "MUHAMAD",
        ["MUHAMMED"] = "MUHAMAD",
        ["MOHAMED"] = "MUHAMAD",
        ["MOHAMMED"] = "MUHAMAD",
        ["ABD"] = "ABDUL",
        ["ABDL"] = "ABDUL",
        ["STI"] = "SITI",
    };

    /// <summary>Distinct words in the order of the name; empty for a name without letters.</summary>
    public static IReadOnlyList<string> Of(string name) => Words(name, NameSound.Of);

    /// <summary>The words under which a name is kept: those of <see cref="Of"/>, and a joined word also whole, so that its beginning finds it.</summary>
    public static IReadOnlyList<string> KeptOf(string name) => Words(name, word => NameSound.Of(word).Append(NameSound.WholeOf(word)));

    private static List<string> Words(string name, Func<string, IEnumerable<string>> sounds)
    {
        var words = new List<string>(4);
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        AddWords(words, comma < 0 ? name : name[..comma], isBehindComma: false, sounds);
        if (comma >= 0)
            AddWords(words, name[comma..], isBehindComma: true, sounds);
        return words;
    }

    private static void AddWords(List<string> words, string part, bool isBehindComma, Func<string, IEnumerable<string>> sounds)
    {
        foreach (var chunk in part.Split([' ', '\u00a0', '\t', ',', '-', '/', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            if (IsDegree(chunk.Trim('.'), isBehindComma))
                continue;
            foreach (var raw in chunk.Split('.', StringSplitOptions.RemoveEmptyEntries))
                AddWord(words, Letters(raw), sounds);
        }
    }

    // "S.Pd" with its dot inside, or anything that can be a degree behind the comma.
    private static bool IsDegree(string chunk, bool isBehindComma)
    {
        var letters = Letters(chunk);
        return (isBehindComma || chunk.Contains('.', StringComparison.Ordinal)) && (Degrees.Contains(letters) || Titles.Contains(letters));
    }

    private static void AddWord(List<string> words, string word, Func<string, IEnumerable<string>> sounds)
    {
        // "St. Aminah" is Siti; a degree "S.T." has a dot inside or stands behind a comma.
        if (word == "ST" && words.Count == 0)
            word = "SITI";
        if (word.Length == 0 || Titles.Contains(word))
            return;
        foreach (var sound in sounds(ShortForms.GetValueOrDefault(word, word)))
        {
            var fitting = sound.Length > MaxLength ? sound[..MaxLength] : sound;
            if (!words.Contains(fitting))
                words.Add(fitting);
        }
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
}
