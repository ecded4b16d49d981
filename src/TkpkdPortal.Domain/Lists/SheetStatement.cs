using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Lists;

/// <summary>What a verification's sheet says was found at the door: five coarse answers, of which a visit of the portal knows finer ones.</summary>
public enum SheetPresence
{
    Found = 1,
    NotFound = 2,
    Died = 3,
    Moved = 4,
    Duplicate = 5,
}

/// <summary>The words of <see cref="SheetPresence"/>, as the sheets and the pages write them.</summary>
public static class SheetPresenceWords
{
    public static CodedValues<SheetPresence> Values { get; } = new CodedValues<SheetPresence>(
        (SheetPresence.Found, "Ditemukan"), (SheetPresence.NotFound, "Tidak ditemukan"), (SheetPresence.Died, "Meninggal"), (SheetPresence.Moved, "Pindah"),
        (SheetPresence.Duplicate, "Data ganda")).WithAliases(("Ganda", SheetPresence.Duplicate), ("Meninggal dunia", SheetPresence.Died), ("Pindah domisili", SheetPresence.Moved));
}

/// <summary>
/// What a sheet says of a person and the person's family beyond what every list says: the deliberation's result, or the answers of a
/// verification. Blank is null: not answered. It is a statement of the sheet; the register keeps what it has (decision 0030).
/// </summary>
public record SheetTerms
{
    public const int ReasonMaxLength = 200, NoteMaxLength = 500;

    /// <summary>The deliberation agreed that the family stays on the list.</summary>
    public bool? Agreed { get; init; }

    /// <summary>Day of the deliberation, where the sheet names it above the data.</summary>
    public DateOnly? HeldOn { get; init; }

    public SheetPresence? Presence { get; init; }

    /// <summary>The verification found that the family meets the criteria of the list.</summary>
    public bool? MeetsCriteria { get; init; }

    /// <summary>Why not, in the sheet's own words.</summary>
    public string? Reason { get; init; }

    public string? Note { get; init; }

    /// <summary>The name as the list had it, where the verification corrected it; the row has the corrected one.</summary>
    public string? NameBefore { get; init; }

    /// <summary>The row has the number that the verification wrote in place of a blank, faulty or other one.</summary>
    public bool IsNikCorrected { get; init; }

    public Housing Housing { get; init; } = Housing.Unknown;
}

/// <summary>One statement, beside the row of its release that names the person; immutable as that row is, and gone with it.</summary>
public sealed record SheetStatement : SheetTerms, IHasArea, IHoldsPersonalData
{
    public SheetStatement()
    {
    }

    public SheetStatement(SheetTerms terms)
        : base(terms)
    {
    }

    public long Id { get; init; }

    public Guid PublicId { get; init; }

    /// <summary>The row of the release that this belongs to.</summary>
    public long ListedPersonId { get; init; }

    public long HouseholdId { get; init; }

    public long ChangeSetId { get; init; }

    public required string AreaCode { get; init; }

    /// <summary>KK number as the sheet has it; null for a blank or impossible one.</summary>
    public SealedNumber? FamilyCard { get; init; }

    public byte[]? FamilyCardIndex { get; init; }
}
