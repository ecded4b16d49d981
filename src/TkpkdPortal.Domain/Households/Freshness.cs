using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Households;

/// <summary>
/// How old the last word about a household is: an approved visit counts by its day, a list that has the family in this village by the day of its
/// release. Fresh is what is not older than twelve months.
/// </summary>
public enum Freshness
{
    /// <summary>An approved visit of the last twelve months.</summary>
    Visited = 1,

    /// <summary>No such visit, but a list of the last twelve months.</summary>
    Listed = 2,

    /// <summary>Nothing within twelve months, something within twenty-four.</summary>
    Aging = 3,

    /// <summary>Nothing within twenty-four months, or nothing at all.</summary>
    Old = 4,
}

/// <summary>From which day on a word about a household counts, and the words for <see cref="Freshness"/>.</summary>
public static class FreshnessWords
{
    public static CodedValues<Freshness> Values { get; } = new(
        (Freshness.Visited, "Kunjungan disetujui dalam 12 bulan"), (Freshness.Listed, "Hanya daftar dalam 12 bulan"),
        (Freshness.Aging, "12 sampai 24 bulan lalu"), (Freshness.Old, "Lebih dari 24 bulan lalu"));

    public static DateOnly FreshFrom(DateOnly today) => today.AddYears(-1);

    public static DateOnly AgingFrom(DateOnly today) => today.AddYears(-2);
}
