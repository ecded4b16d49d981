using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Doubles;

/// <summary>In what two families are taken for one.</summary>
public enum DoubleKind
{
    /// <summary>The same NIK or KK number stands in both.</summary>
    Number = 1,

    /// <summary>The heads, or more than one member, are alike.</summary>
    Family = 2,

    /// <summary>One person seems to stand in two families that are otherwise not alike.</summary>
    Member = 3,
}

/// <summary>The words for <see cref="DoubleKind"/>.</summary>
public static class DoubleKindWords
{
    public static CodedValues<DoubleKind> Values { get; } = new(
        (DoubleKind.Number, "Nomor sama"), (DoubleKind.Family, "Keluarga mirip"), (DoubleKind.Member, "Satu orang di dua keluarga"));
}

/// <summary>Two families that may be one, with the two members who are most alike and the score's parts. The first is the one that has been in the register longer.</summary>
public sealed record FoundDouble(long FirstId, long SecondId, long FirstPersonId, long SecondPersonId, DoubleKind Kind, int Score, IReadOnlyList<ScorePart> Parts);
