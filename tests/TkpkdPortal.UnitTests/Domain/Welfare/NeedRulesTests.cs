using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.UnitTests.Domain.Welfare;

public sealed class NeedRulesTests
{
    private const Need House = Need.DecentHouse | Need.DrinkingWater | Need.Sanitation | Need.Electricity;

    private static readonly DateOnly On = new(2025, 12, 31);

    private static readonly NeedRules Rules = new(NeedTerms.Given, On);

    private static readonly NeedMember Settled = new(Relationship.Head, On.AddYears(-40), Occupation.PrivateEmployee, Education.SeniorFinished, MaritalStatus.Divorced, HasNik: true, MatchesCivilRegistry: true);

    /// <summary>A house, the needs that it raises, and those that are still asked about.</summary>
    public static TheoryData<string, Housing, Need, Need> Houses { get; } = new()
    {
        { "nothing is known", Housing.Unknown, Need.None, House },
        { "earth floor", new() { Floor = FloorMaterial.Earth }, Need.DecentHouse, House },
        { "one poor part of one", new() { Roof = RoofMaterial.ThatchOrLeaf }, Need.None, House },
        { "two poor parts", new() { Roof = RoofMaterial.ThatchOrLeaf, Wall = WallMaterial.Bamboo }, Need.DecentHouse, House },
        { "two decent parts and no floor", new() { Roof = RoofMaterial.Tile, Wall = WallMaterial.Masonry }, Need.None, House },
        { "floor and wall are decent", new() { Wall = WallMaterial.Masonry, Floor = FloorMaterial.Cement }, Need.None, House & ~Need.DecentHouse },
        { "wood on the river", new() { Roof = RoofMaterial.WoodShingle, Wall = WallMaterial.WoodPlank, Floor = FloorMaterial.WoodPlank }, Need.None, House & ~Need.DecentHouse },
        { "river water", new() { DrinkingWater = DrinkingWater.SurfaceWater }, Need.DrinkingWater, House },
        { "open well", new() { DrinkingWater = DrinkingWater.UnprotectedWell }, Need.DrinkingWater, House },
        { "rain water is improved", new() { DrinkingWater = DrinkingWater.RainWater }, Need.None, House & ~Need.DrinkingWater },
        { "own toilet with tank", new() { Toilet = ToiletFacility.OwnWithSepticTank }, Need.None, House & ~Need.Sanitation },
        { "own toilet without tank", new() { Toilet = ToiletFacility.OwnWithoutSepticTank }, Need.Sanitation, House },
        { "shared toilet", new() { Toilet = ToiletFacility.PublicOrShared }, Need.Sanitation, House },
        { "no electricity", new() { Lighting = LightingSource.NoElectricity }, Need.Electricity, House },
        { "shared electricity", new() { Lighting = LightingSource.SharedElectricity }, Need.Electricity, House },
        { "solar", new() { Lighting = LightingSource.GeneratorOrSolar }, Need.None, House & ~Need.Electricity },
    };

    [Theory, MemberData(nameof(Houses), DisableDiscoveryEnumeration = true)]
    public void Only_a_known_fact_of_the_house_raises_a_need(string house, Housing housing, Need present, Need unknown)
    {
        var profile = Rules.Judge(new NeedHouse(9, housing, false, true), [Settled]);

        Assert.Equal((house, present, unknown & ~present), (house, profile.Present & House, profile.Unknown & House));
    }

    [Theory]
    [InlineData(null, NeedState.Unknown)]
    [InlineData(0, NeedState.Unknown)]
    [InlineData(1, NeedState.Present)]
    [InlineData(2, NeedState.Present)]
    [InlineData(3, NeedState.Absent)]
    [InlineData(99, NeedState.Absent)]
    public void Food_follows_the_rank(int? code, NeedState state) =>
        Assert.Equal(state, Rules.Judge(new NeedHouse((byte?)code, Housing.Unknown, false, true), [Settled]).Of(Need.Food));

    [Fact]
    public void A_rank_above_four_is_within_no_rule_that_ends_below_the_last()
    {
        NeedState With(int upTo) => new NeedRules(new NeedTerms { FoodUpToDecile = upTo }, On).Judge(new NeedHouse(99, Housing.Unknown, false, true), [Settled]).Of(Need.Food);

        Assert.Equal((NeedState.Absent, NeedState.Unknown, NeedState.Present), (With(4), With(5), With(10)));
    }

