using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Welfare;

/// <summary>
/// The rules of needs as they are on a day. One function both judges and explains: asked for its reasons it names every fact that raises a need and every question that is
/// open, and without them it allocates nothing, since it is asked for each family of a list.
/// </summary>
public sealed class NeedRules(NeedTerms terms, DateOnly on)
{
    // Born on this day or before it: taking a date apart costs more than all other questions about a member.
    private readonly DateOnly _toddler = Birthday(on, terms.ToddlerUnder), _elderly = Birthday(on, terms.ElderlyFrom);

    public NeedTerms Terms => terms;

    /// <summary>The day at which ages are judged.</summary>
    public DateOnly On => on;

    public static int AgeOn(DateOnly born, DateOnly on)
    {
        var ((year, month, day), (bornYear, bornMonth, bornDay)) = (on, born);
        return year - bornYear - (month < bornMonth || (month == bornMonth && day < bornDay) ? 1 : 0);
    }

    /// <summary>The profile of a household; of one that has no members any more there is none.</summary>
    public NeedProfile Judge(in NeedHouse house, ReadOnlySpan<NeedMember> members, List<NeedReason>? reasons = null)
    {
        if (members.IsEmpty)
            return default;
        var told = new Judgement(reasons);
        JudgeRank(house, ref told);
        JudgeHouse(house.Housing, ref told);
        foreach (ref readonly var member in members)
            JudgeMember(house, member, ref told);
        JudgeStunting(house, members, ref told);
        JudgeElders(members, ref told);
        // The file of families names the head alone: of the others nothing is known until the members have come.
        if (members.Length == 1 && members[0].MaritalStatus is null)
            told.Ask(Need.Schooling | Need.Work | Need.Stunting | Need.ElderlyOrDisabled, NeedFact.Members);
        return told.End();
    }

    /// <summary>What one member raises: who of a family a program for persons is for.</summary>
    public Need RaisedBy(in NeedHouse house, in NeedMember member)
    {
        var told = new Judgement(null);
        JudgeMember(house, member, ref told);
        return told.End().Present;
    }

    private void JudgeRank(in NeedHouse house, ref Judgement told)
    {
        switch (IsWithin(house.DecileCode, terms.FoodUpToDecile))
        {
            case true:
                told.Raise(Need.Food, NeedFact.Decile, told.Tells ? WelfareDecile.FromCode(house.DecileCode!.Value).Label : "");
                break;
            case null:
                told.Ask(Need.Food, NeedFact.Decile);
                break;
        }
        // Employees and those who pay themselves are insured too: that a list has no PBI says nothing.
        if (house.InsuredByState is not true)
            told.Ask(Need.HealthInsurance, NeedFact.Insurance);
    }

    private void JudgeHouse(Housing housing, ref Judgement told)
    {
        var (roof, wall, floor) = (housing.Roof, housing.Wall, housing.Floor);
        var poor = One(terms.PoorRoofs.Contains(roof)) + One(terms.PoorWalls.Contains(wall)) + One(terms.PoorFloors.Contains(floor));
        var open = One(roof is null) + One(wall is null) + One(floor is null);
        var isAlone = terms.FloorsAlone.Contains(floor);
        if (isAlone || poor >= terms.PoorParts)
            RaiseParts(housing, ref told);
        else if (poor + open >= terms.PoorParts || (floor is null && terms.FloorsAlone.Count > 0))
            AskParts(housing, ref told);
        Judge(Need.DrinkingWater, NeedFact.DrinkingWater, housing.DrinkingWater, terms.PoorWaters, HousingWords.DrinkingWaters, ref told);
        Judge(Need.Sanitation, NeedFact.Toilet, housing.Toilet, terms.PoorToilets, HousingWords.Toilets, ref told);
        Judge(Need.Electricity, NeedFact.Lighting, housing.Lighting, terms.PoorLightings, HousingWords.Lightings, ref told);
    }

