using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Assistance;

/// <summary>Kelompok sasaran: for whose work a program is meant; none is for everybody.</summary>
[Flags]
public enum AidTargetGroup
{
    None = 0,
    Farmers = 1 << 0,
    Fishers = 1 << 1,
    SmallTraders = 1 << 2,
}

/// <summary>The words for target groups, and by which occupations a family belongs to one.</summary>
public static class TargetGroups
{
    public static CodedValues<AidTargetGroup> Values { get; } = new(
        (AidTargetGroup.None, "Semua"), (AidTargetGroup.Farmers, "Petani"), (AidTargetGroup.Fishers, "Nelayan"), (AidTargetGroup.SmallTraders, "Pelaku UMKM"));

    /// <summary>The groups one by one.</summary>
    public static IReadOnlyList<AidTargetGroup> Each { get; } = [.. Values.All.Where(group => group is not AidTargetGroup.None)];

    /// <summary>A family belongs to the group when one of its members has one of these; who says nothing of their work is not counted.</summary>
    public static IReadOnlyList<Occupation> OccupationsOf(AidTargetGroup group) => group switch
    {
        AidTargetGroup.Farmers => [Occupation.Farmer],
        AidTargetGroup.Fishers => [Occupation.Fisher],
        AidTargetGroup.SmallTraders => [Occupation.Trader, Occupation.SelfEmployed],
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    public static IEnumerable<AidTargetGroup> Of(AidTargetGroup groups) => Each.Where(group => groups.HasFlag(group));

    /// <summary>"Petani, Nelayan"; "Semua" where the program is for everybody.</summary>
    public static string List(AidTargetGroup groups) => groups is AidTargetGroup.None ? "Semua" : string.Join(", ", Of(groups).Select(Values.Label));
}
