namespace TkpkdPortal.Domain.Lists;

/// <summary>Which household of the register a list means by one of its family ids; the same in every release of that list.</summary>
public sealed class ListKey : IHasArea
{
    public long Id { get; init; }

    public SourceList List { get; init; }

    public required string FamilyListId { get; init; }

    public long HouseholdId { get; init; }

    public required string AreaCode { get; init; }

    public long ChangeSetId { get; init; }
}
