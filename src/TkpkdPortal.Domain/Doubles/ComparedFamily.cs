using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Doubles;

/// <summary>What is compared of a family of the register; numbers only by their keyed index, so that none is opened to find doubles.</summary>
public sealed record ComparedFamily(long HouseholdId, string AreaCode, string Address, IReadOnlyList<ComparedPerson> Members)
{
    public byte[]? FamilyCardIndex { get; init; }

    /// <summary>It is new or has changed since doubles were sought last: a search that only goes on compares no two that are both old.</summary>
    public bool IsFresh { get; init; } = true;

    /// <summary>Desa or kelurahan.</summary>
    internal string Village => Areas.AreaCode.Parse(AreaCode).AtLevel(AreaLevel.Village).Stored;
}

/// <summary>What is compared of a member.</summary>
public sealed record ComparedPerson(long Id, string Name, Relationship Relationship)
{
    public Sex? Sex { get; init; }

    public DateOnly? BirthDate { get; init; }

    public byte[]? NikIndex { get; init; }

    public bool IsHead => Relationship is Relationship.Head;

    /// <summary>By whose name the person is told from namesakes: a child by its mother, a head and a spouse by each other, everybody else by the head.</summary>
    internal ComparedPerson? KinIn(IReadOnlyList<ComparedPerson> family) => Relationship switch
    {
        Relationship.Head => family.FirstOrDefault(other => other.Relationship is Relationship.Spouse),
        Relationship.Child => family.FirstOrDefault(other => other is { Sex: People.Sex.Female, Relationship: Relationship.Spouse or Relationship.Head }) ?? family.FirstOrDefault(other => other.IsHead),
        _ => family.FirstOrDefault(other => other.IsHead && other != this),
    };
}
