using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Households;

/// <summary>
/// Keluarga: the persons on one Kartu Keluarga, unit of the register and of every count in KK. It has exactly one head. What a visit has
/// verified, or a person has decided between sources, stands until another visit; a list's release fills only the rest.
/// </summary>
public sealed partial class Household : HouseholdFacts, IHasPublicId, IHasArea, IHasVersion, IHoldsPersonalData
{
    private readonly List<Person> _members = [];

    private Household()
    {
    }

    /// <summary>A new household with its head; a bulk load has reserved the keys of both, a page leaves them to the database.</summary>
    public Household(Guid publicId, string areaCode, PersonDetails head, Guid headId, bool isTestData, long id = 0, long headKey = 0)
    {
        (Id, PublicId) = (id, publicId);
        AreaCode = areaCode;
        IsTestData = isTestData;
        FamilyCardAbsence = NumberAbsence.NotInList;
        AddMember(headId, head with { Relationship = Relationship.Head }, headKey);
    }

    /// <summary>A family that is on no list: it was proposed, and somebody has looked for doubles. Nothing of it counts as verified before a visit.</summary>
    public static Household OnNoList(Guid publicId, string areaCode, string address, PersonDetails head, Guid headId, IEnumerable<PersonDetails> others, IndexedNumber? familyCard, bool isTestData)
    {
        var household = new Household(publicId, areaCode, head, headId, isTestData) { Address = address };
        foreach (var other in others)
            household.AddMember(Guid.CreateVersion7(), other);
        if (familyCard is not null)
            (household.FamilyCard, household.FamilyCardIndex, household.FamilyCardAbsence) = (familyCard.Number, familyCard.Index, null);
        return household;
    }

    public long Id { get; private set; }

    public IReadOnlyList<Person> Members => _members;

    public Person Head => _members.Single(member => member.IsHead);

    /// <summary>Adds a member; a second head becomes an ordinary member, since a household has exactly one.</summary>
    public Person AddMember(Guid personId, PersonDetails details, long key = 0)
    {
        var isSecondHead = details.Relationship is Relationship.Head && _members.Any(member => member.IsHead);
        var member = new Person(this, personId, isSecondHead ? details with { Relationship = Relationship.Other } : details, key);
        _members.Add(member);
        MemberCount = _members.Count;
        if (member.IsHead)
            HeadName = member.Name;
        return member;
    }

    /// <summary>Takes over what a release says of the household, as far as no visit has verified it and nobody has decided it.</summary>
    public void TakeFrom(ListedHousehold row)
    {
        TakeRank(row.DecileCode, row.ReleaseId, row.StuntingRisk);
        if (!Stands(HouseholdField.Address) && (IsInVillageOf(row) || !Decided.HasFlag(HouseholdField.Village)))
            (AreaCode, Address) = (row.AreaCode, row.Address);
        foreach (var member in _members)
            member.MoveTo(AreaCode);
        // A list that still has the family in the village it left describes a house in which it no longer lives.
        if (Stands(HouseholdField.Village) && !IsInVillageOf(row))
            return;
        Housing = new Housing
        {
            Tenure = Keep(HouseholdField.Tenure, Housing.Tenure, row.Housing.Tenure),
            HasSavings = Keep(HouseholdField.HasSavings, Housing.HasSavings, row.Housing.HasSavings),
            Roof = Keep(HouseholdField.Roof, Housing.Roof, row.Housing.Roof),
            Wall = Keep(HouseholdField.Wall, Housing.Wall, row.Housing.Wall),
            Floor = Keep(HouseholdField.Floor, Housing.Floor, row.Housing.Floor),
            Lighting = Keep(HouseholdField.Lighting, Housing.Lighting, row.Housing.Lighting),
            CookingFuel = Keep(HouseholdField.CookingFuel, Housing.CookingFuel, row.Housing.CookingFuel),
            DrinkingWater = Keep(HouseholdField.DrinkingWater, Housing.DrinkingWater, row.Housing.DrinkingWater),
            Toilet = Keep(HouseholdField.Toilet, Housing.Toilet, row.Housing.Toilet),
        };
    }

    /// <summary>
    /// Takes from a list that named the household only after another one had: what the register does not know yet, and nothing else. The difference
    /// stays to be seen until somebody decides it.
    /// </summary>
    public void FillFrom(ListedHousehold row)
    {
        if (DecileCode is null)
            TakeRank(row.DecileCode, row.ReleaseId, null);
        StuntingRisk ??= row.StuntingRisk;
        if (Address.Length == 0 && !Verified.HasFlag(HouseholdField.Address))
            Address = row.Address;
        // A list that has the family in another village describes another house.
        if (IsInVillageOf(row))
            Housing = Housing.FilledFrom(row.Housing);
    }

