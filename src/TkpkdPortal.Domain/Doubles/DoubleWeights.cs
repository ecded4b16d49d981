namespace TkpkdPortal.Domain.Doubles;

/// <summary>
/// Bobot: how many points each likeness of two families gives or takes, and from how many on somebody is asked. A family needs several things
/// in common: no weight reaches the threshold alone, but an equal number.
/// </summary>
public sealed record DoubleWeights
{
    public const int Most = 100, LeastThreshold = 50;

    /// <summary>From so many points on the two are laid before somebody.</summary>
    public int Threshold { get; init; } = 65;

    public int SameName { get; init; } = 40;

    public int NearName { get; init; } = 36;

    public int PartOfName { get; init; } = 32;

    /// <summary>Taken off each time that twice as many people bear the name, since a common name says little.</summary>
    public int CommonStep { get; init; } = 4;

    /// <summary>No more than this is taken off for a common name.</summary>
    public int CommonMost { get; init; } = 18;

    public int SameBirth { get; init; } = 30;

    /// <summary>1 January often stands for a day that nobody knew.</summary>
    public int SameNewYear { get; init; } = 12;

    public int SwappedBirth { get; init; } = 22;

    public int BirthDigit { get; init; } = 20;

    public int SameYear { get; init; } = 10;

    public int OtherBirth { get; init; } = -30;

    public int SameSex { get; init; } = 3;

    public int OtherSex { get; init; } = -20;

    /// <summary>Mother or spouse, or the head of the family.</summary>
    public int SameKin { get; init; } = 20;

    public int NearKin { get; init; } = 14;

    public int OtherKin { get; init; } = -12;

    /// <summary>The same road, house or dusun and number, word for word.</summary>
    public int SameHouse { get; init; } = 25;

    public int SameAddress { get; init; } = 14;

    public int SameVillage { get; init; } = 6;

    public int OtherNik { get; init; } = -10;

    /// <summary>For each further pair of members who are alike.</summary>
    public int OtherMember { get; init; } = 10;

    public int OtherMembersMost { get; init; } = 20;

    /// <summary>A rule that asks about everybody, or about nobody, helps no office.</summary>
    public Outcome Check()
    {
        if (Threshold is < LeastThreshold or > Most)
            return Outcome.Refuse($"Ambang antara {LeastThreshold} dan {Most}.");
        int[] given = [SameName, NearName, PartOfName, SameBirth, SameNewYear, SwappedBirth, BirthDigit, SameYear, SameSex, SameKin, NearKin, SameHouse, SameAddress, SameVillage, OtherMember, OtherMembersMost, CommonStep, CommonMost];
        if (given.Any(points => points is < 0 or > LeastThreshold))
            return Outcome.Refuse($"Bobot yang menambah antara 0 dan {LeastThreshold}: tidak ada satu kemiripan yang cukup sendirian.");
        int[] taken = [OtherBirth, OtherSex, OtherKin, OtherNik];
        if (taken.Any(points => points is > 0 or < -Most))
            return Outcome.Refuse($"Bobot yang mengurangi antara -{Most} dan 0.");
        return SameName < NearName || NearName < PartOfName || SameBirth < SwappedBirth || SameKin < NearKin || SameHouse < SameAddress || SameAddress < SameVillage
            ? Outcome.Refuse("Yang sama tidak boleh lebih ringan daripada yang hanya mirip.")
            : Outcome.Accepted;
    }
}
