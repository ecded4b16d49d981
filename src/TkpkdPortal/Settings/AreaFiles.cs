using CsvHelper;
using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.Settings;

/// <summary>
/// Reads the areas of Indonesia, province to desa and kelurahan, from idn-area-data 4.0.1 (data under ODbL 1.0, attribution on every page's
/// guide and in docs/README.md). The files come with the build and the published portal.
/// </summary>
public static class AreaFiles
{
    public const string Source = "idn-area-data 4.0.1";

    // The decree glues some names; people write them apart. Shown so, compared on letters alone.
    private static readonly Dictionary<string, string> ShownNames = new(StringComparer.Ordinal)
    {
        ["62.71."] = "Kota Palangka Raya",
    };

    private static readonly string[] Levels = ["provinces", "regencies", "districts", "villages"];

    public static AreaDirectory Load(string folder) => new(Levels.SelectMany(level => Read(Path.Combine(folder, level + ".csv"))));

    private static List<(string, string)> Read(string path)
    {
        using var csv = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',' });
        var areas = new List<(string, string)>();
        csv.ReadHeader();
        var (code, name) = (csv.GetFieldIndex("code"), csv.GetFieldIndex("name"));
        while (csv.Read())
        {
            var stored = csv.GetString(code) + ".";
            areas.Add((stored, ShownNames.GetValueOrDefault(stored, csv.GetString(name))));
        }
        return areas;
    }
}
