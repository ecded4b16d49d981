using System.Buffers.Text;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Security.Sealing;

namespace TkpkdPortal.Importing;

/// <summary>Turns a judged row into what is stored of it, sealed, and a stored row into what the register takes over.</summary>
internal sealed class ListedRows(Sealer sealer)
{
    public byte[] HashOf(JudgedRow row) => sealer.KeyedHash("row:" + row.Canonical());

    /// <summary>
    /// A list that calls families and persons by their numbers is kept under keyed hashes of them, since ids of lists are stored and compared in plain.
    /// </summary>
    public JudgedRow WithKeyedIds(JudgedRow row)
    {
        (row.FamilyId, row.PersonId) = (KeyedId("family:", row.FamilyId), KeyedId("person:", row.PersonId));
        return row;
    }

    public byte[] IndexOf(Nik nik) => sealer.IndexOf(nik);

    public ListedHousehold Household(StagedRow staged, StagingTarget target, byte[] hash, long id, long householdId)
    {
        var (row, publicId) = (staged.Judged, Guid.CreateVersion7());
        var nik = row.Nik is { } number ? sealer.Seal(number, SealedField.ListedHouseholdNik, publicId) : null;
        var card = row.FamilyCard is { } written ? sealer.Seal(written, SealedField.ListedHouseholdFamilyCard, publicId) : null;
        return new ListedHousehold
        {
            Id = id,
            PublicId = publicId,
            ReleaseId = target.ReleaseId,
            ChangeSetId = target.ChangeSetId,
            HouseholdId = householdId,
            RowNumber = row.Number,
            FamilyListId = row.FamilyId,
            AreaCode = row.Area.Stored,
            DecileCode = row.Decile.Code,
            Address = row.Address,
            Name = row.Name,
            Nik = nik?.Number,
            NikIndex = nik?.Index,
            MatchesCivilRegistry = row.MatchesCivilRegistry,
            Sex = row.Sex,
            BirthDate = row.BirthDate,
            Occupation = row.Occupation,
            Education = row.Education,
            Aid = row.Aid,
            StuntingRisk = row.StuntingRisk,
            Housing = row.Housing,
            FamilyCard = card?.Number,
            FamilyCardIndex = card?.Index,
            SourceAreaCode = row.SourceAreaCode,
            ProvincialDecileCode = row.ProvincialDecile?.Code,
            RegencyDecileCode = row.RegencyDecile?.Code,
            StatedMembers = row.MemberCount,
            ContentHash = hash,
            SealedRaw = sealer.Seal(RawCells.Pack(staged.Raw), SealedField.ListedHouseholdRaw, publicId),
        };
    }

    public ListedPerson Person(StagedRow staged, StagingTarget target, byte[] hash, long id, long householdId, long personId)
    {
        var (row, publicId) = (staged.Judged, Guid.CreateVersion7());
        var nik = row.Nik is { } number ? sealer.Seal(number, SealedField.ListedPersonNik, publicId) : null;
        return new ListedPerson
        {
            Id = id,
            PublicId = publicId,
            ReleaseId = target.ReleaseId,
            ChangeSetId = target.ChangeSetId,
            HouseholdId = householdId,
            PersonId = personId,
            RowNumber = row.Number,
            FamilyListId = row.FamilyId,
            PersonListId = row.PersonId,
            AreaCode = row.Area.Stored,
            DecileCode = row.Decile.Code,
            Address = row.Address,
            Name = row.Name,
            Nik = nik?.Number,
            NikIndex = nik?.Index,
            MatchesCivilRegistry = row.MatchesCivilRegistry,
            Sex = row.Sex,
            BirthDate = row.BirthDate,
            Occupation = row.Occupation,
            Education = row.Education,
            Aid = row.Aid,
            StuntingRisk = row.StuntingRisk,
            Relationship = row.Relationship,
            MaritalStatus = row.MaritalStatus,
            ContentHash = hash,
            SealedRaw = sealer.Seal(RawCells.Pack(staged.Raw), SealedField.ListedPersonRaw, publicId),
        };
    }

