namespace TkpkdPortal.Domain.Areas;

/// <summary>
/// Half-open range of stored area codes, <c>[From, To)</c>: what a filter compares, since a range uses the index on both databases.
/// </summary>
public readonly record struct AreaRange(string From, string To)
{
    /// <summary>Matches no area at all; the scope of whoever has no assignment.</summary>
    public static AreaRange None { get; } = new("~", "~");

    public bool IsEmpty => string.CompareOrdinal(From, To) >= 0;

    /// <summary>Everything in the area, itself included: <c>64.08.</c> up to, not including, <c>64.08/</c>.</summary>
    public static AreaRange Of(AreaCode code) => code.Stored.Length == 0 ? None : new AreaRange(code.Stored, code.Stored[..^1] + "/");

    public bool Contains(string storedCode) =>
        string.CompareOrdinal(storedCode, From) >= 0 && string.CompareOrdinal(storedCode, To) < 0;

    /// <summary>What lies in both.</summary>
    public AreaRange Common(AreaRange other)
    {
        var common = new AreaRange(Later(From, other.From), string.CompareOrdinal(To, other.To) <= 0 ? To : other.To);
        return common.IsEmpty ? None : common;
    }

    /// <summary>
    /// The fewest ranges that cover exactly the given areas: what lies inside another falls away, RT that follow each other become one.
    /// </summary>
    public static IReadOnlyList<AreaRange> Cover(IEnumerable<AreaCode> codes)
    {
        var merged = new List<AreaRange>();
        foreach (var range in codes.Select(Of).Where(range => !range.IsEmpty).OrderBy(range => range.From, StringComparer.Ordinal))
        {
            if (merged.Count > 0 && Touches(merged[^1], range))
                merged[^1] = merged[^1] with { To = Later(merged[^1].To, range.To) };
            else
                merged.Add(range);
        }
        return merged;
    }

    // "…003/" and "…004." have no code between them: nothing follows RT 003 before RT 004.
    private static bool Touches(AreaRange earlier, AreaRange later) =>
        string.CompareOrdinal(later.From, earlier.To) <= 0
        || (earlier.To.Length == AreaCode.RtLength && later.From.Length == AreaCode.RtLength
            && earlier.To.AsSpan(0, AreaCode.RwLength).SequenceEqual(later.From.AsSpan(0, AreaCode.RwLength))
            && Number(later.From) == Number(earlier.To) + 1);

    private static int Number(string bound) =>
        int.Parse(bound.AsSpan(AreaCode.RwLength, 3), System.Globalization.CultureInfo.InvariantCulture);

    private static string Later(string a, string b) => string.CompareOrdinal(a, b) >= 0 ? a : b;
}
