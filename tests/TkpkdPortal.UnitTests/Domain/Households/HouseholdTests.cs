using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.UnitTests.Domain.Households;

public sealed class HouseholdTests
{
    [Fact]
    public void A_household_begins_with_its_head_whatever_the_list_calls_the_person()
    {
        var household = Given.Household(head: Given.Person("Siti Aminah", Relationship.Child));

        Assert.Equal(("Siti Aminah", 1, "Siti Aminah"), (household.Head.Name, household.MemberCount, household.HeadName));
        Assert.Equal(NumberAbsence.NotInList, household.FamilyCardAbsence);
    }

    [Fact]
    public void A_second_head_becomes_an_ordinary_member()
    {
        var household = Given.Household();

        var second = household.AddMember(Guid.CreateVersion7(), Given.Person("Rahmat"));

        Assert.Equal((Relationship.Other, 2), (second.Relationship, household.MemberCount));
        Assert.Equal("Siti Aminah", household.Head.Name);
    }

    [Fact]
    public void A_member_lies_where_the_household_lies_and_moves_with_it()
    {
        var household = Given.Household();
        var child = household.AddMember(Guid.CreateVersion7(), Given.Person("Rahmat", Relationship.Child));

        household.TakeFrom(Listed("64.08.03.2001.000.003."));

        Assert.Equal(("64.08.03.2001.000.003.", "64.08.03.2001.000.003."), (household.AreaCode, child.AreaCode));
    }

    [Fact]
    public void A_release_fills_what_no_visit_has_verified()
    {
        var household = Given.Household();

        household.TakeFrom(Listed(housing: new() { Roof = RoofMaterial.Bamboo, HasSavings = false }));
        household.TakeFrom(Listed(housing: new() { Roof = RoofMaterial.Tile }));

        Assert.Equal((RoofMaterial.Tile, false), (household.Housing.Roof, household.Housing.HasSavings));
        Assert.Equal(("1", 5L, "Jalan Poros"), (household.Decile?.Label, household.DecileReleaseId, household.Address));
    }

    [Fact]
    public void A_release_overwrites_nothing_that_a_visit_has_verified()
    {
        var household = Given.Household();
        household.TakeFrom(Given.Approved(Given.Answers() with
        {
            CorrectedHeadName = "Siti Aminah binti Rahmat",
            CorrectedAddress = "Jalan Baru",
            Housing = new() { Roof = RoofMaterial.Tile },
        }, household));

        household.TakeFrom(Listed("64.08.03.2002.", housing: new() { Roof = RoofMaterial.Bamboo, Wall = WallMaterial.Zinc }));
        household.UpdateMember(household.Head, Given.Person("S. Aminah") with { Sex = Sex.Female });

        Assert.Equal((Given.Desa, "Jalan Baru", "Siti Aminah binti Rahmat"), (household.AreaCode, household.Address, household.HeadName));
        Assert.Equal((RoofMaterial.Tile, WallMaterial.Zinc), (household.Housing.Roof, household.Housing.Wall));
        Assert.Equal(Sex.Female, household.Head.Sex);
    }

    [Fact]
    public void A_release_changes_the_name_of_a_head_that_no_visit_has_verified()
    {
        var household = Given.Household();

        household.UpdateMember(household.Head, Given.Person("Siti Aminah Rahmat"));

        Assert.Equal(("Siti Aminah Rahmat", "Siti Aminah Rahmat"), (household.Head.Name, household.HeadName));
    }

    [Fact]
    public void What_a_list_does_not_say_of_a_person_stays()
    {
        var born = new DateOnly(1983, 3, 12);
        var household = Given.Household(head: Given.Person() with { BirthDate = born, Nik = Given.Sealed() });

        household.UpdateMember(household.Head, Given.Person() with { Occupation = Occupation.Farmer });

        Assert.Equal((born, Occupation.Farmer), (household.Head.BirthDate, household.Head.Occupation));
        Assert.Equal((Given.Sealed().Number, null), (household.Head.Nik, household.Head.NikAbsence));
    }

    [Fact]
    public void A_person_without_a_NIK_is_a_member_with_the_reason()
    {
        var household = Given.Household(head: Given.Person() with { NikAbsence = NumberAbsence.NeverRecorded });
        var child = household.AddMember(Guid.CreateVersion7(), Given.Person("Rahmat", Relationship.Child));

        Assert.Equal((NumberAbsence.NeverRecorded, NumberAbsence.NotInList), (household.Head.NikAbsence, child.NikAbsence));
    }

    [Fact]
    public void A_corrected_number_is_verified_and_a_list_does_not_bring_the_old_one_back()
    {
        var household = Given.Household(head: Given.Person() with { Nik = Given.Sealed(1) });

        household.IdentifyHead(Given.Sealed(2));
        household.Identify(Given.Sealed(3));
        household.UpdateMember(household.Head, Given.Person() with { Nik = Given.Sealed(1) });

        Assert.Equal((Given.Sealed(2).Number, Given.Sealed(3).Number), (household.Head.Nik, household.FamilyCard));
        Assert.Null(household.FamilyCardAbsence);
        Assert.Equal(HouseholdField.HeadNik | HouseholdField.FamilyCard, household.Verified);
    }

