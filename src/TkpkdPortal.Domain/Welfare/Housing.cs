namespace TkpkdPortal.Domain.Welfare;

/// <summary>
/// How a household lives: nine variables of P3KE (lists C–J and savings). A value that no list and no visit gave is null, "belum diketahui",
/// and never counts as a need.
/// </summary>
public sealed record Housing
{
    public HouseTenure? Tenure { get; init; }

    public bool? HasSavings { get; init; }

    public RoofMaterial? Roof { get; init; }

    public WallMaterial? Wall { get; init; }

    public FloorMaterial? Floor { get; init; }

    public LightingSource? Lighting { get; init; }

    public CookingFuel? CookingFuel { get; init; }

    public DrinkingWater? DrinkingWater { get; init; }

    public ToiletFacility? Toilet { get; init; }

    public static Housing Unknown { get; } = new();

    /// <summary>The same, with what is unknown taken from elsewhere.</summary>
    public Housing FilledFrom(Housing other) => new()
    {
        Tenure = Tenure ?? other.Tenure,
        HasSavings = HasSavings ?? other.HasSavings,
        Roof = Roof ?? other.Roof,
        Wall = Wall ?? other.Wall,
        Floor = Floor ?? other.Floor,
        Lighting = Lighting ?? other.Lighting,
        CookingFuel = CookingFuel ?? other.CookingFuel,
        DrinkingWater = DrinkingWater ?? other.DrinkingWater,
        Toilet = Toilet ?? other.Toilet,
    };
}

/// <summary>House tenure, list C.</summary>
public enum HouseTenure
{
    Owned = 1,
    Rented = 2,
    RentFree = 3,
    SharedWithOthers = 4,
    Official = 5,
    Other = 6,
}

/// <summary>Roof, list D; wood shingle is normal on the rivers of Kalimantan and no sign of poverty.</summary>
public enum RoofMaterial
{
    Concrete = 1,
    Tile = 2,
    AsbestosOrZinc = 3,
    WoodShingle = 4,
    Bamboo = 5,
    ThatchOrLeaf = 6,
    Other = 7,
}

/// <summary>Outer wall, list E.</summary>
public enum WallMaterial
{
    Masonry = 1,
    WoodPlank = 2,
    Zinc = 3,
    Bamboo = 4,
    Other = 5,
}

/// <summary>Floor, list F.</summary>
public enum FloorMaterial
{
    TileOrStone = 1,
    Cement = 2,
    WoodPlank = 3,
    Bamboo = 4,
    Earth = 5,
    Other = 6,
}

/// <summary>Main source of light, list G.</summary>
public enum LightingSource
{
    OwnUpTo900Watt = 1,
    OwnAbove900Watt = 2,
    SharedElectricity = 3,
    GeneratorOrSolar = 4,
    NoElectricity = 5,
}

/// <summary>Fuel for cooking, list H.</summary>
public enum CookingFuel
{
    ElectricityOrGas = 1,
    Kerosene = 2,
    CharcoalOrWood = 3,
    Other = 4,
}

/// <summary>Source of drinking water, list I; rain water is improved in BPS's definition.</summary>
public enum DrinkingWater
{
    BottledOrRefill = 1,
    Piped = 2,
    DrilledWell = 3,
    ProtectedWell = 4,
    UnprotectedWell = 5,
    SurfaceWater = 6,
    RainWater = 7,
    Other = 8,
}

/// <summary>Toilet, list J.</summary>
public enum ToiletFacility
{
    OwnWithSepticTank = 1,
    OwnWithoutSepticTank = 2,
    PublicOrShared = 3,
    Other = 4,
}
