using System.Globalization;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.Dtsen;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Demo;

/// <summary>A family as DTSEN has it: under its card's number, and perhaps in another village, decile or company than P3KE.</summary>
internal sealed record DemoListedFamily(string FamilyCard, DemoFamily Family);

/// <summary>
/// Makes the second list out of the first: four of five families are in both, most told alike, the rest with one difference each in turn, and a few
/// that P3KE never had. The same families make the same list.
/// </summary>
internal sealed class DemoSecondList(IReadOnlyList<DemoFamily> families, IReadOnlyList<DemoFamily> others, AreaDirectory areas, BpsCodes bpsCodes)
{
    private const int OnlyInTheFirst = 5;

    private readonly HashSet<string> _numbers = [.. families.SelectMany(family => family.Members).Select(person => person.Nik)];
    private int _cards;
    private int _born;

    public IReadOnlyList<DemoListedFamily> Make()
    {
        var kept = families.Where((_, i) => i % OnlyInTheFirst != OnlyInTheFirst - 1).SelectMany(Retold);
        return [.. kept.Concat(others.Where(family => !family.Members.Any(person => _numbers.Contains(person.Nik))).Select(family => Listed(WithNumber(family))))];
    }

    public Stream FamiliesFile(IEnumerable<DemoListedFamily> listed) => DemoFile.Write(ImportKind.DtsenFamilies, listed.Select(FamilyRow));

    public static Stream MembersFile(IEnumerable<DemoListedFamily> listed) =>
        DemoFile.Write(ImportKind.DtsenPersons, listed.SelectMany(family => family.Family.Members.Select(person => PersonRow(family, person))));

    // One difference each: a list that contradicts another in everything would be no story but a mistake.
    private IEnumerable<DemoListedFamily> Retold(DemoFamily known, int i)
    {
        var family = WithNumber(known);
        if (i % 40 == 13 && family.Members.Count >= 4)
        {
            var (stay, go) = (family.Members.SkipLast(2).ToList(), family.Members.TakeLast(2).ToList());
            go[0] = go[0] with { Relationship = Relationship.Head };
            return [Listed(family with { Members = stay }), Listed(family with { Members = go })];
        }
        return [Listed((i % 60) switch
        {
            0 or 10 or 20 or 30 or 40 or 50 => family with { Decile = Math.Min(10, family.Decile + 1 + (i % 3)) },
            5 or 25 or 45 => family with { Decile = Math.Max(1, family.Decile - 1) },
            7 or 27 or 47 => family with { Members = [family.Head with { Name = Respelt(family.Head.Name) }, .. family.Members.Skip(1)] },
            11 or 41 => family with { Village = Neighbour(family.Village) },
            17 or 37 => family with { Members = [.. family.Members, Newborn(family.Village)] },
            _ => family,
        })];
    }

    private DemoListedFamily Listed(DemoFamily family)
    {
        var n = _cards++;
        return new DemoListedFamily(FormattableString.Invariant($"{family.Village.Digits[..4]}99{1 + (n % 28):00}{1 + (n % 12):00}{10 + (n % 10):00}{1 + n:0000}"), family);
    }

    // DTSEN has asked the civil registry: nobody is without a number there.
    private DemoFamily WithNumber(DemoFamily family) => family with { Members = [.. family.Members.Select(person => person.Nik.Length > 0 ? person : person with { Nik = NikOf(family.Village, person.Born, person.Sex) })] };

    private DemoPerson Newborn(AreaCode village)
    {
        var born = new DateOnly(2024, 1 + (_born % 12), 1 + (_born % 28));
        return new DemoPerson("", $"Aisyah {(char)('A' + (_born++ % 26))}", NikOf(village, born, Sex.Female), null, Sex.Female, Relationship.Child, born, MaritalStatus.NeverMarried, Occupation.NotWorking, Education.NeverSchooled);
    }

    private string NikOf(AreaCode village, DateOnly born, Sex sex)
    {
        for (var sequence = 9_999; ; sequence--)
        {
            var nik = FormattableString.Invariant($"{village.Digits[..4]}99{born.Day + (sex is Sex.Female ? 40 : 0):00}{born.Month:00}{born.Year % 100:00}{sequence:0000}");
            if (_numbers.Add(nik))
                return nik;
        }
    }

    private AreaCode Neighbour(AreaCode village)
    {
        var villages = areas.Children(village.AtLevel(AreaLevel.District)).ToList();
        return villages[(villages.IndexOf(village) + 1) % villages.Count];
    }

