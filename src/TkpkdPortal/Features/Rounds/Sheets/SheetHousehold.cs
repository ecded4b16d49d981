using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Features.Rounds.Sheets;

/// <summary>What the form of one household is filled with: as the register has it on the day of printing, its number masked.</summary>
public sealed record SheetHousehold(string Code, string HeadName, string? NikMask, string? FamilyCardMask, string Address, string AreaCode, Housing Housing, IReadOnlyList<SheetMember> Members)
{
    public byte? DecileCode { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>Who is to visit it; null where anybody of the village may.</summary>
    public string? Enumerator { get; init; }
}

/// <summary>A member as the form lists them.</summary>
public sealed record SheetMember(string Name, string Relationship, int? Age);
