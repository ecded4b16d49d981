using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Testing;

/// <summary>How a family that stands in the register twice differs from itself.</summary>
public enum PlantedKind
{
    Spelling,
    TitleOrShortForm,
    BirthDate,
    OtherVillage,
    KinSpelling,
    Nik,
}

/// <summary>
/// A register of invented families, the same for the same seed, in which some stand twice. The others are as real ones: a few names that
/// thousands bear and a long tail, twins, brothers and sisters named alike, children named after their father, 1 January for who does not know,
/// whole RT with one address, one in ten without NIK, and here and there two namesakes born on the same day who are not the same.
/// </summary>
public sealed class PlantedRegister(int persons, int pairs, int seed = 64)
{
    private const int CopyWaits = 500;

    private static readonly DateOnly FirstBirth = new(1940, 1, 1);

    private static readonly string[] Men =
    [
        "MUHAMMAD", "AHMAD", "ABDUL", "SUPRIYADI", "HERMAN", "RUSDI", "HENDRA", "AGUS", "BUDI", "SYAHRANI", "SUPIAN", "JUMRI", "HAMDANI", "RAHMAT", "YUSUF", "SLAMET", "BAMBANG", "EKO", "DEDI", "SYARIFUDDIN",
        "KAMARUDDIN", "ISMAIL", "IBRAHIM", "SURIANSYAH", "MASTUR", "BAHRUN", "ARBAIN", "JAINUDIN", "NORDIN", "ZULKIFLI", "IRWAN", "SULAIMAN", "HASBULLAH", "KASPUL", "RUSTAM", "YOHANES", "PETRUS", "MARKUS", "LAWING", "AWANG",
    ];

    private static readonly string[] Women =
    [
        "SITI", "NUR", "SRI", "DEWI", "NORHAYATI", "RUSMINI", "HAMIDAH", "JAMILAH", "AMINAH", "FATIMAH", "HALIMAH", "RAHMAH", "JUMIATI", "SUMIATI", "ENDANG", "LESTARI", "RATNA", "HASNAH", "ROSMINI", "KHADIJAH",
        "ZAINAB", "MARIAM", "AISYAH", "SALASIAH", "MASNIAH", "ARBAYAH", "RABIATUL", "FITRIANI", "YULIANA", "MARIA", "MARTHA", "KRISTINA", "DAYANG", "SANIAH", "MAIMUNAH", "ERNAWATI", "HELMINA", "RUKAYAH", "NURHALIZA", "PUTRI",
    ];

    private static readonly string[] Rest =
    [
        "RAHMAN", "HIDAYAT", "FAUZI", "ANWAR", "EFENDI", "RIDWAN", "MAULANA", "KARIM", "RASYID", "HASAN", "SETIAWAN", "NUGROHO", "SANTOSO", "WIJAYA", "SAPUTRA", "PRATAMA", "KURNIAWAN", "HARTONO", "PURNOMO", "USMAN",
        "MANSYUR", "LATIF", "BAKRI", "SALEH", "HALIM", "IDRIS", "NURDIN", "TAHIR", "JUFRI", "LENJAU", "BILUNG", "APUI", "TUNDAN", "MIHING", "GARANG",
    ];

    private static readonly string[] Starts = ["BA", "BUR", "DAR", "HAS", "JUM", "KAS", "LAM", "MAR", "MIS", "NOR", "PON", "RAH", "ROS", "SAB", "SAR", "SUM", "SUT", "TAM", "WAR", "YUL", "ZUL", "AR", "IR", "US", "HER", "DE", "GUN", "FAR"];

    private static readonly string[] Middles = ["DI", "MI", "LI", "NA", "TI", "RI", "SA", "MA", "WA", "BI", "HA", "LA", "NU", "YA", "DA", "KI"];

    private static readonly string[] MaleEnds = ["N", "MAN", "ANTO", "YADI", "ONO", "DIN", "R", "NSYAH", "WAN", "S"];

    private static readonly string[] FemaleEnds = ["H", "NAH", "WATI", "YANTI", "YAH", "NI", "NINGSIH", "SARI", "TUN", "MI"];

    private static readonly (string From, string To)[] Spellings =
    [
        ("U", "OE"), ("J", "DJ"), ("Y", "J"), ("F", "P"), ("SY", "S"), ("KH", "H"), ("Z", "J"), ("DD", "D"), ("MM", "M"), ("S", "SY"), ("T", "TH"), ("D", "DH"), ("AH", "A"), ("L", "LL"), ("R", "RR"), ("NUR", "NOR"),
    ];

