using System.Globalization;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Demo;

/// <summary>Makes up the families of a story; the same seed makes the same families.</summary>
internal sealed class DemoFamilies(DemoStory story, int seed, int dataYear)
{
    private static readonly string[] Streets = ["Dusun I", "Dusun II", "Dusun III", "Jl. Poros", "Tepi Sungai", "Jl. Lintas", "Gg. Masjid", "Jl. Damai", "Gg. Rukun"];

    // Twelve as it is on the rivers: wood, zinc, rain and river water are common and no sign by themselves.
    private static readonly int[] Tenures = [78, 3, 8, 9, 1, 1], Roofs = [1, 2, 57, 28, 1, 10, 1], Walls = [9, 83, 3, 3, 2], Floors = [5, 11, 77, 2, 3, 2], Lights = [50, 2, 19, 22, 7],
        Fuels = [44, 3, 52, 1], Waters = [6, 9, 8, 6, 10, 44, 16, 1], Toilets = [24, 37, 25, 14];

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
        var people = _random.Next(DemoNames.PeopleCount);
        var size = place.Sizes.Count > index ? place.Sizes[index] : 1 + Weighted([8, 17, 26, 24, 14, 7, 4]);
        var rt = _random.Next(1, 9);
        var members = Members(place.Village, people, size);
        return new DemoFamily(Id(place.Village, "23", ++_families), place.Village, 1 + Weighted([.. story.DecileWeights]), Address(rt), Housing(),
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

    private string Address(int rt) => _random.Next(12) == 0 ? Streets[_random.Next(Streets.Length)]
        : FormattableString.Invariant($"{Streets[_random.Next(Streets.Length)]} RT {rt:000} RW {1 + ((rt - 1) / 4):000}");

    private Housing Housing() => new()
    {
        Tenure = (HouseTenure)(1 + Weighted(Tenures)),
        HasSavings = _random.Next(5) == 0,
        Roof = (RoofMaterial)(1 + Weighted(Roofs)),
        Wall = (WallMaterial)(1 + Weighted(Walls)),
        Floor = (FloorMaterial)(1 + Weighted(Floors)),
        Lighting = (LightingSource)(1 + Weighted(Lights)),
        CookingFuel = (CookingFuel)(1 + Weighted(Fuels)),
        DrinkingWater = (DrinkingWater)(1 + Weighted(Waters)),
        Toilet = (ToiletFacility)(1 + Weighted(Toilets)),
    };

    private int Weighted(int[] weights)
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
