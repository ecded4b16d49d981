using System.Globalization;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Demo;

/// <summary>Makes up the families of a story; the same seed makes the same families.</summary>
internal sealed class DemoFamilies(DemoStory story, int seed, int dataYear)
{
    private static readonly Education[] AdultSchooling =
    [
        Education.NeverSchooled, Education.PrimaryUnfinished, Education.PrimaryFinished, Education.PrimaryFinished, Education.PrimaryFinished, Education.JuniorFinished,
        Education.JuniorFinished, Education.SeniorFinished,
    ];

    private static readonly Occupation[] FirstJobs = [Occupation.NotWorking, Occupation.NotWorking, Occupation.Farmer, Occupation.CasualWorker];

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _numbers = [];
    private int _persons;
    private int _families;

    public IReadOnlyList<DemoFamily> Make() => [.. story.Places.SelectMany(place => Enumerable.Range(0, place.Families).Select(i => Family(place, i)))];

    private DemoFamily Family(DemoPlace place, int index)
    {
        var people = Weighted(story.Locale.Peoples);
        var size = place.Sizes.Count > index ? place.Sizes[index] : 1 + Weighted([8, 17, 26, 24, 14, 7, 4]);
        var rt = _random.Next(1, 9);
        var members = Members(place.Village, people, size);
        return new DemoFamily(Id(place.Village, "23", ++_families), place.Village, 1 + Weighted(story.DecileWeights), Address(place.Village, rt), Housing(),
            (ListedAid)_random.Next(32) & (ListedAid)_random.Next(32), members.Exists(m => dataYear - m.Born.Year < 5) && _random.Next(3) == 0, members);
    }

    private List<DemoPerson> Members(AreaCode village, int people, int size)
    {
        var isWidow = _random.Next(7) == 0 || size == 1 && _random.Next(2) == 0;
        var headAge = size == 1 ? _random.Next(48, 84) : _random.Next(26, 66);
        var members = new List<DemoPerson>
        {
            Adult(village, people, isWidow, Relationship.Head, headAge, isWidow ? MaritalStatus.Widowed : size > 1 ? MaritalStatus.Married : MaritalStatus.Divorced),
        };
        if (!isWidow && size > 1)
            members.Add(Adult(village, people, true, Relationship.Spouse, Math.Max(20, headAge - _random.Next(0, 8)), MaritalStatus.Married));
        while (members.Count < size)
            members.Add(headAge > 30 && _random.Next(9) == 0 ? Adult(village, people, true, Relationship.Other, headAge + 22, MaritalStatus.Widowed) : Child(village, people, headAge));
        return members;
    }

    private DemoPerson Adult(AreaCode village, int people, bool isWoman, Relationship relationship, int age, MaritalStatus marital)
    {
        var occupation = age >= 68 ? Occupation.NotWorking : isWoman && relationship is not Relationship.Head && _random.Next(3) > 0 ? Occupation.NotWorking
            : (Occupation)(1 + Weighted([8, 38, 12, 7, 6, 6, 1, 20, 2]));
        return Person(village, people, isWoman, relationship, age, marital, occupation, AdultSchooling[_random.Next(AdultSchooling.Length)]);
    }

    private DemoPerson Child(AreaCode village, int people, int headAge)
    {
        var age = _random.Next(0, Math.Clamp(headAge - 19, 1, 24));
        var education = age switch
        {
            < 7 => Education.NeverSchooled,
            < 13 => Education.PrimaryPupil,
            < 16 => _random.Next(10) == 0 ? Education.PrimaryFinished : Education.JuniorPupil,
            < 19 => _random.Next(4) == 0 ? Education.JuniorFinished : Education.SeniorPupil,
            _ => Education.SeniorFinished,
        };
        var works = age >= 18 || (age >= 16 && education is Education.JuniorFinished);
        return Person(village, people, _random.Next(2) == 0, Relationship.Child, age, MaritalStatus.NeverMarried, works ? FirstJobs[_random.Next(FirstJobs.Length)] : Occupation.NotWorking, education);
    }

    private DemoPerson Person(AreaCode village, int people, bool isWoman, Relationship relationship, int age, MaritalStatus marital, Occupation occupation, Education education)
    {
        var born = new DateOnly(dataYear - age, _random.Next(1, 13), _random.Next(1, 29));
        var number = ++_persons;
        // One head in sixty has no number yet: a need, and no reason to be left out.
        var hasNumber = relationship is not Relationship.Head || _random.Next(60) > 0;
        return new DemoPerson(Id(village, "00", number), DemoNames.Of(_random, people, isWoman), hasNumber ? NikOf(village, born, isWoman, number) : "",
            hasNumber ? _random.Next(20) > 0 : null, isWoman ? Sex.Female : Sex.Male, relationship, born, marital, occupation, education);
    }

    private string NikOf(AreaCode village, DateOnly born, bool isWoman, int number)
    {
        for (; ; number++)
        {
            var nik = FormattableString.Invariant($"{village.Digits[..4]}99{born.Day + (isWoman ? 40 : 0):00}{born.Month:00}{born.Year % 100:00}{1 + (number % 9998):0000}");
            if (_numbers.Add(nik))
                return nik;
        }
    }

    private static string Id(AreaCode village, string middle, int number) => string.Create(CultureInfo.InvariantCulture, $"{village.Digits[..4]}{middle}{number:000000}");

    private string Address(AreaCode village, int rt)
    {
        var streets = story.Locale.StreetsOf(village);
        var street = streets[_random.Next(streets.Count)];
        var leavesRtOut = _random.Next(12) == 0 && !story.Locale.NamesEveryRt;
        return leavesRtOut ? street : FormattableString.Invariant($"{street} RT {rt:000} RW {1 + ((rt - 1) / 4):000}");
    }

    private Housing Housing() => new()
    {
        Tenure = (HouseTenure)(1 + Weighted(story.Locale.Houses.Tenures)),
        HasSavings = _random.Next(5) == 0,
        Roof = (RoofMaterial)(1 + Weighted(story.Locale.Houses.Roofs)),
        Wall = (WallMaterial)(1 + Weighted(story.Locale.Houses.Walls)),
        Floor = (FloorMaterial)(1 + Weighted(story.Locale.Houses.Floors)),
        Lighting = (LightingSource)(1 + Weighted(story.Locale.Houses.Lights)),
        CookingFuel = (CookingFuel)(1 + Weighted(story.Locale.Houses.Fuels)),
        DrinkingWater = (DrinkingWater)(1 + Weighted(story.Locale.Houses.Waters)),
        Toilet = (ToiletFacility)(1 + Weighted(story.Locale.Houses.Toilets)),
    };

    private int Weighted(IReadOnlyList<int> weights)
    {
        var drawn = _random.Next(weights.Sum());
        for (var i = 0; ; i++)
        {
            drawn -= weights[i];
            if (drawn < 0)
                return i;
        }
    }
}
