using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Households;

/// <summary>
/// Anggota keluarga: a person on the household's card. A household has exactly one head; a missing NIK has a reason and is no reason
/// to leave the person out (UU 23/2006 jo. 24/2013 on civil registration).
/// </summary>
public sealed class Person : PersonFacts, IHasPublicId, IHasArea, IHasVersion, IHoldsPersonalData
{
    private Person()
    {
    }

    /// <summary>A new member under the id that was made with its sealed number.</summary>
    internal Person(Household household, Guid publicId, PersonDetails details, long id)
    {
        (Id, PublicId) = (id, publicId);
        HouseholdId = household.Id;
        AreaCode = household.AreaCode;
        Relationship = details.Relationship;
        TakeNumber(details);
        TakeRest(details);
        Name = details.Name;
    }

    public long Id { get; private set; }

    internal void MoveTo(string areaCode) => AreaCode = areaCode;

    internal void Rename(string name) => Name = name;

    internal void Become(Relationship relationship) => Relationship = relationship;

    /// <summary>Belongs to another household from now on, as the same person.</summary>
    internal void Join(Household household, Relationship relationship) =>
        (HouseholdId, AreaCode, Relationship) = (household.Id, household.AreaCode, relationship);

    /// <summary>Takes the whole identity from the civil registry; what the form left empty is not known.</summary>
    internal void Correct(PersonDetails details, DateOnly on)
    {
        Name = details.Name;
        if (details.Nik is { } nik)
            Identify(nik);
        else if (Nik is null)
            NikAbsence = details.NikAbsence ?? NikAbsence;
        (Sex, BirthDate, MaritalStatus) = (details.Sex, details.BirthDate, details.MaritalStatus);
        MatchesCivilRegistry = details.MatchesCivilRegistry ?? MatchesCivilRegistry;
        CorrectedOn = on;
    }

    internal void Marry() => MaritalStatus = People.MaritalStatus.Married;

    /// <summary>Puts the row under the change that brought it; only the writer of changes calls this.</summary>
    public void BelongTo(long changeSetId) => ChangeSetId = changeSetId;

    internal void Identify(IndexedNumber nik) => (Nik, NikIndex, NikAbsence) = (nik.Number, nik.Index, null);

    /// <summary>Takes over what a list says, except the name and number that a visit has verified.</summary>
    internal void Update(PersonDetails details, bool keepName, bool keepNumber)
    {
        var isCorrected = CorrectedOn is not null;
        if (!keepName && !isCorrected)
            Name = details.Name;
        if (!keepNumber && !isCorrected)
            TakeNumber(details);
        TakeRest(isCorrected ? details with { Sex = null, BirthDate = null, MaritalStatus = null, MatchesCivilRegistry = null } : details);
    }

    private void TakeNumber(PersonDetails details)
    {
        if (details.Nik is { } nik)
            Identify(nik);
        else if (Nik is null)
            NikAbsence = details.NikAbsence ?? NumberAbsence.NotInList;
    }

    private void TakeRest(PersonDetails details)
    {
        Sex = details.Sex ?? Sex;
        BirthDate = details.BirthDate ?? BirthDate;
        MaritalStatus = details.MaritalStatus ?? MaritalStatus;
        Occupation = details.Occupation ?? Occupation;
        Education = details.Education ?? Education;
        MatchesCivilRegistry = details.MatchesCivilRegistry ?? MatchesCivilRegistry;
    }
}
