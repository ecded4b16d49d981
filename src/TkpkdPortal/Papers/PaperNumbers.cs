using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Papers;

/// <summary>Counts and shares as every table of a paper writes them.</summary>
public static class PaperNumbers
{
    /// <summary>Below this many, counts and squares say more than a percentage and a bar.</summary>
    public const int SmallestBase = 20;

    /// <summary>A nil is a dash in a table; zero has to be looked for.</summary>
    public static string Cell(int count) => count == 0 ? "–" : Indonesian.Number(count);

    /// <summary>A share, or "&lt;20" where the base is too small for a percentage.</summary>
    public static string Share(int part, int whole) => whole == 0 ? "–" : whole < SmallestBase ? "<20" : Indonesian.Percent(part, whole);
}
