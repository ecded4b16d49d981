using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Households;

/// <summary>What is known of a household, shared by the current row and its past versions.</summary>
public abstract class HouseholdFacts
{
    public const int AddressMaxLength = 500, NameMaxLength = 500;

    /// <summary>The id that leaves the program; the same in every version.</summary>
    public Guid PublicId { get; protected init; }

    public string AreaCode { get; protected set; } = "";

    public string Address { get; protected set; } = "";

    /// <summary>Name of the head, kept beside the member row so that a list needs no join.</summary>
    public string HeadName { get; protected set; } = "";

    public SealedNumber? FamilyCard { get; protected set; }

    public byte[]? FamilyCardIndex { get; protected set; }

    /// <summary>Why there is no KK number; null when there is one.</summary>
    public NumberAbsence? FamilyCardAbsence { get; protected set; }

    /// <summary>Members in the register, in persons (jiwa).</summary>
    public int MemberCount { get; protected set; }

    /// <summary>Rank in the newest release of the list that named the household first, as <see cref="WelfareDecile.Code"/>.</summary>
    public byte? DecileCode { get; protected set; }

    public long? DecileReleaseId { get; protected set; }

    public Housing Housing { get; protected set; } = Housing.Unknown;

    public bool? StuntingRisk { get; protected set; }

    /// <summary>Needs that the known facts raise: what decides whose duty the household is.</summary>
    public Need Needs { get; protected set; }

    /// <summary>Needs of which nobody knows yet: questions for the next visit, and never counted as needs.</summary>
    public Need UnknownNeeds { get; protected set; }

    /// <summary>The state pays for the family's health insurance (PBI), as DTSEN says; null where nobody says so.</summary>
    public bool? InsuredByState { get; protected set; }

    /// <summary>Fields that an approved visit has verified.</summary>
    public HouseholdField Verified { get; protected set; }

    /// <summary>Fields in which sources differed and a person said what stands.</summary>
    public HouseholdField Decided { get; protected set; }

    public Presence? Presence { get; protected set; }

    public Eligibility? Eligibility { get; protected set; }

    /// <summary>Day of the visit that was approved last.</summary>
    public DateOnly? VerifiedOn { get; protected set; }

    /// <summary>Why the household is no longer in the register, and since which day; null while it is. A closed household has no members.</summary>
    public Closure? Closure { get; protected set; }

    public DateOnly? ClosedOn { get; protected set; }

    /// <summary>The household is invented (DATA UJI).</summary>
    public bool IsTestData { get; protected set; }

    public long ChangeSetId { get; protected set; }

    public int Version { get; protected set; }

    /// <summary>What the rules of needs ask of it.</summary>
    public NeedHouse NeedHouse => new(DecileCode, Housing, StuntingRisk, InsuredByState);

    public NeedProfile NeedProfile => new(Needs, UnknownNeeds);

    public WelfareDecile? Decile => DecileCode is { } code ? WelfareDecile.FromCode(code) : null;
}

/// <summary>A household as it was known from one change to the next.</summary>
public sealed class HouseholdVersion : HouseholdFacts, IHasArea, IHoldsPersonalData
{
    private HouseholdVersion()
    {
    }

    public HouseholdVersion(Household household, DateTime knownFrom, DateTime knownTo)
    {
        Facts<HouseholdFacts>.Copy(household, this);
        (HouseholdId, KnownFrom, KnownTo) = (household.Id, knownFrom, knownTo);
    }

    public long Id { get; private set; }

    public long HouseholdId { get; private set; }

    public DateTime KnownFrom { get; private set; }

    public DateTime KnownTo { get; private set; }

    /// <summary>A bulk change reserves the keys of its rows.</summary>
    public HouseholdVersion WithId(long id)
    {
        Id = id;
        return this;
    }

    /// <summary>Nothing that is known of the household has changed since this version was taken.</summary>
    public bool StillHolds(Household household) => Facts<HouseholdFacts>.Same(this, household);
}
