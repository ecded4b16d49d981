using TkpkdPortal.Domain.CivilRegistry;
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
        if (details.MatchesCivilRegistry is { } matches)
            TakeAnswer(matches ? CivilRegistry.CivilMatch.Agrees : CivilRegistry.CivilMatch.Differs, on);
        CorrectedOn = on;
    }

    /// <summary>The same person under the same ids, after it had become one with somebody by mistake.</summary>
    internal static Person Again(PersonVersion before)
    {
        var person = new Person { Id = before.PersonId };
        Facts<PersonFacts>.Copy(before, person);
        return person;
    }

    internal void TakeBack(TakenBack<PersonVersion> change) => Facts<PersonFacts>.TakeBack(change.Before, change.After ?? (PersonFacts)this, this);

    internal void Restore(PersonVersion before) => Facts<PersonFacts>.Restore(before, this);

    /// <summary>What is not known of this person is taken from another record of it; the number comes sealed anew.</summary>
    internal void Fill(Person other, IndexedNumber? nik)
    {
        if (Nik is null && nik is not null)
        {
            Identify(nik);
            (CivilMatch, CivilMatchOn, MatchesCivilRegistry) = (other.CivilMatch, other.CivilMatchOn, other.MatchesCivilRegistry);
        }
        (Sex, BirthDate, MaritalStatus) = (Sex ?? other.Sex, BirthDate ?? other.BirthDate, MaritalStatus ?? other.MaritalStatus);
        (Occupation, Education) = (Occupation ?? other.Occupation, Education ?? other.Education);
    }

    internal void Marry() => MaritalStatus = People.MaritalStatus.Married;

    /// <summary>Puts the row under the change that brought it; only the writer of changes calls this.</summary>
    public void BelongTo(long changeSetId) => ChangeSetId = changeSetId;

    /// <summary>A number that the person did not have before has been asked of nobody.</summary>
    internal void Identify(IndexedNumber nik)
    {
        if (NikIndex is null || !NikIndex.AsSpan().SequenceEqual(nik.Index))
            (CivilMatch, CivilMatchOn, MatchesCivilRegistry) = (null, null, null);
        (Nik, NikIndex, NikAbsence) = (nik.Number, nik.Index, null);
    }

    internal void TakeAnswer(CivilMatch match, DateOnly on) => (CivilMatch, CivilMatchOn, MatchesCivilRegistry) = (match, on, match is CivilRegistry.CivilMatch.Agrees);

    internal void Correct(CivilRegistryAnswer answer, IndexedNumber? nik)
    {
        (Name, BirthDate, Sex) = (answer.ToldName ?? Name, answer.ToldBirthDate ?? BirthDate, answer.ToldSex ?? Sex);
        if (nik is not null)
            Identify(nik);
        TakeAnswer(answer.Match is CivilRegistry.CivilMatch.Differs ? CivilRegistry.CivilMatch.Agrees : answer.Match, answer.AnsweredOn);
        CorrectedOn = answer.AnsweredOn;
    }

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

    /// <summary>Takes only what is not known; what the civil registry put right is known, also where it is empty.</summary>
    internal void Fill(PersonDetails details)
    {
        if (CorrectedOn is not null)
        {
            TakeRest(new PersonDetails(Name, Relationship) { Occupation = Occupation ?? details.Occupation, Education = Education ?? details.Education });
            return;
        }
        if (Nik is null && details.Nik is { } nik)
            Identify(nik);
        TakeRest(new PersonDetails(Name, Relationship)
        {
            Sex = Sex ?? details.Sex,
            BirthDate = BirthDate ?? details.BirthDate,
            MaritalStatus = MaritalStatus ?? details.MaritalStatus,
            Occupation = Occupation ?? details.Occupation,
            Education = Education ?? details.Education,
            MatchesCivilRegistry = MatchesCivilRegistry ?? details.MatchesCivilRegistry,
        });
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
        // The civil registry's own answer weighs more than what a list says of it.
        if (CivilMatchOn is null)
            MatchesCivilRegistry = details.MatchesCivilRegistry ?? MatchesCivilRegistry;
    }
}