    private void RaiseParts(Housing housing, ref Judgement told)
    {
        told.Raise(Need.DecentHouse);
        if (!told.Tells)
            return;
        if (terms.PoorFloors.Contains(housing.Floor) || terms.FloorsAlone.Contains(housing.Floor))
            told.Raise(Need.DecentHouse, NeedFact.Floor, HousingWords.Floors.Label(housing.Floor));
        if (terms.PoorWalls.Contains(housing.Wall))
            told.Raise(Need.DecentHouse, NeedFact.Wall, HousingWords.Walls.Label(housing.Wall));
        if (terms.PoorRoofs.Contains(housing.Roof))
            told.Raise(Need.DecentHouse, NeedFact.Roof, HousingWords.Roofs.Label(housing.Roof));
    }

    private static void AskParts(Housing housing, ref Judgement told)
    {
        if (housing.Floor is null)
            told.Ask(Need.DecentHouse, NeedFact.Floor);
        if (housing.Wall is null)
            told.Ask(Need.DecentHouse, NeedFact.Wall);
        if (housing.Roof is null)
            told.Ask(Need.DecentHouse, NeedFact.Roof);
    }

    private static void Judge<T>(Need need, NeedFact fact, T? answer, CodeSet<T> lacks, Wording.CodedValues<T> words, ref Judgement told)
        where T : struct, Enum
    {
        if (answer is not { } known)
            told.Ask(need, fact);
        else if (lacks.Contains(known))
            told.Raise(need, fact, told.Tells ? words.Label(known) : "");
    }

    private void JudgeMember(in NeedHouse house, in NeedMember member, ref Judgement told)
    {
        var age = member.BirthDate is { } born ? AgeOn(born, on) : (int?)null;
        var isPupil = member.Education is { } education && PersonWords.IsInSchool(education);
        if (!isPupil)
        {
            JudgeSchooling(member, age, ref told);
            JudgeWork(member, age, ref told);
        }
        JudgeBusiness(house, member, age, ref told);
        if (!member.HasNik)
            told.Raise(Need.CivilDocuments, NeedFact.Nik, "", member, age);
        else if (terms.CountsUnmatched && member.MatchesCivilRegistry is false)
            told.Raise(Need.CivilDocuments, NeedFact.CivilMatch, "", member, age);
        else if (terms.CountsUnmatched && member.MatchesCivilRegistry is null)
            told.Ask(Need.CivilDocuments, NeedFact.CivilMatch, member);
    }

    private void JudgeSchooling(in NeedMember member, int? age, ref Judgement told)
    {
        if (age < terms.SchoolFrom || age > terms.SchoolTo)
            return;
        if (member.Education is not { } education)
            told.Ask(Need.Schooling, age is null ? NeedFact.BirthDate : NeedFact.Education, member);
        else if (!terms.OutOfSchool.Contains(education))
            return;
        else if (age is null)
            told.Ask(Need.Schooling, NeedFact.BirthDate, member);
        else
            told.Raise(Need.Schooling, NeedFact.Education, told.Tells ? PersonWords.Educations.Label(education) : "", member, age);
    }

    private void JudgeWork(in NeedMember member, int? age, ref Judgement told)
    {
        if (age < terms.WorkFrom || age > terms.WorkTo)
            return;
        if (member.Occupation is not { } occupation)
            told.Ask(Need.Work, age is null ? NeedFact.BirthDate : NeedFact.Occupation, member);
        else if (!terms.WithoutWork.Contains(occupation))
            return;
        else if (age is null)
            told.Ask(Need.Work, NeedFact.BirthDate, member);
        else if (terms.AsksSpouses && occupation is Occupation.NotWorking && member.Relationship is Relationship.Spouse)
            told.Ask(Need.Work, NeedFact.RunsHousehold, member);
        // Without a word on school nobody knows whether a young person is still in it.
        else if (occupation is Occupation.NotWorking && member.Education is null && age <= terms.SchoolTo)
            told.Ask(Need.Work, NeedFact.Education, member);
        else
            told.Raise(Need.Work, NeedFact.Occupation, told.Tells ? PersonWords.Occupations.Label(occupation) : "", member, age);
    }

    private void JudgeBusiness(in NeedHouse house, in NeedMember member, int? age, ref Judgement told)
    {
        var rank = IsWithin(house.DecileCode, terms.BusinessUpToDecile);
        if (age < terms.BusinessFrom || rank is false)
            return;
        if (member.Occupation is not { } occupation)
            told.Ask(Need.Business, age is null ? NeedFact.BirthDate : NeedFact.Occupation, member);
        else if (!terms.Businesses.Contains(occupation))
            return;
        else if (age is null || rank is null)
            told.Ask(Need.Business, age is null ? NeedFact.BirthDate : NeedFact.Decile, member);
        else
            told.Raise(Need.Business, NeedFact.Occupation, told.Tells ? PersonWords.Occupations.Label(occupation) : "", member, age);
    }

