using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.UnitTests.Domain.Welfare;

public sealed class NeedRulesTests
{
    private static readonly DateOnly On = new(2025, 12, 31);

    public static TheoryData<string, Housing, bool?, Need> Houses { get; } = new()
    {
        { "nothing is known", Housing.Unknown, null, Need.None },
        { "no risk", Housing.Unknown, false, Need.None },
        { "stunting", Housing.Unknown, true, Need.Stunting },
        { "earth floor", new() { Floor = FloorMaterial.Earth }, null, Need.DecentHouse },
        { "one poor part", new() { Roof = RoofMaterial.ThatchOrLeaf }, null, Need.None },
        { "two poor parts", new() { Roof = RoofMaterial.ThatchOrLeaf, Wall = WallMaterial.Bamboo }, null, Need.DecentHouse },
        { "wood on the river", new() { Roof = RoofMaterial.WoodShingle, Wall = WallMaterial.WoodPlank, Floor = FloorMaterial.WoodPlank }, null, Need.None },
        { "river water", new() { DrinkingWater = DrinkingWater.SurfaceWater }, null, Need.DrinkingWater },
        { "open well", new() { DrinkingWater = DrinkingWater.UnprotectedWell }, null, Need.DrinkingWater },
        { "rain water is improved", new() { DrinkingWater = DrinkingWater.RainWater }, null, Need.None },
        { "own toilet with tank", new() { Toilet = ToiletFacility.OwnWithSepticTank }, null, Need.None },
        { "own toilet without tank", new() { Toilet = ToiletFacility.OwnWithoutSepticTank }, null, Need.Sanitation },
        { "shared toilet", new() { Toilet = ToiletFacility.PublicOrShared }, null, Need.Sanitation },
        { "no electricity", new() { Lighting = LightingSource.NoElectricity }, null, Need.Electricity },
        { "shared electricity", new() { Lighting = LightingSource.SharedElectricity }, null, Need.Electricity },
        { "solar", new() { Lighting = LightingSource.GeneratorOrSolar }, null, Need.None },
    };

    [Theory, MemberData(nameof(Houses), DisableDiscoveryEnumeration = true)]
    public void Only_a_known_fact_of_the_house_raises_a_need(string house, Housing housing, bool? stuntingRisk, Need need) =>
        Assert.Equal((house, need), (house, NeedRules.Of(housing, stuntingRisk)));

    [Theory]
    [InlineData(null, null, null, true, Need.None)]
    [InlineData(null, Occupation.NotWorking, null, false, Need.CivilDocuments)]
    [InlineData(7, null, Education.NeverSchooled, true, Need.Schooling)]
    [InlineData(7, null, Education.PrimaryPupil, true, Need.None)]
    [InlineData(7, null, null, true, Need.None)]
    [InlineData(6, null, Education.NeverSchooled, true, Need.None)]
    [InlineData(18, null, Education.JuniorFinished, true, Need.Schooling)]
    [InlineData(19, null, Education.JuniorFinished, true, Need.None)]
    [InlineData(18, Occupation.NotWorking, Education.SeniorPupil, true, Need.None)]
    [InlineData(18, Occupation.NotWorking, null, true, Need.Work)]
    [InlineData(59, Occupation.CasualWorker, null, true, Need.Work)]
    [InlineData(60, Occupation.NotWorking, null, true, Need.None)]
    [InlineData(17, Occupation.Farmer, null, true, Need.None)]
    [InlineData(18, Occupation.Farmer, null, true, Need.Business)]
    [InlineData(70, Occupation.Fisher, null, true, Need.Business)]
    [InlineData(40, Occupation.PrivateEmployee, null, true, Need.None)]
    public void A_member_raises_needs_by_age_work_school_and_number(int? age, Occupation? occupation, Education? education, bool hasNik, Need need) =>
        Assert.Equal(need, NeedRules.Of(age is { } years ? On.AddYears(-years) : null, occupation, education, hasNik, On));

    [Theory]
    [InlineData("2000-12-31", 25)]
    [InlineData("2001-01-01", 24)]
    [InlineData("2025-12-31", 0)]
    [InlineData("2004-02-29", 21)]
    public void An_age_is_full_on_the_birthday(string born, int age) => Assert.Equal(age, NeedRules.AgeOn(DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), On));
}