    [Fact]
    public void Only_an_approved_visit_to_the_household_changes_it()
    {
        var household = Given.Household();

        Assert.Throws<InvalidOperationException>(() => household.TakeFrom(Given.Submitted(household: household)));
        Assert.Throws<InvalidOperationException>(() => household.TakeFrom(Given.Approved(Given.Answers(), Given.Household(id: 12))));
        Assert.Null(household.VerifiedOn);
    }

    [Fact]
    public void An_approved_visit_leaves_its_finding_and_its_day()
    {
        var household = Given.Household();

        household.TakeFrom(Given.Approved(Given.Answers(), household));

        Assert.Equal((Presence.Found, Eligibility.ExtremelyPoor, Given.Today), (household.Presence, household.Eligibility, household.VerifiedOn));
        Assert.Equal(HouseholdField.None, household.Verified);
    }

    [Fact]
    public void A_row_of_persons_never_takes_back_that_stunting_threatens()
    {
        var household = Given.Household();

        household.TakeFrom(ListedPerson(stuntingRisk: true));
        household.TakeFrom(ListedPerson(stuntingRisk: false));

        Assert.True(household.StuntingRisk);
        Assert.Equal("Jalan Poros", household.Address);
    }

    [Fact]
    public void Needs_are_those_of_the_house_and_of_every_member()
    {
        var household = Given.Household(head: Given.Person() with { Nik = Given.Sealed() });
        household.TakeFrom(Listed(housing: new() { Floor = FloorMaterial.Earth }));
        household.AddMember(Guid.CreateVersion7(), Given.Person("Rahmat", Relationship.Child));

        household.JudgeNeeds(new NeedRules(NeedTerms.Given, Given.Today));

        Assert.Equal(Need.Food | Need.DecentHouse | Need.CivilDocuments, household.Needs);
        Assert.Equal(Need.None, household.Needs & household.UnknownNeeds);
        Assert.True(household.UnknownNeeds.HasFlag(Need.HealthInsurance | Need.Schooling | Need.DrinkingWater));
    }

    [Theory]
    [InlineData(ListedAid.NationalInsurance, true)]
    [InlineData(ListedAid.RegionalInsurance | ListedAid.Pkh, true)]
    [InlineData(ListedAid.Pkh, null)]
    public void Insurance_is_known_where_a_list_says_that_the_state_pays_and_never_the_other_way_round(ListedAid aid, bool? insured)
    {
        var household = Given.Household();

        household.TakeInsurance(Listed(aid: ListedAid.NationalInsurance));
        household.TakeInsurance(Listed(aid: aid));

        Assert.Equal(insured, household.InsuredByState);
    }

    [Fact]
    public void A_version_holds_until_a_fact_changes()
    {
        var household = Given.Household();
        var version = new HouseholdVersion(household, Given.Now.AddDays(-1), Given.Now);
        var person = new PersonVersion(household.Head, Given.Now.AddDays(-1), Given.Now);

        household.BelongTo(changeSetId: 5);
        Assert.True(version.StillHolds(household));
        Assert.True(person.StillHolds(household.Head));

        household.TakeFrom(Listed());
        household.UpdateMember(household.Head, Given.Person() with { Nik = Given.Sealed() });
        Assert.False(version.StillHolds(household));
        Assert.False(person.StillHolds(household.Head));
        Assert.Equal(("", 11L, Given.Now), (version.Address, version.HouseholdId, version.KnownTo));
    }

    [Fact]
    public void A_change_takes_the_household_with_or_without_its_members()
    {
        var household = Given.Household();

        household.BelongTo(5);
        household.BelongTo(6, withMembers: false);

        Assert.Equal((6L, 5L), (household.ChangeSetId, household.Head.ChangeSetId));
    }

    private static ListedHousehold Listed(string area = Given.Desa, Housing? housing = null, ListedAid aid = ListedAid.None) => new()
    {
        ReleaseId = 5,
        FamilyListId = "1",
        AreaCode = area,
        DecileCode = 1,
        Address = "Jalan Poros",
        Name = "Siti Aminah",
        Aid = aid,
        ContentHash = [],
        SealedRaw = [],
        Housing = housing ?? Housing.Unknown,
    };

    private static ListedPerson ListedPerson(bool stuntingRisk) => new()
    {
        PersonListId = "2",
        FamilyListId = "1",
        AreaCode = Given.Desa,
        DecileCode = 1,
        Address = "Jalan Poros",
        Name = "Rahmat",
        ContentHash = [],
        SealedRaw = [],
        StuntingRisk = stuntingRisk,
    };
}
