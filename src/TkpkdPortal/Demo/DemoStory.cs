using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.Demo;

/// <summary>Families of one village: how many, how large where the story says so, and whether the verification has begun there.</summary>
public sealed record DemoPlace(AreaCode Village, int Families, bool IsUnderVerification)
{
    /// <summary>Persons of each family where the story counts persons; empty where chance decides.</summary>
    public IReadOnlyList<int> Sizes { get; init; } = [];
}

/// <summary>Who lives where in a demo office, after the news of the office itself (shared counts of the five regions; all persons invented).</summary>
public sealed record DemoStory(AreaCode Office, IReadOnlyList<DemoPlace> Places)
{
    private const int OtherOffices = 600;

    /// <summary>Village of the demo's lurah and petugas: the one where the work is.</summary>
    public AreaCode MainVillage { get; init; } = Places.First(place => place.IsUnderVerification).Village;

    /// <summary>Weights of decile 1 to 4; a list of extremely poor persons has only the first.</summary>
    public IReadOnlyList<int> DecileWeights { get; init; } = [45, 25, 18, 12];

    /// <summary>Rows that cannot be loaded, so that there is something to mend.</summary>
    public int FaultyRows { get; init; }

    public static DemoStory Of(AreaCode office, AreaDirectory areas, int? families)
    {
        var story = office.Official switch
        {
            "64.08" => KutaiTimur(office, areas),
            "62.71" => PalangkaRaya(office),
            "64.72" => Anywhere(office, areas, "64.72.05.1003"),
            "61.71" => Anywhere(office, areas, null),
            _ => Anywhere(office, areas, null),
        };
        return families is { } wanted ? story with { Places = Scaled(story.Places, wanted), FaultyRows = Math.Min(story.FaultyRows, wanted / 50) } : story;
    }

    // ±5.000 KK, verified kecamatan by kecamatan from Muara Bengkal (400) and Muara Ancalong (more than 500).
    private static DemoStory KutaiTimur(AreaCode office, AreaDirectory areas)
    {
        (int District, int Families)[] counts =
        [
            (1, 520), (2, 216), (3, 400), (4, 367), (5, 943), (6, 138), (7, 136), (8, 156), (9, 687), (10, 153), (11, 231), (12, 256), (13, 114), (14, 165),
            (15, 140), (16, 123), (17, 156), (18, 99),
        ];
        var places = counts.SelectMany(count => Spread(areas, AreaCode.Parse(FormattableString.Invariant($"64.08.{count.District:00}")), count.Families, count.District is 1 or 3));
        return new DemoStory(office, [.. places]) { MainVillage = AreaCode.Parse("64.08.01.2003"), FaultyRows = 9 };
    }

    // 69 persons, 33 of them in Kameloh Baru.
    private static DemoStory PalangkaRaya(AreaCode office)
    {
        (string Village, int[] Sizes)[] counts =
        [
            ("62.71.04.1004", [4, 5, 3, 4, 2, 5, 4, 3, 3]), ("62.71.04.1005", [4, 3, 5, 2]), ("62.71.04.1003", [4, 4, 3, 2]), ("62.71.05.1001", [3, 2]), ("62.71.05.1004", [4]),
        ];
        return new DemoStory(office, [.. counts.Select(count => new DemoPlace(AreaCode.Parse(count.Village), count.Sizes.Length, true) { Sizes = count.Sizes })]) { DecileWeights = [1] };
    }

    private static DemoStory Anywhere(AreaCode office, AreaDirectory areas, string? mainVillage)
    {
        var regency = office.Level is AreaLevel.Province ? areas.Children(office).First() : office;
        var districts = areas.Children(regency).ToList();
        var main = mainVillage is null ? areas.Children(districts[0]).First() : AreaCode.Parse(mainVillage);
        var each = OtherOffices / districts.Count;
        var places = districts.SelectMany((district, i) => Spread(areas, district, i == 0 ? OtherOffices - (each * (districts.Count - 1)) : each, district.Contains(main)));
        return new DemoStory(office, [.. places]) { MainVillage = main, FaultyRows = 9 };
    }

    private static IEnumerable<DemoPlace> Spread(AreaDirectory areas, AreaCode district, int families, bool isUnderVerification)
    {
        var villages = areas.Children(district).ToList();
        return villages.Select((village, i) => new DemoPlace(village, (families / villages.Count) + (i < families % villages.Count ? 1 : 0), isUnderVerification));
    }

    // Largest remainder: the parts add up to what was asked for.
    private static List<DemoPlace> Scaled(IReadOnlyList<DemoPlace> places, int wanted)
    {
        var total = places.Sum(place => place.Families);
        var parts = places.Select(place => (Place: place, Exact: (decimal)place.Families * wanted / total)).ToList();
        var missing = wanted - parts.Sum(part => (int)part.Exact);
        var lucky = parts.OrderByDescending(part => part.Exact - (int)part.Exact).Take(missing).Select(part => part.Place).ToHashSet();
        return [.. parts.Select(part => new DemoPlace(part.Place.Village, (int)part.Exact + (lucky.Contains(part.Place) ? 1 : 0), part.Place.IsUnderVerification))];
    }
}
