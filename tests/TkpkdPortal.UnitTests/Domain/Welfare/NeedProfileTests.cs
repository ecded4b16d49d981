using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.UnitTests.Domain.Welfare;

/// <summary>What holds of every family and every set of terms that an office may set: thousands of each, made from a seed.</summary>
public sealed class NeedProfileTests
{
    private const int Families = 20_000;

    private static readonly DateOnly On = new(2026, 11, 27);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_reason_names_a_fact_that_holds(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Families; i++)
        {
            var (terms, house, members, reasons) = (Terms(random), House(random), Members(random), new List<NeedReason>());
            new NeedRules(terms, On).Judge(house, members, reasons);

            foreach (var reason in reasons)
                Assert.True(reason.State is NeedState.Present ? Holds(reason, terms, house, members) : IsOpen(reason, house, members), $"{seed}/{i}: {reason.Need} {reason.Fact} {reason.Value} {reason.Member}");
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void A_need_has_a_reason_a_question_is_asked_and_nothing_is_both(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Families; i++)
        {
            var (rules, house, members, reasons) = (new NeedRules(Terms(random), On), House(random), Members(random), new List<NeedReason>());

            var profile = rules.Judge(house, members, reasons);

            Assert.Equal(Need.None, profile.Present & profile.Unknown);
            Assert.Equal(profile.Present, All(reasons, NeedState.Present));
            Assert.Equal(profile.Unknown, All(reasons, NeedState.Unknown));
            // What is stored and what is explained are one.
            Assert.Equal(profile, rules.Judge(house, members));
            Assert.All(reasons, reason => Assert.NotEqual("", reason.State is NeedState.Present ? reason.Says : reason.Asks));
            Assert.All(members, member => Assert.Equal(Need.None, rules.RaisedBy(house, member) & ~profile.Present));
        }
    }

    [Fact]
    public void Less_knowledge_raises_no_need()
    {
        var random = new Random(5);
        for (var i = 0; i < Families; i++)
        {
            var (rules, house, members) = (new NeedRules(Terms(random), On), House(random), Members(random));
            var known = rules.Judge(house, members);

            var less = rules.Judge(house with { DecileCode = null, Housing = Housing.Unknown, StuntingRisk = null, InsuredByState = null }, [.. members.Select(Forgotten)]);

            Assert.Equal(Need.None, less.Present & ~known.Present);
            Assert.Equal(known.Present & ~less.Present, known.Present & ~less.Present & less.Unknown);
        }
    }

    [Fact]
    public void Terms_are_read_as_they_were_written()
    {
        var random = new Random(6);
        for (var i = 0; i < 500; i++)
        {
            var terms = Terms(random);
            Assert.Equal(terms, NeedTerms.Read(terms.Write()));
            Assert.True(terms.Check().IsAccepted);
            Assert.True(terms.Write().Length <= NeedTerms.WrittenMaxLength);
        }
        Assert.Equal(NeedTerms.Given with { FoodUpToDecile = 3 }, NeedTerms.Read("""{"FoodUpToDecile":3,"OfALaterVersion":true}"""));
    }