    [Theory]
    [InlineData(null, NeedState.Unknown)]
    [InlineData(true, NeedState.Absent)]
    public void Nobody_is_taken_for_uninsured(bool? insured, NeedState state) =>
        Assert.Equal(state, Rules.Judge(new NeedHouse(1, Housing.Unknown, false, insured), [Settled]).Of(Need.HealthInsurance));

    /// <summary>A member of a family in the third decile, the needs that it raises, and those that are asked about.</summary>
    [Theory]
    [InlineData(null, Occupation.NotWorking, null, Need.None, Need.Schooling | Need.Work)]
    [InlineData(7, Occupation.Other, Education.NeverSchooled, Need.Schooling, Need.None)]
    [InlineData(7, Occupation.Other, Education.PrimaryPupil, Need.None, Need.None)]
    [InlineData(7, Occupation.Other, null, Need.None, Need.Schooling)]
    [InlineData(6, Occupation.Other, Education.NeverSchooled, Need.None, Need.None)]
    [InlineData(18, Occupation.Other, Education.JuniorFinished, Need.Schooling, Need.None)]
    [InlineData(18, Occupation.Other, Education.SeniorFinished, Need.None, Need.None)]
    [InlineData(19, Occupation.Other, Education.JuniorFinished, Need.None, Need.None)]
    [InlineData(18, Occupation.NotWorking, Education.SeniorPupil, Need.None, Need.None)]
    [InlineData(21, Occupation.NotWorking, Education.UniversityStudent, Need.None, Need.None)]
    [InlineData(18, Occupation.NotWorking, null, Need.None, Need.Schooling | Need.Work)]
    [InlineData(30, Occupation.NotWorking, Education.SeniorFinished, Need.Work, Need.None)]
    [InlineData(30, null, Education.SeniorFinished, Need.None, Need.Work | Need.Business)]
    [InlineData(59, Occupation.CasualWorker, Education.SeniorFinished, Need.Work, Need.None)]
    [InlineData(60, Occupation.NotWorking, Education.SeniorFinished, Need.None, Need.None)]
    [InlineData(17, Occupation.Farmer, Education.SeniorPupil, Need.None, Need.None)]
    [InlineData(18, Occupation.Farmer, Education.SeniorFinished, Need.Business, Need.None)]
    [InlineData(70, Occupation.Fisher, Education.SeniorFinished, Need.Business, Need.None)]
    [InlineData(40, Occupation.PrivateEmployee, Education.SeniorFinished, Need.None, Need.None)]
    public void A_member_raises_needs_by_age_work_and_school(int? age, Occupation? occupation, Education? education, Need present, Need unknown)
    {
        var member = new NeedMember(Relationship.Child, age is { } years ? On.AddYears(-years) : null, occupation, education, null, HasNik: true, MatchesCivilRegistry: true);

        var profile = Rules.Judge(new NeedHouse(3, Housing.Unknown, false, true), [Settled, member]);

        const Need asked = Need.Schooling | Need.Work | Need.Business;
        Assert.Equal((present, unknown), (profile.Present & asked, profile.Unknown & asked));
    }

    [Fact]
    public void A_spouse_without_work_may_run_the_household_and_is_asked()
    {
        var spouse = Settled with { Relationship = Relationship.Spouse, Occupation = Occupation.NotWorking };
        NeedState With(NeedTerms terms, NeedMember member) => new NeedRules(terms, On).Judge(new NeedHouse(9, Housing.Unknown, false, true), [Settled, member]).Of(Need.Work);

        Assert.Equal(NeedState.Unknown, With(NeedTerms.Given, spouse));
        Assert.Equal(NeedState.Present, With(NeedTerms.Given, spouse with { Occupation = Occupation.CasualWorker }));
        Assert.Equal(NeedState.Present, With(NeedTerms.Given with { AsksSpouses = false }, spouse));
    }

