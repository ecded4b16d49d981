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
    /// <summary>A judged row with what can be known of it without the register; <paramref name="sealAhead"/> where it will most probably be stored as a family's.</summary>
    public StagedRow Stage(JudgedRow judged, RawRecord raw, bool sealAhead)
    {
        if (!judged.IsAccepted)
            return new StagedRow(judged, raw, [], null);
        var staged = new StagedRow(judged, raw, sealer.KeyedHash("row:" + judged.Canonical()), judged.Nik is { } nik ? sealer.IndexOf(nik) : null);
        if (sealAhead)
            staged.Sealed = SealFamily(staged);
        return staged;
    }

    /// <summary>
    /// A list that calls families and persons by their numbers is kept under keyed hashes of them, since ids of lists are stored and compared in plain.
    /// </summary>
    public JudgedRow WithKeyedIds(JudgedRow row)
    {
        (row.FamilyId, row.PersonId) = (KeyedId("family:", row.FamilyId), KeyedId("person:", row.PersonId));
        return row;
    }

    public ListedHousehold Household(StagedRow staged, StagingTarget target, long id, long householdId)
    {
        var (row, own) = (staged.Judged, staged.Sealed ??= SealFamily(staged));
        return new ListedHousehold
        {
            Id = id,
            PublicId = own.PublicId,
            ReleaseId = target.ReleaseId,
            ChangeSetId = target.ChangeSetId,
            HouseholdId = householdId,
            RowNumber = row.Number,
            FamilyListId = row.FamilyId,
            AreaCode = row.Area.Stored,
            DecileCode = row.Decile.Code,
            Address = row.Address,
            Name = row.Name,
            Nik = own.Nik?.Number,
            NikIndex = own.Nik?.Index,
            MatchesCivilRegistry = row.MatchesCivilRegistry,
            Sex = row.Sex,
            BirthDate = row.BirthDate,
            Occupation = row.Occupation,
            Education = row.Education,
            Aid = row.Aid,
            StuntingRisk = row.StuntingRisk,
            Housing = row.Housing,
            FamilyCard = own.Card?.Number,
            FamilyCardIndex = own.Card?.Index,
            SourceAreaCode = row.SourceAreaCode,
            ProvincialDecileCode = row.ProvincialDecile?.Code,
            RegencyDecileCode = row.RegencyDecile?.Code,
            StatedMembers = row.MemberCount,
            ContentHash = staged.Hash,
            SealedRaw = own.Raw,
        };
    }

    public ListedPerson Person(StagedRow staged, StagingTarget target, long id, long householdId, long personId)
    {
        var (row, publicId) = (staged.Judged, Guid.CreateVersion7());
        var nik = row.Nik is { } number ? sealer.Seal(number, staged.NikIndex!, SealedField.ListedPersonNik, publicId) : null;
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
            ContentHash = staged.Hash,
            SealedRaw = RawCells.Seal(staged.Raw, sealer, SealedField.ListedPersonRaw, publicId),
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
        return new WithheldRow(publicId, target.BatchId, target.AreaCode, staged.Judged.Number, level, RawCells.Seal(staged.Raw, sealer, SealedField.WithheldRowRaw, publicId));
    }

    /// <summary>A row that was staged and now waits for a person: its cells change their envelope.</summary>
    public WithheldRow Withheld(ListedRow staged, StagingTarget target)
    {
        var publicId = Guid.CreateVersion7();
        var raw = sealer.Open(staged.SealedRaw, staged is ListedPerson ? SealedField.ListedPersonRaw : SealedField.ListedHouseholdRaw, staged.PublicId);
        return new WithheldRow(publicId, target.BatchId, target.AreaCode, staged.RowNumber, FindingLevel.Review, sealer.Seal(raw, SealedField.WithheldRowRaw, publicId));
    }

    /// <summary>What the row says of its person, with the number sealed anew for the person's own row.</summary>
    public PersonDetails DetailsOf(ListedRow row, Guid personId) => DetailsOf(row, Reseal(row, personId));

    /// <summary>The head whom a family's row brings; the number was sealed for that person together with the row.</summary>
    public static PersonDetails HeadOf(StagedRow staged, ListedHousehold row) => DetailsOf(row, staged.Sealed!.HeadNik);

    private static PersonDetails DetailsOf(ListedRow row, IndexedNumber? nik) => new(row.Name, row is ListedPerson { Relationship: var relation } ? relation ?? Relationship.Other : Relationship.Head)
    {
        Nik = nik,
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
        return isSame ? DetailsOf(row, new IndexedNumber(person.Nik!, person.NikIndex!)) : DetailsOf(row, person.PublicId);
    }

    /// <summary>The card's number, sealed anew for the household's own row.</summary>
    public IndexedNumber? FamilyCardOf(ListedHousehold row, Guid householdId) => row.FamilyCard is { } card
        && FamilyCardNumber.TryParse(sealer.Open(card.Bytes, SealedField.ListedHouseholdFamilyCard, row.PublicId), out var number)
            ? sealer.Seal(number, SealedField.HouseholdFamilyCard, householdId) : null;

    private SealedFamily SealFamily(StagedRow staged)
    {
        var (row, publicId, headId) = (staged.Judged, Guid.CreateVersion7(), Guid.CreateVersion7());
        var nik = row.Nik is { } number ? sealer.Seal(number, staged.NikIndex!, SealedField.ListedHouseholdNik, publicId) : null;
        return new SealedFamily(publicId, nik, row.FamilyCard is { } card ? sealer.Seal(card, SealedField.ListedHouseholdFamilyCard, publicId) : null,
            RawCells.Seal(staged.Raw, sealer, SealedField.ListedHouseholdRaw, publicId), headId,
            row.Nik is { } same ? sealer.Seal(same, staged.NikIndex!, SealedField.PersonNik, headId) : null);
    }

    private string KeyedId(string kind, string id) => id.Length == 0 ? "" : Base64Url.EncodeToString(sealer.KeyedHash(kind + id));

    private IndexedNumber? Reseal(ListedRow row, Guid personId)
    {
        if (row.Nik is not { } number)
            return null;
        var field = row is ListedPerson ? SealedField.ListedPersonNik : SealedField.ListedHouseholdNik;
        return Nik.TryParse(sealer.Open(number.Bytes, field, row.PublicId), out var nik) ? sealer.Seal(nik, SealedField.PersonNik, personId) : null;
    }
}
