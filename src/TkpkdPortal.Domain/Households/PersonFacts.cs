using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Households;

/// <summary>What is known of a member of a household, shared by the current row and its past versions.</summary>
public abstract class PersonFacts
{
    public Guid PublicId { get; protected init; }

    public long HouseholdId { get; protected set; }

    /// <summary>Area of the household, carried by the member so that one filter guards both.</summary>
    public string AreaCode { get; protected set; } = "";

    public string Name { get; protected set; } = "";

    public SealedNumber? Nik { get; protected set; }

    public byte[]? NikIndex { get; protected set; }

    /// <summary>Why there is no NIK; null when there is one.</summary>
    public NumberAbsence? NikAbsence { get; protected set; }

    public Relationship Relationship { get; protected set; }

    public Sex? Sex { get; protected set; }

    public DateOnly? BirthDate { get; protected set; }

    public MaritalStatus? MaritalStatus { get; protected set; }

    public Occupation? Occupation { get; protected set; }

    public Education? Education { get; protected set; }

    /// <summary>The civil registry knows this person (padan Dukcapil); null when nobody asked.</summary>
    public bool? MatchesCivilRegistry { get; protected set; }

    /// <summary>Day on which the civil registry put the identity right; no list changes it afterwards.</summary>
    public DateOnly? CorrectedOn { get; protected set; }

    /// <summary>What the civil registry itself answered last about the number that is here now; null where only a list says so, or nobody.</summary>
    public CivilMatch? CivilMatch { get; protected set; }

    public DateOnly? CivilMatchOn { get; protected set; }

    public long ChangeSetId { get; protected set; }

    public int Version { get; protected set; }

    /// <summary>What the rules of needs ask of a member.</summary>
    public NeedMember NeedMember => new(Relationship, BirthDate, Occupation, Education, MaritalStatus, NikIndex is not null, MatchesCivilRegistry) { Id = PublicId, Name = Name };

    public bool IsHead => Relationship is Relationship.Head;
}

/// <summary>A member as known from one change to the next.</summary>
public sealed class PersonVersion : PersonFacts, IHasArea, IHoldsPersonalData
{
    private PersonVersion()
    {
    }

    public PersonVersion(Person person, DateTime knownFrom, DateTime knownTo)
    {
        Facts<PersonFacts>.Copy(person, this);
        (PersonId, KnownFrom, KnownTo) = (person.Id, knownFrom, knownTo);
    }

    public long Id { get; private set; }

    public long PersonId { get; private set; }

    public DateTime KnownFrom { get; private set; }

    public DateTime KnownTo { get; private set; }

    /// <summary>A bulk change reserves the keys of its rows.</summary>
    public PersonVersion WithId(long id)
    {
        Id = id;
        return this;
    }

    /// <summary>Nothing that is known of the person has changed since this version was taken.</summary>
    public bool StillHolds(Person person) => Facts<PersonFacts>.Same(this, person);
}