    [Theory]
    [InlineData(true, 30, NeedState.Present)]
    [InlineData(false, 2, NeedState.Absent)]
    [InlineData(null, 4, NeedState.Unknown)]
    [InlineData(null, 5, NeedState.Absent)]
    public void Not_every_child_under_five_is_a_need(bool? risk, int age, NeedState state) =>
        Assert.Equal(state, Rules.Judge(new NeedHouse(1, Housing.Unknown, risk, true), [Settled, Settled with { Relationship = Relationship.Child, BirthDate = On.AddYears(-age) }]).Of(Need.Stunting));

    [Theory]
    [InlineData(60, MaritalStatus.Widowed, NeedState.Present)]
    [InlineData(59, MaritalStatus.Widowed, NeedState.Unknown)]
    [InlineData(60, MaritalStatus.Married, NeedState.Unknown)]
    [InlineData(60, null, NeedState.Unknown)]
    public void An_old_person_alone_needs_care_once_it_is_known_that_nobody_else_is_there(int age, MaritalStatus? status, NeedState state) =>
        Assert.Equal(state, Rules.Judge(new NeedHouse(1, Housing.Unknown, false, true), [Settled with { BirthDate = On.AddYears(-age), MaritalStatus = status }]).Of(Need.ElderlyOrDisabled));

    [Theory]
    [InlineData(false, true, NeedState.Present)]
    [InlineData(true, false, NeedState.Present)]
    [InlineData(true, true, NeedState.Absent)]
    [InlineData(true, null, NeedState.Unknown)]
    public void Papers_are_a_need_without_a_number_or_with_one_that_the_registry_does_not_know(bool hasNik, bool? matches, NeedState state) =>
        Assert.Equal(state, Rules.Judge(new NeedHouse(1, Housing.Unknown, false, true), [Settled with { HasNik = hasNik, MatchesCivilRegistry = matches }]).Of(Need.CivilDocuments));

    [Fact]
    public void Of_a_family_known_by_its_head_alone_the_others_are_asked_about()
    {
        var profile = Rules.Judge(new NeedHouse(9, Housing.Unknown, null, true), [Settled with { MaritalStatus = null }]);

        Assert.Equal(Need.Schooling | Need.Work | Need.Stunting | Need.ElderlyOrDisabled, profile.Unknown & ~House);
        Assert.Equal(default, Rules.Judge(new NeedHouse(1, new() { Floor = FloorMaterial.Earth }, true, null), []));
    }

    [Theory]
    [InlineData("2000-12-31", 25)]
    [InlineData("2001-01-01", 24)]
    [InlineData("2025-12-31", 0)]
    [InlineData("2004-02-29", 21)]
    public void An_age_is_full_on_the_birthday(string born, int age) => Assert.Equal(age, NeedRules.AgeOn(DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), On));

    [Fact]
    public void A_need_is_explained_in_one_sentence_with_whoever_says_so()
    {
        var reasons = new List<NeedReason>();
        Rules.Judge(new NeedHouse(1, new() { Roof = RoofMaterial.Tile, Wall = WallMaterial.Bamboo, Floor = FloorMaterial.Earth }, false, true),
            [Settled, Settled with { Relationship = Relationship.Child, BirthDate = On.AddYears(-9), Education = Education.PrimaryUnfinished, Name = "Rahmat" }], reasons);
        var (visit, list) = (new NeedSource("kunjungan 3 November 2026"), new NeedSource("P3KE 2023 (rilis 1 Desember 2023)"));

        Assert.Equal("Rumah layak: lantai tanah dan dinding bambu menurut kunjungan 3 November 2026.", NeedSentence.Of(Need.DecentHouse, reasons.Select(reason => reason with { Source = visit })));
        Assert.Equal("Rumah layak: lantai tanah menurut kunjungan 3 November 2026; dinding bambu menurut P3KE 2023 (rilis 1 Desember 2023).",
            NeedSentence.Of(Need.DecentHouse, reasons.Select(reason => reason with { Source = reason.Fact is NeedFact.Floor ? visit : list })));
        Assert.Equal("Pendidikan anak: Rahmat (9 tahun) tidak tamat SD/sederajat.", NeedSentence.Of(Need.Schooling, reasons));
        Assert.Contains(("Adakah anggota dengan disabilitas?", Need.ElderlyOrDisabled), NeedSentence.Questions(reasons));
    }
}
