namespace TkpkdPortal.Domain.Statistics;

/// <summary>What a public paper or page withholds, so that a count names nobody: in a village of neighbours a count of one is a name (UU 27/2022).</summary>
public static class SmallCount
{
    /// <summary>Fewer families than this are not told to the public.</summary>
    public const int LeastShown = 5;

    /// <summary>
    /// Which of the parts of a sum are withheld, by their places: the small ones, those that are asked for, and as many of the next smallest as it
    /// takes that nobody computes one back from the sum. Where even all of them do not suffice, the sum is withheld as well.
    /// </summary>
    public static (IReadOnlySet<int> Withheld, bool IsSumShown) Withhold(IReadOnlyList<int> parts, params IEnumerable<int> asked)
    {
        var withheld = Enumerable.Range(0, parts.Count).Where(i => parts[i] is > 0 and < LeastShown).Concat(asked).ToHashSet();
        var rest = new Queue<int>(Enumerable.Range(0, parts.Count).Where(i => !withheld.Contains(i) && parts[i] > 0).OrderBy(i => parts[i]).ThenBy(i => i));
        bool IsSafe() => withheld.Count == 0 || (withheld.Count > 1 && withheld.Sum(i => parts[i]) >= LeastShown);
        while (!IsSafe() && rest.TryDequeue(out var next))
            withheld.Add(next);
        return (withheld, IsSafe());
    }
}