    private static string Respelt(string name) => name.LastIndexOf('h') is > 0 and var at ? name.Remove(at, 1) : name + name[^1];

    private Dictionary<string, string> FamilyRow(DemoListedFamily listed)
    {
        var (family, h) = (listed.Family, listed.Family.Housing);
        var code = bpsCodes.TryFindOf(family.Village, out var known) ? known.Digits : family.Village.Digits;
        var row = new Dictionary<string, string>
        {
            ["kode_provinsi"] = code[..2],
            [DtsenColumn.Province] = NameAt(family, AreaLevel.Province),
            ["kode_kabupaten_kota"] = code[..4],
            [DtsenColumn.Regency] = NameAt(family, AreaLevel.Regency),
            [DtsenColumn.DistrictCode] = known is null ? code[..6] : code[..7],
            [DtsenColumn.District] = NameAt(family, AreaLevel.District),
            [DtsenColumn.VillageCode] = code,
            [DtsenColumn.Village] = NameAt(family, AreaLevel.Village),
            [DtsenColumn.Address] = family.Address,
            [DtsenColumn.FamilyCard] = listed.FamilyCard,
            [DtsenColumn.HeadName] = family.Head.Name,
            [DtsenColumn.MemberCount] = Text(family.Members.Count),
            [DtsenColumn.NationalDecile] = Text(family.Decile),
            [DtsenColumn.ProvincialDecile] = Text(family.Decile),
            [DtsenColumn.RegencyDecile] = Text(Math.Max(1, family.Decile - 1)),
            [DtsenColumn.NationalInsurance] = HousingWords.YesNo(family.Decile <= 2),
            [DtsenColumn.RegionalInsurance] = HousingWords.YesNo(family.Decile is 3),
            [DtsenColumn.Tenure] = Word(DtsenWords.Tenures, h.Tenure is HouseTenure.SharedWithOthers ? HouseTenure.RentFree : h.Tenure),
            [DtsenColumn.Roof] = Word(DtsenWords.Roofs, h.Roof),
            [DtsenColumn.Wall] = Word(DtsenWords.Walls, h.Wall is WallMaterial.Zinc ? WallMaterial.Other : h.Wall),
            [DtsenColumn.Floor] = Word(DtsenWords.Floors, h.Floor),
            [DtsenColumn.DrinkingWater] = Word(DtsenWords.DrinkingWaters, h.DrinkingWater),
            [DtsenColumn.CookingFuel] = Word(DtsenWords.CookingFuels, h.CookingFuel),
            [DtsenColumn.Lighting] = Word(DtsenWords.Lightings, h.Lighting) is { Length: > 0 } source ? source : DtsenWords.Metered,
            [DtsenColumn.Wattage] = Word(DtsenWords.Wattages, h.Lighting),
            [DtsenColumn.Toilet] = Word(DtsenWords.Toilets, h.Toilet) is { Length: > 0 } facility ? facility : DtsenWords.OwnToilet,
            [DtsenColumn.Sewage] = Word(DtsenWords.Sewages, h.Toilet),
        };
        foreach (var asset in DtsenColumn.Assets)
            row[asset] = HousingWords.YesNo(asset == DtsenColumn.Jewellery && h.HasSavings is true);
        foreach (var animals in DtsenColumn.Livestock)
            row[animals] = "0";
        return row;
    }

    private static Dictionary<string, string> PersonRow(DemoListedFamily listed, DemoPerson person) => new()
    {
        [DtsenColumn.Nik] = person.Nik,
        [DtsenColumn.FamilyCard] = listed.FamilyCard,
        [DtsenColumn.PersonName] = person.Name,
        [DtsenColumn.BirthDate] = person.Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        [DtsenColumn.Sex] = PersonWords.Sexes.Label(person.Sex),
        [DtsenColumn.Relationship] = Word(DtsenWords.Relationships, person.Relationship),
        [DtsenColumn.MaritalStatus] = Word(DtsenWords.MaritalStatuses, person.Marital),
        [DtsenColumn.CardOccupation] = PersonWords.Occupations.Label(person.Occupation),
    };

    private string NameAt(DemoFamily family, AreaLevel level) => areas.ShortNameOf(family.Village.AtLevel(level)).ToUpperInvariant();

    // The first word that means the value; a list has several.
    private static string Word<T>(ListWords<T> words, T? value)
        where T : struct, Enum => value is { } known ? words.All.FirstOrDefault(pair => pair.Value is { } meant && meant.Equals(known)).Word ?? "" : "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
