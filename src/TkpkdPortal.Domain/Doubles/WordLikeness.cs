namespace TkpkdPortal.Domain.Doubles;

/// <summary>
/// Whether two words of a name, already folded by sound, are one letter apart: a letter more, less or other, or two neighbours in each other's place.
/// Letters that Kalimantan's clerks hear alike (z and j, k and h, t and d, b and p, g and k, e and i, o and u) count half.
/// </summary>
public static class WordLikeness
{
    private const int Letter = 2, Alike = 1, Longest = 40, Shortest = 4;

    private static readonly HashSet<(char, char)> SoundAlike = Both(('Z', 'I'), ('Z', 'S'), ('K', 'H'), ('K', 'G'), ('T', 'D'), ('B', 'P'), ('E', 'I'), ('O', 'U'), ('A', 'E'), ('N', 'M'), ('C', 'S'));

    public static bool IsNear(string one, string other)
    {
        if (one.Length > Longest || other.Length > Longest || Math.Abs(one.Length - other.Length) > 1 || Math.Min(one.Length, other.Length) < Shortest)
            return false;
        return Distance(one, other) <= Letter;
    }

    /// <summary>"A" or "A." may stand for Ahmad.</summary>
    public static bool IsInitial(string one, string other) => (one.Length == 1) != (other.Length == 1) && one[0] == other[0];

    private static int Distance(string one, string other)
    {
        Span<int> before = stackalloc int[Longest + 1], last = stackalloc int[Longest + 1], row = stackalloc int[Longest + 1];
        for (var j = 0; j <= other.Length; j++)
            last[j] = j * Letter;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i * Letter;
            var least = row[0];
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + Letter, last[j - 1] + Cost(one[i - 1], other[j - 1]));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + Letter);
                least = Math.Min(least, row[j]);
            }
            if (least > Letter)
                return least;
            last.CopyTo(before);
            row.CopyTo(last);
        }
        return last[other.Length];
    }

    private static int Cost(char a, char b) => a == b ? 0 : SoundAlike.Contains((a, b)) ? Alike : Letter;

    private static HashSet<(char A, char B)> Both(params (char A, char B)[] pairs) => [.. pairs, .. pairs.Select(pair => (pair.B, pair.A))];
}