    private readonly Random _random = new(seed);
    private readonly Queue<(int At, long Of, PlantedKind Kind, ComparedFamily Copy)> _copies = new();
    private long _households;
    private long _persons;

    /// <summary>The pairs that were planted, known once the families have been walked through.</summary>
    public Dictionary<(long First, long Second), PlantedKind> Planted { get; } = [];

    public IEnumerable<ComparedFamily> Families()
    {
        var every = Math.Max(1, persons / pairs);
        var (made, next) = (0, every / 2);
        while (made < persons)
        {
            var family = Family();
            made += family.Members.Count;
            yield return family;
            if (made >= next && _copies.Count + Planted.Count < pairs)
            {
                next += every;
                var kind = (PlantedKind)((_copies.Count + Planted.Count) % 6);
                _copies.Enqueue((made + CopyWaits, family.HouseholdId, kind, Copy(family, kind)));
            }
            if (_random.Next(2000) == 0)
                yield return Namesake(family);
            while (_copies.TryPeek(out var waiting) && waiting.At <= made)
            {
                _copies.Dequeue();
                yield return Plant(waiting.Of, waiting.Kind, waiting.Copy);
            }
        }
        while (_copies.TryDequeue(out var left))
            yield return Plant(left.Of, left.Kind, left.Copy);
    }

    private ComparedFamily Plant(long of, PlantedKind kind, ComparedFamily copy)
    {
        var placed = copy with { HouseholdId = ++_households, Members = [.. copy.Members.Select(member => member with { Id = ++_persons })] };
        Planted.Add((of, placed.HouseholdId), kind);
        return placed;
    }

    private ComparedFamily Family()
    {
        var members = new List<ComparedPerson>();
        var isWoman = _random.Next(100) < 15;
        var born = Birth(20, 80);
        var last = Word(Rest, isWoman: false);
        members.Add(Person(Name(isWoman, last: null), Relationship.Head, isWoman, born));
        if (!isWoman && _random.Next(100) < 80)
            members.Add(Person(Name(isWoman: true, last: null), Relationship.Spouse, isWoman: true, Birth(20, 80)));
        var begin = _random.Next(100) < 20 ? "NUR" : null;
        for (var child = _random.Next(5); child > 0; child--)
        {
            var (girl, day) = (_random.Next(2) == 0, Birth(0, 30));
            var name = begin is null || !girl ? Name(girl, _random.Next(100) < 20 ? members[0].Name.Split(' ')[0] : _random.Next(100) < 15 ? last : null) : $"{begin} {Word(Women, isWoman: true)}";
            members.Add(Person(name, Relationship.Child, girl, day));
            if (_random.Next(60) == 0)
                members.Add(Person($"{name.Split(' ')[0]} {Word(Rest, girl)}", Relationship.Child, girl, day));
        }
        var village = _random.Next(Math.Clamp(persons / 2500, 6, 900));
        var address = _random.Next(100) < 40 ? $"RT {_random.Next(1, 12):000}" : $"JL {Word(Rest, isWoman: false)} NO {_random.Next(1, 60)} RT {_random.Next(1, 12):000}";
        return new ComparedFamily(++_households, FormattableString.Invariant($"64.{village / 100 + 1:00}.{village / 10 % 10 + 1:00}.{2001 + village % 10}."), address, members) { FamilyCardIndex = _random.Next(100) < 60 ? Index() : null };
    }

    // Somebody else with the name and birthday of a head: no double.
    private ComparedFamily Namesake(ComparedFamily family)
    {
        var other = Family();
        return other with { Members = [.. other.Members.Select((member, i) => i == 0 ? member with { Name = family.Members[0].Name, BirthDate = family.Members[0].BirthDate, Sex = family.Members[0].Sex } : member)] };
    }

    private ComparedFamily Copy(ComparedFamily family, PlantedKind kind)
    {
        var hasOthers = kind is PlantedKind.KinSpelling or PlantedKind.OtherVillage || _random.Next(100) < 75;
        var members = family.Members.Take(hasOthers ? family.Members.Count : 1).Select((member, i) => member with { NikIndex = kind is PlantedKind.Nik && i == 0 && _random.Next(2) == 0 ? Index() : null }).ToList();
        var (head, kin) = (members[0], Math.Min(1, members.Count - 1));
        switch (kind)
        {
            case PlantedKind.Spelling:
                members[0] = head with { Name = Misspelt(head.Name) };
                break;
            case PlantedKind.TitleOrShortForm:
                members[0] = head with { Name = Shortened(head.Name, head.Sex is Sex.Female) };
                break;
            case PlantedKind.BirthDate:
                members[0] = head with { BirthDate = Slipped(head.BirthDate!.Value) };
                break;
            case PlantedKind.KinSpelling:
                members[kin] = members[kin] with { Name = Misspelt(members[kin].Name) };
                break;
        }
        var copy = family with { Members = members, FamilyCardIndex = null };
        if (kind is PlantedKind.OtherVillage)
            copy = copy with { AreaCode = FormattableString.Invariant($"64.71.01.{1001 + _random.Next(20)}."), Address = $"JL {Word(Rest, isWoman: false)} NO {_random.Next(1, 60)}" };
        return copy;
    }