    /// <summary>Whether the state pays for the family's health insurance, from a list that has a word on it; where it does not, nothing is known.</summary>
    public void TakeInsurance(ListedRow row) => InsuredByState = (row.Aid & (ListedAid.NationalInsurance | ListedAid.RegionalInsurance)) != 0 ? true : null;

    public void FillFrom(ListedPerson row) => StuntingRisk ??= row.StuntingRisk;

    /// <summary>The number of the card on which a list has the head, where the register knows none.</summary>
    public void FillFamilyCard(IndexedNumber familyCard)
    {
        if (FamilyCard is null && !Verified.HasFlag(HouseholdField.FamilyCard))
            (FamilyCard, FamilyCardIndex, FamilyCardAbsence) = (familyCard.Number, familyCard.Index, null);
    }

    /// <summary>The number of a new card, from the list that named the household first; one that a visit has seen stays.</summary>
    public void TakeFamilyCard(IndexedNumber familyCard)
    {
        if (!Verified.HasFlag(HouseholdField.FamilyCard) && (FamilyCardIndex is null || !FamilyCardIndex.AsSpan().SequenceEqual(familyCard.Index)))
            (FamilyCard, FamilyCardIndex, FamilyCardAbsence) = (familyCard.Number, familyCard.Index, null);
    }

    /// <summary>Fills what the register does not know of a member, and leaves what it knows.</summary>
    public static void FillMember(Person member, PersonDetails details) => member.Fill(details);

    /// <summary>What a row of a persons file says of the household it belongs to.</summary>
    public void TakeFrom(ListedPerson row)
    {
        // The members of DTSEN say nothing of the family's rank; its own row does.
        TakeRank(row.DecileCode == 0 ? DecileCode : row.DecileCode, row.DecileCode == 0 ? DecileReleaseId : row.ReleaseId, row.StuntingRisk is true ? true : StuntingRisk ?? row.StuntingRisk);
        if (Address.Length == 0)
            Address = row.Address;
    }

    /// <summary>Takes over what a list says of one member; name and number of the head stay when a visit has verified them.</summary>
    public void UpdateMember(Person member, PersonDetails details)
    {
        member.Update(details,
            keepName: member.IsHead && Stands(HouseholdField.HeadName),
            keepNumber: member.IsHead && Verified.HasFlag(HouseholdField.HeadNik));
        if (member.IsHead)
            HeadName = member.Name;
    }

    /// <summary>Opens the visit with the next number, to the household as it is known now.</summary>
    public Visit OpenVisit(Guid publicId, long enumeratorId, int number) => OpenVisit(publicId, enumeratorId, number, Version);

    /// <summary>Opens a visit that was written on a phone, to the household as the phone had it.</summary>
    public Visit OpenVisit(Guid publicId, long enumeratorId, int number, int knownVersion) => new(publicId, Id, AreaCode, knownVersion, enumeratorId, number);

    /// <summary>An approved visit changes the register: its answers stand until another visit.</summary>
    public void TakeFrom(Visit visit) => TakeFrom(visit, (HouseholdField)~0);

    /// <summary>The same for the fields alone that were chosen from it where visits disagree.</summary>
    public void TakeFrom(Visit visit, HouseholdField fields)
    {
        if (visit.Status is not VisitStatus.Approved || visit.HouseholdId != Id)
            throw new InvalidOperationException("Only an approved visit to this household changes it.");
        if (fields.HasFlag(HouseholdField.Finding))
            (Presence, Eligibility, VerifiedOn) = (visit.Presence, visit.Eligibility, visit.VisitedOn);
        if (fields.HasFlag(HouseholdField.HeadName) && visit.CorrectedHeadName is { } name)
        {
            Head.Rename(name);
            HeadName = name;
            Verify(HouseholdField.HeadName);
        }
        if (fields.HasFlag(HouseholdField.Address) && visit.CorrectedAddress is { } address)
        {
            Address = address;
            Verify(HouseholdField.Address);
        }
        TakeHousing(visit.Housing.Only(fields));
    }