    [Fact]
    public void Terms_have_limits()
    {
        Assert.Contains("Desil", (NeedTerms.Given with { FoodUpToDecile = 11 }).Check().Refusal, StringComparison.Ordinal);
        Assert.Contains("Umur terendah", (NeedTerms.Given with { SchoolFrom = 19 }).Check().Refusal, StringComparison.Ordinal);
        Assert.Contains("Umur berkisar", (NeedTerms.Given with { ElderlyFrom = -1 }).Check().Refusal, StringComparison.Ordinal);
        Assert.Contains("Bagian rumah", (NeedTerms.Given with { PoorParts = 0 }).Check().Refusal, StringComparison.Ordinal);
        Assert.Contains("Lansia", (NeedTerms.Given with { EldersTogether = 5 }).Check().Refusal, StringComparison.Ordinal);
        Assert.Contains("sedang bersekolah", (NeedTerms.Given with { OutOfSchool = CodeSet.Of(Education.JuniorPupil) }).Check().Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_follows_another_with_a_source_and_a_reason_and_comes_into_force_at_once()
    {
        var first = NeedRuleSet.First(On, Given.Now);
        var other = NeedTerms.Given with { PoorParts = 1 };

        Assert.Contains("sama dengan aturan nomor 1", first.Follow(NeedTerms.Given with { }, "SK", "Alasan", 5, On, Given.Now, out _).Refusal, StringComparison.Ordinal);
        Assert.Contains("dasar", first.Follow(other, " ", "Alasan", 5, On, Given.Now, out _).Refusal, StringComparison.Ordinal);
        Assert.Contains("mengapa", first.Follow(other, "SK", "", 5, On, Given.Now, out _).Refusal, StringComparison.Ordinal);
        Assert.True(first.Follow(other, " SK ", "Alasan", 5, On, Given.Now, out var next).IsAccepted);
        Assert.Equal((2, "SK", On, (DateOnly?)null), (next!.Number, next.Source, next.ValidFrom, next.JudgedOn));
        next.Judged(On);
        Assert.Equal(On, next.JudgedOn);
        next.JudgeAgain();
        Assert.Null(next.JudgedOn);
    }

    private static Need All(List<NeedReason> reasons, NeedState state) => reasons.Where(reason => reason.State == state).Aggregate(Need.None, (needs, reason) => needs | reason.Need);

    private static bool Holds(NeedReason reason, NeedTerms terms, NeedHouse house, NeedMember[] members)
    {
        var member = members.SingleOrDefault(one => one.Name == reason.Member);
        int? age = member.BirthDate is { } born ? NeedRules.AgeOn(born, On) : null;
        return reason.Fact switch
        {
            NeedFact.Decile => reason.Need is Need.Food && house.DecileCode is > 0 && reason.Value == WelfareDecile.FromCode(house.DecileCode.Value).Label,
            NeedFact.Roof => reason.Value == HousingWords.Roofs.Label(house.Housing.Roof) && terms.PoorRoofs.Contains(house.Housing.Roof),
            NeedFact.Wall => reason.Value == HousingWords.Walls.Label(house.Housing.Wall) && terms.PoorWalls.Contains(house.Housing.Wall),
            NeedFact.Floor => reason.Value == HousingWords.Floors.Label(house.Housing.Floor) && (terms.PoorFloors.Contains(house.Housing.Floor) || terms.FloorsAlone.Contains(house.Housing.Floor)),
            NeedFact.DrinkingWater => reason.Value == HousingWords.DrinkingWaters.Label(house.Housing.DrinkingWater) && terms.PoorWaters.Contains(house.Housing.DrinkingWater),
            NeedFact.Toilet => reason.Value == HousingWords.Toilets.Label(house.Housing.Toilet) && terms.PoorToilets.Contains(house.Housing.Toilet),
            NeedFact.Lighting => reason.Value == HousingWords.Lightings.Label(house.Housing.Lighting) && terms.PoorLightings.Contains(house.Housing.Lighting),
            NeedFact.Education => reason.Value == PersonWords.Educations.Label(member.Education) && reason.Age == age && age >= terms.SchoolFrom && age <= terms.SchoolTo && !PersonWords.IsInSchool(member.Education!.Value),
            NeedFact.Occupation when reason.Need is Need.Work => reason.Value == PersonWords.Occupations.Label(member.Occupation) && reason.Age == age && age >= terms.WorkFrom && age <= terms.WorkTo
                && !(member.Education is { } school && PersonWords.IsInSchool(school)),
            NeedFact.Occupation => reason.Value == PersonWords.Occupations.Label(member.Occupation) && age >= terms.BusinessFrom && terms.Businesses.Contains(member.Occupation) && house.DecileCode > 0,
            NeedFact.StuntingRisk => house.StuntingRisk is true,
            NeedFact.Alone => age >= terms.ElderlyFrom && members.Length <= terms.EldersTogether,
            NeedFact.Nik => !member.HasNik,
            NeedFact.CivilMatch => member is { HasNik: true, MatchesCivilRegistry: false } && terms.CountsUnmatched,
            _ => false,
        };
    }

    // A question is about what nobody knows.
    private static bool IsOpen(NeedReason reason, NeedHouse house, NeedMember[] members)
    {
        var member = members.SingleOrDefault(one => one.Name == reason.Member);
        return reason.Fact switch
        {
            NeedFact.Decile => house.DecileCode is null or 0 or > 10,
            NeedFact.Roof => house.Housing.Roof is null,
            NeedFact.Wall => house.Housing.Wall is null,
            NeedFact.Floor => house.Housing.Floor is null,
            NeedFact.DrinkingWater => house.Housing.DrinkingWater is null,
            NeedFact.Toilet => house.Housing.Toilet is null,
            NeedFact.Lighting => house.Housing.Lighting is null,
            NeedFact.Education => member.Education is null,
            NeedFact.Occupation => member.Occupation is null,
            NeedFact.RunsHousehold => member is { Relationship: Relationship.Spouse, Occupation: Occupation.NotWorking },
            NeedFact.StuntingRisk => house.StuntingRisk is null,
            NeedFact.Insurance => house.InsuredByState is not true,
            NeedFact.Disability => true,
            NeedFact.Alone => members.Length == 1 && member.MaritalStatus is null or MaritalStatus.Married,
            NeedFact.CivilMatch => member is { HasNik: true, MatchesCivilRegistry: null },
            NeedFact.BirthDate => member.BirthDate is null,
            NeedFact.Members => members.Length == 1 && members[0].MaritalStatus is null,
            _ => false,
        };
    }

    private static NeedMember Forgotten(NeedMember member) => member with { BirthDate = null, Occupation = null, Education = null, MaritalStatus = null, MatchesCivilRegistry = null };

    private static NeedTerms Terms(Random random) => random.Next(3) == 0 ? NeedTerms.Given : new NeedTerms
    {
        FoodUpToDecile = random.Next(1, 11),
        SchoolFrom = random.Next(5, 8),
        SchoolTo = random.Next(15, 20),
        OutOfSchool = CodeSet.Of(Enum.GetValues<Education>().Where(value => !PersonWords.IsInSchool(value) && random.Next(2) == 0)),
        PoorRoofs = Some<RoofMaterial>(random),
        PoorWalls = Some<WallMaterial>(random),
        PoorFloors = Some<FloorMaterial>(random),
        PoorParts = random.Next(1, 4),
        FloorsAlone = Some<FloorMaterial>(random),
        PoorWaters = Some<DrinkingWater>(random),
        PoorToilets = Some<ToiletFacility>(random),
        PoorLightings = Some<LightingSource>(random),
        WorkFrom = random.Next(15, 22),
        WorkTo = random.Next(50, 66),
        WithoutWork = Some<Occupation>(random),
        AsksSpouses = random.Next(2) == 0,
        BusinessFrom = random.Next(15, 22),
        BusinessUpToDecile = random.Next(1, 11),
        Businesses = Some<Occupation>(random),
        ToddlerUnder = random.Next(0, 7),
        ElderlyFrom = random.Next(55, 71),
        EldersTogether = random.Next(1, 5),
        CountsUnmatched = random.Next(2) == 0,
    };

    private static CodeSet<T> Some<T>(Random random)
        where T : struct, Enum => CodeSet.Of(Enum.GetValues<T>().Where(_ => random.Next(2) == 0));

    private static NeedHouse House(Random random) => new(random.Next(14) switch { 0 => null, 12 => (byte?)0, 13 => 99, var decile => (byte)Math.Min(decile, 10) }, new Housing
    {
        Roof = Any<RoofMaterial>(random),
        Wall = Any<WallMaterial>(random),
        Floor = Any<FloorMaterial>(random),
        DrinkingWater = Any<DrinkingWater>(random),
        Toilet = Any<ToiletFacility>(random),
        Lighting = Any<LightingSource>(random),
    }, YesNo(random), random.Next(2) == 0 ? true : null);

    private static NeedMember[] Members(Random random) => [.. Enumerable.Range(0, random.Next(1, 6)).Select(i => new NeedMember(
        i == 0 ? Relationship.Head : i == 1 ? Relationship.Spouse : Relationship.Child, random.Next(8) == 0 ? null : On.AddDays(-random.Next(36_000)), Any<Occupation>(random), Any<Education>(random), Any<MaritalStatus>(random),
        random.Next(4) > 0, YesNo(random)) { Name = $"Anggota {i}" })];

    private static T? Any<T>(Random random)
        where T : struct, Enum => Enum.GetValues<T>() is var values && random.Next(values.Length + 1) is var at && at < values.Length ? values[at] : null;

    private static bool? YesNo(Random random) => random.Next(3) switch { 0 => true, 1 => false, _ => null };
}
