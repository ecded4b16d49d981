using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Lists;

/// <summary>
/// What every row of a release has, family or person. Rows are immutable; when the same release is delivered again with other content,
/// the new row supersedes the old one, which stays for questions about the past.
/// </summary>
public abstract class ListedRow : IHasArea, IHoldsPersonalData
{
    /// <summary>The lists' own ids are numeric text of at most fifty digits.</summary>
    public const int ListIdMaxLength = 50;

    public const int ContentHashLength = 32;

    public long Id { get; init; }

    public Guid PublicId { get; init; }

    public long ReleaseId { get; init; }

    public long ChangeSetId { get; init; }

    /// <summary>The change set under which the row came first, where it came back because what had replaced it was taken back.</summary>
    public long? RestoredFromId { get; init; }

    /// <summary>The change set whose row replaced this one, or that took it back.</summary>
    public long? SupersededById { get; set; }

    /// <summary>
    /// The household of the register that the row means; 0 for a family of DTSEN whose members have not come, and for members whose family has not:
    /// only both together tell which one it is.
    /// </summary>
    public long HouseholdId { get; set; }

    /// <summary>Record number in the file, as a spreadsheet shows it.</summary>
    public int RowNumber { get; init; }

    /// <summary>The list's id of the family: id_keluarga_P3KE, and for DTSEN, which has none but the KK number, the keyed hash of that number.</summary>
    public required string FamilyListId { get; init; }

    public required string AreaCode { get; init; }

    public byte DecileCode { get; init; }

    public required string Address { get; init; }

    /// <summary>Name of the head in a row of families, of the person in a row of persons.</summary>
    public required string Name { get; init; }

    public SealedNumber? Nik { get; init; }

    public byte[]? NikIndex { get; init; }

    public bool? MatchesCivilRegistry { get; init; }

    public Sex? Sex { get; init; }

    public DateOnly? BirthDate { get; init; }

    public Occupation? Occupation { get; init; }

    public Education? Education { get; init; }

    public ListedAid Aid { get; init; }

    public bool? StuntingRisk { get; init; }

    /// <summary>Keyed hash of the row's cleaned cells: equal rows are the same, and nobody can guess a row from it.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>The cells as they were delivered, sealed.</summary>
    public required byte[] SealedRaw { get; init; }
}

/// <summary>What a release says of one family.</summary>
public sealed class ListedHousehold : ListedRow
{
    public Welfare.Housing Housing { get; init; } = Welfare.Housing.Unknown;

    /// <summary>The KK number, in the lists that have it.</summary>
    public SealedNumber? FamilyCard { get; init; }

    public byte[]? FamilyCardIndex { get; init; }

    /// <summary>The village's code as the list writes it (BPS), where that is not Kemendagri's.</summary>
    public string? SourceAreaCode { get; init; }

    /// <summary>Rank within the province and within the regency; <see cref="ListedRow.DecileCode"/> is the national one.</summary>
    public byte? ProvincialDecileCode { get; init; }

    public byte? RegencyDecileCode { get; init; }

    /// <summary>Members (jiwa) that the row itself states.</summary>
    public int? StatedMembers { get; init; }
}

/// <summary>What a release says of one person.</summary>
public sealed class ListedPerson : ListedRow
{
    /// <summary>The list's id of the person: id_individu, and for DTSEN the keyed hash of the NIK.</summary>
    public required string PersonListId { get; init; }

    public long PersonId { get; set; }

    public Relationship? Relationship { get; init; }

    public MaritalStatus? MaritalStatus { get; init; }
}
