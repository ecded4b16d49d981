using System.Text;

namespace TkpkdPortal.Domain.People;

/// <summary>
/// How a word of a name sounds, whatever spelling a list or a clerk chose: ejaan lama (oe, dj, tj, j for y), Arabic sounds written in several
/// ways (kh, sy, ch, dh), f, v and p, y and i, doubled letters, a final h. It is made alike of the words kept and of the words sought, so it
/// may bring together more than one name; it never parts two spellings of the same one.
/// </summary>
public static class NameSound
{
    private const int ShortestRest = 4;

    // Old DJ is J and old J is Y, and "Jusuf" is written for "Yusuf" to this day: the three are one sound, and it is that of I.
    private static readonly (string Written, string Sound)[] Groups =
    [
        ("OE", "U"), ("TJ", "C"), ("DJ", "J"), ("SJ", "S"), ("SY", "S"), ("SH", "S"), ("CH", "H"), ("KH", "H"), ("GH", "G"), ("DH", "D"), ("TH", "T"), ("DZ", "Z"),
        ("PH", "P"), ("F", "P"), ("V", "P"), ("Q", "K"), ("X", "KS"), ("J", "I"), ("Y", "I"),
    ];

    /// <summary>One word, or two where the name is written as one or two: "Nurhayati" and "Nur Hayati", "Abdurrahman" and "Abdul Rahman".</summary>
    public static IEnumerable<string> Of(string word)
    {
        var sound = WholeOf(word);
        if (sound.StartsWith("NUR", StringComparison.Ordinal) && sound.Length >= 3 + ShortestRest)
            return ["NUR", sound[3..]];
        if (sound.StartsWith("ABDUL", StringComparison.Ordinal) && sound.Length >= 5 + ShortestRest)
            return ["ABDUL", sound[5..]];
        // "Abdurrahman": the l of Abdul has become the first letter of what follows.
        return sound.StartsWith("ABDU", StringComparison.Ordinal) && sound.Length >= 4 + ShortestRest && sound[4] is not 'L' ? ["ABDUL", sound[4..]] : [sound];
    }

    /// <summary>The sound of the word as one, also where it joins two.</summary>
    public static string WholeOf(string word)
    {
        var sound = WithoutFinalH(Single(Groups.Aggregate(word, (text, group) => text.Replace(group.Written, group.Sound, StringComparison.Ordinal))));
        if (sound.StartsWith("NOR", StringComparison.Ordinal))
            return "NUR" + sound[3..];
        return sound.StartsWith("MOHAM", StringComparison.Ordinal) ? "MUHAM" + sound[5..] : sound;
    }

    private static string Single(string word)
    {
        var single = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (single.Length == 0 || single[^1] != c)
                single.Append(c);
        }
        return single.ToString();
    }

    private static string WithoutFinalH(string sound) => sound.Length > 2 && sound[^1] == 'H' ? sound[..^1] : sound;
}
