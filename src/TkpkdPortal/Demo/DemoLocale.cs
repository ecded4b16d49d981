using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.Demo;

/// <summary>How people live where a demo office is: names, streets and houses; weights, not counts.</summary>
public sealed record DemoLocale
{
    /// <summary>Of the peoples of <see cref="DemoNames"/>, in their order.</summary>
    public required IReadOnlyList<int> Peoples { get; init; }

    /// <summary>Streets of a kecamatan, by its code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Streets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Streets of every other kecamatan.</summary>
    public required IReadOnlyList<string> OtherStreets { get; init; }

    public DemoHouses Houses { get; init; } = DemoHouses.OnTheRivers;

    /// <summary>Lists of this office name RT and RW in every address; elsewhere some leave them out.</summary>
    public bool NamesEveryRt { get; init; }

    public IReadOnlyList<string> StreetsOf(AreaCode village) => Streets.GetValueOrDefault(village.AtLevel(AreaLevel.District).Official, OtherStreets);
}

/// <summary>Weights of the housing variables, each in the order of its code list (domain lists C–J).</summary>
public sealed record DemoHouses
{
    public IReadOnlyList<int> Tenures { get; init; } = [78, 3, 8, 9, 1, 1];

    public IReadOnlyList<int> Roofs { get; init; } = [1, 2, 57, 28, 1, 10, 1];

    public IReadOnlyList<int> Walls { get; init; } = [9, 83, 3, 3, 2];

    public IReadOnlyList<int> Floors { get; init; } = [5, 11, 77, 2, 3, 2];

    public IReadOnlyList<int> Lights { get; init; } = [50, 2, 19, 22, 7];

    public IReadOnlyList<int> Fuels { get; init; } = [44, 3, 52, 1];

    public IReadOnlyList<int> Waters { get; init; } = [6, 9, 8, 6, 10, 44, 16, 1];

    public IReadOnlyList<int> Toilets { get; init; } = [24, 37, 25, 14];

    /// <summary>Wood, zinc, rain and river water are common on the rivers and no sign by themselves.</summary>
    public static DemoHouses OnTheRivers { get; } = new();

    /// <summary>Cities: power and gas nearly everywhere, rented rooms, narrow houses on the water's edge.</summary>
    public static DemoHouses InTheCity { get; } = new()
    {
        Tenures = [52, 22, 9, 15, 1, 1],
        Roofs = [2, 8, 80, 6, 1, 2, 1],
        Walls = [34, 61, 3, 1, 1],
        Floors = [17, 31, 48, 1, 2, 1],
        Lights = [74, 4, 20, 1, 1],
        Fuels = [82, 3, 14, 1],
        Waters = [24, 46, 8, 6, 6, 7, 2, 1],
        Toilets = [41, 36, 20, 3],
    };
}
