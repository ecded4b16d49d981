namespace TkpkdPortal.Domain.Statistics;

/// <summary>What a public paper or page withholds, so that a count names nobody: in a village of neighbours a count of one is a name (UU 27/2022).</summary>
public static class SmallCount
{
    /// <summary>Fewer families than this are not told to the public.</summary>
    public const int LeastShown = 5;

    public static bool IsSmall(int count) => count is > 0 and < LeastShown;

    /// <summary>
    /// Rows that may be told, each with all of its counts: by themselves, or put together so that no count of the sum is small. Small rows go together with as many of the smallest others as it takes; what is
    /// left of a total after the rows that stand by themselves is then the sum of at least two rows. Each of the counts has to be safe in the sum of all rows, else nothing is told: the caller leaves such a column out.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<int>> Together(IReadOnlyList<IReadOnlyList<int>> rows)
    {
        int[] Sum(IEnumerable<int> places) => places.Aggregate(new int[rows.Count == 0 ? 0 : rows[0].Count], (sum, row) => [.. sum.Zip(rows[row], (a, b) => a + b)]);
        var all = Enumerable.Range(0, rows.Count).ToList();
        if (Sum(all).Any(IsSmall))
            return [];
        var merged = all.Where(row => rows[row].Any(IsSmall)).ToList();
        var rest = new Queue<int>(all.Except(merged).OrderBy(row => rows[row].Sum()).ThenBy(row => row));
        while (merged.Count > 0 && (merged.Count == 1 || Sum(merged).Any(IsSmall)) && rest.TryDequeue(out var next))
            merged.Add(next);
        return [.. all.Except(merged).Select(row => (int[])[row]), .. merged.Count > 0 ? [(int[])[.. merged.Order()]] : Array.Empty<int[]>()];
    }

    /// <summary>
    /// Which of the parts of a sum are withheld, by their places: the small ones, those that are asked for, and as many of the next smallest as it
    /// takes that nobody computes one back from the sum. Where even all of them do not suffice, the sum is withheld as well.
    /// </summary>
    public static (IReadOnlySet<int> Withheld, bool IsSumShown) Withhold(IReadOnlyList<int> parts, params IEnumerable<int> asked)
    {
        var withheld = Enumerable.Range(0, parts.Count).Where(i => IsSmall(parts[i])).Concat(asked).ToHashSet();
        var rest = new Queue<int>(Enumerable.Range(0, parts.Count).Where(i => !withheld.Contains(i) && parts[i] > 0).OrderBy(i => parts[i]).ThenBy(i => i));
        bool IsSafe() => withheld.Count == 0 || (withheld.Count > 1 && withheld.Sum(i => parts[i]) >= LeastShown);
        while (!IsSafe() && rest.TryDequeue(out var next))
            withheld.Add(next);
        return (withheld, IsSafe());
    }
}
