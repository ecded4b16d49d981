namespace TkpkdPortal.Domain.Households;

/// <summary>One normalised word of a member's name, so that a family is found by any part of a name on both databases.</summary>
public sealed class NameToken : IHasArea, IHoldsPersonalData
{
    public long Id { get; init; }

    public required string Word { get; init; }

    public required string AreaCode { get; init; }

    public long HouseholdId { get; init; }

    public long PersonId { get; init; }
}