    private ComparedPerson Person(string name, Relationship relationship, bool isWoman, DateOnly born) =>
        new(++_persons, name, relationship) { Sex = isWoman ? Sex.Female : Sex.Male, BirthDate = born, NikIndex = _random.Next(10) == 0 ? null : Index() };

    private DateOnly Birth(int youngest, int oldest)
    {
        var day = new DateOnly(2026 - _random.Next(youngest, oldest), 1, 1);
        return _random.Next(100) < 5 ? day : day.AddDays(_random.Next(365)) is var any && any < FirstBirth ? FirstBirth : any;
    }

    private string Name(bool isWoman, string? last)
    {
        var words = new List<string> { Word(isWoman ? Women : Men, isWoman) };
        if (_random.Next(100) < 85)
            words.Add(last ?? Word(Rest, isWoman));
        if (_random.Next(100) < 25)
            words.Add(Word(Rest, isWoman));
        return string.Join(' ', words.Distinct());
    }

    // A third of all words are one of a few dozen, the first of them the commonest; the rest come from a tail of some thousands.
    private string Word(string[] common, bool isWoman)
    {
        if (_random.Next(100) < 45)
            return common[(int)(common.Length * Math.Pow(_random.NextDouble(), 2))];
        var ends = isWoman ? FemaleEnds : MaleEnds;
        var middle = Middles[_random.Next(Middles.Length)];
        return Starts[_random.Next(Starts.Length)] + middle + (_random.Next(3) == 0 ? Middles[_random.Next(Middles.Length)] : "") + ends[_random.Next(ends.Length)];
    }

    private string Misspelt(string name)
    {
        var words = name.Split(' ');
        var at = Array.FindLastIndex(words, word => word.Length >= 5);
        at = at < 0 ? 0 : at;
        if (_random.Next(100) < 70)
        {
            foreach (var (from, to) in Spellings.OrderBy(_ => _random.Next()))
            {
                if (words[at].IndexOf(from, 1, StringComparison.Ordinal) is >= 1 and var place)
                {
                    words[at] = words[at][..place] + to + words[at][(place + from.Length)..];
                    return string.Join(' ', words);
                }
            }
        }
        var (letters, where) = (words[at].ToCharArray(), _random.Next(1, words[at].Length - 1));
        if (_random.Next(2) == 0)
            (letters[where], letters[where - 1]) = (letters[where - 1], letters[where]);
        else
            letters[where] = letters[where] == 'N' ? 'M' : 'N';
        words[at] = new string(letters);
        return string.Join(' ', words);
    }

    private string Shortened(string name, bool isWoman)
    {
        var words = name.Split(' ');
        switch (words[0])
        {
            case "MUHAMMAD":
                words[0] = new[] { "M.", "MUH.", "MHD", "MOCH." }[_random.Next(4)];
                return string.Join(' ', words);
            case "SITI":
                words[0] = "ST.";
                return string.Join(' ', words);
            case "ABDUL":
                words[0] = "ABD.";
                return string.Join(' ', words);
            default:
                return _random.Next(3) switch { 0 => $"{(isWoman ? "HJ." : "H.")} {name}", 1 => $"{name}, S.PD", _ => isWoman ? $"ALMH. {name}" : $"DRS. {name}" };
        }
    }

    private DateOnly Slipped(DateOnly day)
    {
        if (day is { Day: 1, Month: 1 })
            return day.AddDays(9);
        if (day.Day <= 12 && day.Day != day.Month && _random.Next(2) == 0)
            return new DateOnly(day.Year, day.Day, day.Month);
        return day.Day % 10 == 9 ? day.AddDays(-1) : day.Day + 1 <= DateTime.DaysInMonth(day.Year, day.Month) ? day.AddDays(1) : day.AddDays(-1);
    }

    private byte[] Index()
    {
        var index = new byte[16];
        _random.NextBytes(index);
        return index;
    }
}