    /// <summary>What a sheet says beyond its row; its KK number is sealed for this statement.</summary>
    public SheetStatement Statement(JudgedRow row, StagingTarget target, long id, long listedPersonId, long householdId)
    {
        var publicId = Guid.CreateVersion7();
        var card = row.FamilyCard is { } number ? sealer.Seal(number, SealedField.SheetFamilyCard, publicId) : null;
        // Only rows of sheets come here, and each has its statement.
        return new SheetStatement(row.Statement!)
        {
            Id = id,
            PublicId = publicId,
            ListedPersonId = listedPersonId,
            HouseholdId = householdId,
            ChangeSetId = target.ChangeSetId,
            AreaCode = row.Area.Stored,
            FamilyCard = card?.Number,
            FamilyCardIndex = card?.Index,
        };
    }

    public WithheldRow Withheld(StagedRow staged, StagingTarget target, FindingLevel level)
    {
        var publicId = Guid.CreateVersion7();
        return new WithheldRow(publicId, target.BatchId, target.AreaCode, staged.Judged.Number, level, sealer.Seal(RawCells.Pack(staged.Raw), SealedField.WithheldRowRaw, publicId));
    }

    /// <summary>A row that was staged and now waits for a person: its cells change their envelope.</summary>
    public WithheldRow Withheld(ListedRow staged, StagingTarget target)
    {
        var publicId = Guid.CreateVersion7();
        var raw = sealer.Open(staged.SealedRaw, staged is ListedPerson ? SealedField.ListedPersonRaw : SealedField.ListedHouseholdRaw, staged.PublicId);
        return new WithheldRow(publicId, target.BatchId, target.AreaCode, staged.RowNumber, FindingLevel.Review, sealer.Seal(raw, SealedField.WithheldRowRaw, publicId));
    }

    /// <summary>What the row says of its person, with the number sealed anew for the person's own row.</summary>
    public PersonDetails DetailsOf(ListedRow row, Guid personId) => new(row.Name, row is ListedPerson { Relationship: var relation } ? relation ?? Relationship.Other : Relationship.Head)
    {
        Nik = Reseal(row, personId),
        NikAbsence = row.Nik is null ? NumberAbsence.NotInList : null,
        Sex = row.Sex,
        BirthDate = row.BirthDate,
        MaritalStatus = (row as ListedPerson)?.MaritalStatus,
        Occupation = row.Occupation,
        Education = row.Education,
        MatchesCivilRegistry = row.MatchesCivilRegistry,
    };

    /// <summary>The same, but a number that the person already has keeps its envelope, so that nothing seems to change.</summary>
    public PersonDetails DetailsOf(ListedRow row, Person person)
    {
        var isSame = person.NikIndex is not null && row.NikIndex is not null && person.NikIndex.AsSpan().SequenceEqual(row.NikIndex);
        return isSame ? DetailsOf(row, person.PublicId) with { Nik = new IndexedNumber(person.Nik!, person.NikIndex!) } : DetailsOf(row, person.PublicId);
    }

    /// <summary>The card's number, sealed anew for the household's own row.</summary>
    public IndexedNumber? FamilyCardOf(ListedHousehold row, Guid householdId) => row.FamilyCard is { } card
        && FamilyCardNumber.TryParse(sealer.Open(card.Bytes, SealedField.ListedHouseholdFamilyCard, row.PublicId), out var number)
            ? sealer.Seal(number, SealedField.HouseholdFamilyCard, householdId) : null;

    private string KeyedId(string kind, string id) => id.Length == 0 ? "" : Base64Url.EncodeToString(sealer.KeyedHash(kind + id));

    private IndexedNumber? Reseal(ListedRow row, Guid personId)
    {
        if (row.Nik is not { } number)
            return null;
        var field = row is ListedPerson ? SealedField.ListedPersonNik : SealedField.ListedHouseholdNik;
        return Nik.TryParse(sealer.Open(number.Bytes, field, row.PublicId), out var nik) ? sealer.Seal(nik, SealedField.PersonNik, personId) : null;
    }
}
