namespace TkpkdPortal.Domain.Doubles;

/// <summary>The words by which an address is told from others: without those that every address has, and numbers without leading zeros.</summary>
public static class AddressWords
{
    private static readonly HashSet<string> OfAnyAddress = new(StringComparer.Ordinal) { "JL", "JLN", "JALAN", "GG", "GANG", "RT", "RW", "NO", "NOMOR", "DESA", "KEL", "KELURAHAN", "DUSUN", "DSN" };

    /// <summary>Distinct words in the order of the address.</summary>
    public static IReadOnlyList<string> Of(string address)
    {
        var words = new List<string>(4);
        for (var at = 0; at < address.Length;)
        {
            if (!char.IsLetterOrDigit(address[at]))
            {
                at++;
                continue;
            }
            var end = at;
            while (end < address.Length && char.IsLetterOrDigit(address[end]))
                end++;
            var word = address[at..end].ToUpperInvariant().TrimStart('0');
            if (word.Length > 0 && !OfAnyAddress.Contains(word) && !words.Contains(word))
                words.Add(word);
            at = end;
        }
        return words;
    }

    /// <summary>More than half of the words of the shorter one are in the other.</summary>
    public static bool AreLike(int shared, int one, int other) => one > 0 && other > 0 && shared * 2 > Math.Min(one, other);

    public static bool AreLike(string one, string other)
    {
        var (a, b) = (Of(one), Of(other));
        return AreLike(a.Count(b.Contains), a.Count, b.Count);
    }
}