    // Not every child under five: only a risk that somebody has found. A list that finds none has looked.
    private void JudgeStunting(in NeedHouse house, ReadOnlySpan<NeedMember> members, ref Judgement told)
    {
        if (house.StuntingRisk is true)
            told.Raise(Need.Stunting, NeedFact.StuntingRisk, "");
        if (house.StuntingRisk is not null)
            return;
        foreach (ref readonly var member in members)
        {
            if (member.BirthDate is not { } born)
                told.Ask(Need.Stunting, NeedFact.BirthDate, member);
            else if (born > _toddler)
                told.Ask(Need.Stunting, NeedFact.StuntingRisk, member);
        }
    }

    private void JudgeElders(ReadOnlySpan<NeedMember> members, ref Judgement told)
    {
        // No list at hand keeps a word on disability that the register could read.
        told.Ask(Need.ElderlyOrDisabled, NeedFact.Disability);
        if (members.Length > terms.EldersTogether)
            return;
        foreach (ref readonly var member in members)
        {
            if (member.BirthDate is not { } born || born > _elderly)
                return;
        }
        // Whoever is alone in a list and married has a spouse that the list does not name.
        if (members.Length == 1 && members[0].MaritalStatus is null or MaritalStatus.Married)
        {
            told.Ask(Need.ElderlyOrDisabled, NeedFact.Alone, members[0]);
            return;
        }
        foreach (ref readonly var member in members)
            told.Raise(Need.ElderlyOrDisabled, NeedFact.Alone, members.Length == 1 ? "sendiri" : "bersama lansia lain", member, AgeOn(member.BirthDate!.Value, on));
    }

    // "4+" is above four and says nothing of where above it; nobody's rank is null.
    private static bool? IsWithin(byte? code, int upTo)
    {
        if (code is not { } rank || rank == 0)
            return null;
        return rank <= NeedTerms.HighestDecile ? rank <= upTo : upTo <= 4 ? false : upTo >= NeedTerms.HighestDecile ? true : null;
    }

    // Whoever was born then is that old on the day; nobody is born before the calendar.
    private static DateOnly Birthday(DateOnly on, int age) => on.Year > age ? on.AddYears(-age) : DateOnly.MinValue;

    private static int One(bool holds) => holds ? 1 : 0;

    /// <summary>What has been found so far, with its reasons where somebody wants them.</summary>
    private ref struct Judgement(List<NeedReason>? reasons)
    {
        private Need _present, _unknown;

        public readonly bool Tells => reasons is not null;

        public void Raise(Need need) => _present |= need;

        public void Raise(Need need, NeedFact fact, string value)
        {
            _present |= need;
            reasons?.Add(new NeedReason(need, NeedState.Present, fact, value));
        }

        public void Raise(Need need, NeedFact fact, string value, in NeedMember member, int? age)
        {
            _present |= need;
            reasons?.Add(new NeedReason(need, NeedState.Present, fact, value) { Member = member.Name, MemberId = member.Id, Age = age });
        }

        public void Ask(Need needs, NeedFact fact)
        {
            _unknown |= needs;
            if (reasons is null)
                return;
            foreach (var need in NeedWords.Of(needs))
                reasons.Add(new NeedReason(need, NeedState.Unknown, fact, ""));
        }

        public void Ask(Need need, NeedFact fact, in NeedMember member)
        {
            _unknown |= need;
            reasons?.Add(new NeedReason(need, NeedState.Unknown, fact, "") { Member = member.Name, MemberId = member.Id });
        }

        /// <summary>What is known settles the need; questions about it are then no longer asked.</summary>
        public readonly NeedProfile End()
        {
            if (reasons is not null)
                Settle(reasons, _present);
            return new NeedProfile(_present, _unknown & ~_present);
        }

        // Apart, since what it captures would be allocated for every family.
        private static void Settle(List<NeedReason> reasons, Need present) => reasons.RemoveAll(reason => reason.State is NeedState.Unknown && (reason.Need & present) != 0);
    }
}
