using TkpkdPortal.Demo.Places;
using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.Demo;

/// <summary>Families of one village: how many, how large where the story says so, and whether the verification has begun there.</summary>
public sealed record DemoPlace(AreaCode Village, int Families, bool IsUnderVerification)
{
    /// <summary>Persons of each family where the story counts persons; empty where chance decides.</summary>
    public IReadOnlyList<int> Sizes { get; init; } = [];
}

/// <summary>Who lives where in a demo office, who works there and on what, after the news of the office itself (shared counts of the regions; all persons invented).</summary>
public sealed record DemoStory(AreaCode Office, IReadOnlyList<DemoPlace> Places)
{
    /// <summary>Village of the demo's lurah and petugas: the one where the work is.</summary>
    public AreaCode MainVillage { get; init; } = Places.First(place => place.IsUnderVerification).Village;

    /// <summary>Weights of decile 1 to 4.</summary>
    public IReadOnlyList<int> DecileWeights { get; init; } = [45, 25, 18, 12];

    /// <summary>Rows that cannot be loaded, so that there is something to mend.</summary>
    public int FaultyRows { get; init; }

    public required DemoLocale Locale { get; init; }

    public required IReadOnlyList<DemoProgram> Programs { get; init; }

    public required IReadOnlyList<DemoMeeting> Meetings { get; init; }

    /// <summary>What BPS says of the place, the oldest first.</summary>
    public IReadOnlyList<DemoFigure> Figures { get; init; } = [];

    /// <summary>Names behind the accounts of <see cref="DemoAccounts.Of"/>, in their order.</summary>
    public required IReadOnlyList<string> Staff { get; init; }

    /// <summary>The round in which the families under verification are visited; without one they are visited all the same.</summary>
    public DemoRoundStory? Round { get; init; }

    /// <summary>DTSEN has come as well, and tells part of the same families otherwise.</summary>
    public bool HasSecondList { get; init; }

    /// <summary>The families under verification were met once before, so that two rounds can be compared.</summary>
    public bool HasEarlierRound { get; init; }

    /// <summary>Families of the main village that are helped case by case.</summary>
    public int Cases { get; init; } = 2;

    /// <summary>One visited family in so many lives otherwise than the list says, in each of three variables.</summary>
    public int DiffersOneIn { get; init; } = 7;

    public static DemoStory Of(AreaCode office, AreaDirectory areas, int? families)
    {
        var story = office.Official switch
        {
            "64.08" => KutaiTimur.Story(office, areas),
            "62.71" => PalangkaRaya.Story(office),
            "64.72" => Samarinda.Story(office, areas),
            "61.71" => Pontianak.Story(office, areas),
            _ => ElsewhereInIndonesia.Story(office, areas),
        };
        return families is { } wanted ? story with { Places = Scaled(story.Places, wanted), FaultyRows = Math.Min(story.FaultyRows, wanted / 50) } : story;
    }

    /// <summary>So many families over the villages of a kecamatan, alike.</summary>
    internal static IEnumerable<DemoPlace> Spread(AreaDirectory areas, AreaCode district, int families, bool isUnderVerification)
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
