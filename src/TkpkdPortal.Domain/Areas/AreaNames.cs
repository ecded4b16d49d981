namespace TkpkdPortal.Domain.Areas;

/// <summary>How area names are compared and suggested: on letters only, and never to decide which area is meant.</summary>
public static class AreaNames
{
    private static readonly HashSet<string> KindWords = new(StringComparer.Ordinal)
    {
        "kota", "kabupaten", "kab", "kecamatan", "kec", "kelurahan", "kel", "desa", "provinsi", "prov",
    };

    /// <summary>"Kel. Sungaijawi Dalam" and "SUNGAI JAWI DALAM" are the same letters.</summary>
    public static string Letters(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return "";
        var words = name.ToLowerInvariant().Split([' ', '.', '\u00a0', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var first = words.Length > 1 && KindWords.Contains(words[0]) ? 1 : 0;
        return string.Concat(words.Skip(first).SelectMany(word => word.Where(char.IsLetter)));
    }

    /// <summary>Edits between two strings of letters, or <paramref name="limit"/> + 1 as soon as there are more.</summary>
    public static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return limit + 1;
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var best = current[0];
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                best = Math.Min(best, current[j]);
            }
            if (best > limit)
                return limit + 1;
            (previous, current) = (current, previous);
        }
        return previous[b.Length];
    }
}
