using System.Globalization;
using System.Text;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Demo;

/// <summary>Writes invented families as the files in which P3KE is delivered, so that a demo is loaded by the same way as a real list.</summary>
internal static class DemoFile
{
    public static Stream Families(IEnumerable<DemoFamily> families, AreaDirectory areas, int faultyRows)
    {
        var rows = families.Select((family, i) => FamilyRow(family, areas, i + 1)).ToList();
        var faulty = rows.Take(faultyRows).Select(row => new Dictionary<string, string>(row)).ToList();
        foreach (var (i, row) in faulty.Index())
            Spoil(row, i);
        return Write(ImportKind.P3keFamilies, rows.Concat(faulty));
    }

    public static Stream Persons(IEnumerable<DemoFamily> families, AreaDirectory areas) =>
        Write(ImportKind.P3kePersons, families.SelectMany(family => family.Members.Select(person => PersonRow(family, person, areas))));

    private static Dictionary<string, string> FamilyRow(DemoFamily family, AreaDirectory areas, int number)
    {
        var (row, h) = (Common(family, family.Head, areas), family.Housing);
        row[P3keColumn.Number] = number.ToString(CultureInfo.InvariantCulture);
        row[P3keColumn.HeadName] = family.Head.Name;
        row[P3keColumn.Tenure] = HousingWords.Tenures.Label(h.Tenure);
        row[P3keColumn.Savings] = HousingWords.YesNo(h.HasSavings);
        row[P3keColumn.Roof] = HousingWords.Roofs.Label(h.Roof);
        row[P3keColumn.Wall] = HousingWords.Walls.Label(h.Wall);
        row[P3keColumn.Floor] = HousingWords.Floors.Label(h.Floor);
        row[P3keColumn.Lighting] = HousingWords.Lightings.Label(h.Lighting);
        row[P3keColumn.CookingFuel] = HousingWords.CookingFuels.Label(h.CookingFuel);
        row[P3keColumn.DrinkingWater] = HousingWords.DrinkingWaters.Label(h.DrinkingWater);
        row[P3keColumn.Toilet] = HousingWords.Toilets.Label(h.Toilet);
        return row;
    }

    private static Dictionary<string, string> PersonRow(DemoFamily family, DemoPerson person, AreaDirectory areas)
    {
        var row = Common(family, person, areas);
        row[P3keColumn.PersonId] = person.ListId;
        row[P3keColumn.PersonName] = person.Name;
        row[P3keColumn.Relationship] = PersonWords.Relationships.Label(person.Relationship);
        row[P3keColumn.MaritalStatus] = PersonWords.MaritalStatuses.Label(person.Marital);
        return row;
    }

    private static Dictionary<string, string> Common(DemoFamily family, DemoPerson person, AreaDirectory areas) => new()
    {
        [P3keColumn.FamilyId] = family.ListId,
        [P3keColumn.Province] = NameAt(areas, family, AreaLevel.Province),
        [P3keColumn.Regency] = NameAt(areas, family, AreaLevel.Regency),
        [P3keColumn.District] = NameAt(areas, family, AreaLevel.District),
        [P3keColumn.Village] = NameAt(areas, family, AreaLevel.Village),
        [P3keColumn.AreaCode] = family.Village.Digits,
        [P3keColumn.Decile] = family.Decile.ToString(CultureInfo.InvariantCulture),
        [P3keColumn.Address] = family.Address,
        [P3keColumn.Nik] = person.Nik,
        [P3keColumn.CivilRegistry] = person.IsMatched is { } isMatched ? HousingWords.YesNo(isMatched) : "",
        [P3keColumn.Sex] = PersonWords.Sexes.Label(person.Sex),
        [P3keColumn.BirthDate] = person.Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        [P3keColumn.Occupation] = PersonWords.Occupations.Label(person.Occupation),
        [P3keColumn.Education] = PersonWords.Educations.Label(person.Education),
        [P3keColumn.Bpnt] = Receives(family, ListedAid.Bpnt),
        [P3keColumn.Bpum] = Receives(family, ListedAid.Bpum),
        [P3keColumn.Bst] = Receives(family, ListedAid.Bst),
        [P3keColumn.Pkh] = Receives(family, ListedAid.Pkh),
        [P3keColumn.Sembako] = Receives(family, ListedAid.Sembako),
        [P3keColumn.Stunting] = family.HasStuntingRisk ? "1" : "0",
    };

    // What offices know from their own files: a number ruined by a spreadsheet, a digit lost, a neighbour's village, a family twice.
    private static void Spoil(Dictionary<string, string> row, int kind)
    {
        var nik = row[P3keColumn.Nik];
        row[P3keColumn.FamilyId] = row[P3keColumn.FamilyId][..4] + FormattableString.Invariant($"29{kind:000000}");
        switch (kind % 4)
        {
            case 0:
                row[P3keColumn.Nik] = "6.40899E+15";
                break;
            case 1:
                row[P3keColumn.Nik] = nik.Length > 1 ? nik[..^1] : "640899";
                break;
            case 2:
                (row[P3keColumn.AreaCode], row[P3keColumn.Nik]) = ("1101012001", "");
                break;
            default:
                (row[P3keColumn.Decile], row[P3keColumn.Nik]) = ("0", "");
                break;
        }
    }

    private static string NameAt(AreaDirectory areas, DemoFamily family, AreaLevel level) => areas.ShortNameOf(family.Village.AtLevel(level)).ToUpperInvariant();

    private static string Receives(DemoFamily family, ListedAid aid) => HousingWords.YesNo(family.Aid.HasFlag(aid));

    internal static MemoryStream Write(ImportKind kind, IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        var columns = FileLayout.Of(kind).Columns;
        var stream = new MemoryStream();
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        writer.WriteLine(string.Join(',', columns));
        foreach (var row in rows)
            writer.WriteLine(string.Join(',', columns.Select(column => Quoted(row.GetValueOrDefault(column, "")))));
        writer.Flush();
        stream.Position = 0;
        return stream;
    }

    private static string Quoted(string value) => value.Contains(',', StringComparison.Ordinal) ? $"\"{value}\"" : value;
}