    /// <summary>The corrected NIK of the head, sealed anew for the head's row by whoever approves.</summary>
    public void IdentifyHead(IndexedNumber nik)
    {
        Head.Identify(nik);
        Verified |= HouseholdField.HeadNik;
    }

    /// <summary>The corrected KK number, sealed anew for this row by whoever approves.</summary>
    public void Identify(IndexedNumber familyCard)
    {
        (FamilyCard, FamilyCardIndex, FamilyCardAbsence) = (familyCard.Number, familyCard.Index, null);
        Verified |= HouseholdField.FamilyCard;
    }

    /// <summary>Notes what the civil registry answers about a member; no name, date or number changes.</summary>
    public static void TakeAnswer(Person member, CivilMatch match, DateOnly on) => member.TakeAnswer(match, on);

    /// <summary>
    /// Takes over what the civil registry has of a member, after somebody decided so. What a visit has verified is replaced only with a reason,
    /// since somebody saw the card.
    /// </summary>
    public Outcome TakeOver(Person member, CivilRegistryAnswer answer, IndexedNumber? nik, string? reason)
    {
        var verified = member.IsHead && ((answer.ToldName is not null && Verified.HasFlag(HouseholdField.HeadName)) || (nik is not null && Verified.HasFlag(HouseholdField.HeadNik)));
        if (verified && string.IsNullOrWhiteSpace(reason))
            return Outcome.Refuse("Isian ini sudah diverifikasi lewat kunjungan. Tulis catatan: mengapa isian Dukcapil yang dipakai.");
        member.Correct(answer, nik);
        if (member.IsHead)
            HeadName = member.Name;
        return Outcome.Accepted;
    }

    /// <summary>Judges the needs anew from what is known on the day of the rules; call after any change of facts. A closed household needs nothing.</summary>
    public void JudgeNeeds(NeedRules rules)
    {
        var members = new NeedMember[_members.Count];
        for (var i = 0; i < members.Length; i++)
            members[i] = _members[i].NeedMember;
        var profile = rules.Judge(NeedHouse, members);
        (Needs, UnknownNeeds) = (profile.Present, profile.Unknown);
    }

    /// <summary>Puts the row and its members under the change that brought them; only the writer of changes calls this.</summary>
    public void BelongTo(long changeSetId, bool withMembers = true)
    {
        ChangeSetId = changeSetId;
        foreach (var member in withMembers ? _members : [])
            member.BelongTo(changeSetId);
    }

    private bool IsInVillageOf(ListedHousehold row) =>
        Areas.AreaCode.Parse(AreaCode).AtLevel(AreaLevel.Village) == Areas.AreaCode.Parse(row.AreaCode).AtLevel(AreaLevel.Village);

    private void TakeRank(byte? decileCode, long? releaseId, bool? stuntingRisk)
    {
        (DecileCode, DecileReleaseId) = (decileCode, releaseId);
        StuntingRisk = stuntingRisk ?? StuntingRisk;
    }

    private void TakeHousing(Housing answers)
    {
        Housing = new Housing
        {
            Tenure = Answer(HouseholdField.Tenure, answers.Tenure, Housing.Tenure),
            HasSavings = Answer(HouseholdField.HasSavings, answers.HasSavings, Housing.HasSavings),
            Roof = Answer(HouseholdField.Roof, answers.Roof, Housing.Roof),
            Wall = Answer(HouseholdField.Wall, answers.Wall, Housing.Wall),
            Floor = Answer(HouseholdField.Floor, answers.Floor, Housing.Floor),
            Lighting = Answer(HouseholdField.Lighting, answers.Lighting, Housing.Lighting),
            CookingFuel = Answer(HouseholdField.CookingFuel, answers.CookingFuel, Housing.CookingFuel),
            DrinkingWater = Answer(HouseholdField.DrinkingWater, answers.DrinkingWater, Housing.DrinkingWater),
            Toilet = Answer(HouseholdField.Toilet, answers.Toilet, Housing.Toilet),
        };
    }

    private T? Keep<T>(HouseholdField field, T? known, T? listed)
        where T : struct => Stands(field) ? known : listed ?? known;

    private T? Answer<T>(HouseholdField field, T? answer, T? known)
        where T : struct
    {
        if (answer is null)
            return known;
        Verify(field);
        return answer;
    }

    private bool Stands(HouseholdField field) => (Verified | Decided).HasFlag(field);

    // What was seen at the door takes the place of what was decided at a desk.
    private void Verify(HouseholdField field) => (Verified, Decided) = (Verified | field, Decided & ~field);
}
