using System.Globalization;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Households;

/// <summary>
/// The fields that sources are compared in, and their values as text: names, addresses and village codes as they are, answers about the house by their code. Personal numbers are not among
/// them: the civil registry's answer decides those.
/// </summary>
public static class FieldValues
{
    /// <summary>In the order of the form.</summary>
    public static IReadOnlyList<HouseholdField> Compared { get; } =
    [
        HouseholdField.HeadName, HouseholdField.Address, HouseholdField.Village, HouseholdField.Tenure, HouseholdField.Roof, HouseholdField.Wall, HouseholdField.Floor, HouseholdField.Lighting,
        HouseholdField.CookingFuel, HouseholdField.DrinkingWater, HouseholdField.Toilet, HouseholdField.HasSavings,
    ];

    public static string Word(HouseholdField field) => field switch
    {
        HouseholdField.HeadName => "Kepala keluarga",
        HouseholdField.Address => "Alamat",
        HouseholdField.Village => "Desa/kelurahan",
        HouseholdField.Tenure => "Kepemilikan rumah",
        HouseholdField.Roof => "Atap",
        HouseholdField.Wall => "Dinding",
        HouseholdField.Floor => "Lantai",
        HouseholdField.Lighting => "Penerangan",
        HouseholdField.CookingFuel => "Bahan bakar memasak",
        HouseholdField.DrinkingWater => "Sumber air minum",
        HouseholdField.Toilet => "Fasilitas buang air besar",
        HouseholdField.HasSavings => "Simpanan",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>A source by its name; null is the register, in which visits are.</summary>
    public static string Word(SourceList? list) => list?.Label() ?? "Register portal";

    /// <summary>What the register has; null where it knows nothing.</summary>
    public static string? TextOf(HouseholdFacts household, HouseholdField field) => field switch
    {
        HouseholdField.HeadName => household.HeadName,
        HouseholdField.Address => household.Address.Length == 0 ? null : household.Address,
        HouseholdField.Village => AreaCode.Parse(household.AreaCode).AtLevel(AreaLevel.Village).Stored,
        _ => CodeOf(household.Housing, field) is { } code ? Text(code) : null,
    };

    public static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Codes of a house's field that raise a need, alone or beside another, by the rules of the program: how large a difference is does not change with an office's rules. A difference between one of them and another code is large: it changes what the family is owed. Of names, addresses
    /// and savings there are none.
    /// </summary>
    public static IReadOnlyList<int> LackingCodes(HouseholdField field) => field switch
    {
        HouseholdField.Roof => Codes(NeedTerms.Given.PoorRoofs),
        HouseholdField.Wall => Codes(NeedTerms.Given.PoorWalls),
        HouseholdField.Floor => Codes(NeedTerms.Given.PoorFloors),
        HouseholdField.Lighting => Codes(NeedTerms.Given.PoorLightings),
        HouseholdField.DrinkingWater => Codes(NeedTerms.Given.PoorWaters),
        HouseholdField.Toilet => Codes(NeedTerms.Given.PoorToilets),
        _ => [],
    };

    /// <summary>A value in the words of the pages; of a village its code, which the page names.</summary>
    public static string Label(HouseholdField field, string value)
    {
        if (field is HouseholdField.HeadName or HouseholdField.Address or HouseholdField.Village || !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return value;
        var housing = Housing.Unknown.With(field, code);
        return field switch
        {
            HouseholdField.Tenure => HousingWords.Tenures.Label(housing.Tenure),
            HouseholdField.Roof => HousingWords.Roofs.Label(housing.Roof),
            HouseholdField.Wall => HousingWords.Walls.Label(housing.Wall),
            HouseholdField.Floor => HousingWords.Floors.Label(housing.Floor),
            HouseholdField.Lighting => HousingWords.Lightings.Label(housing.Lighting),
            HouseholdField.CookingFuel => HousingWords.CookingFuels.Label(housing.CookingFuel),
            HouseholdField.DrinkingWater => HousingWords.DrinkingWaters.Label(housing.DrinkingWater),
            HouseholdField.Toilet => HousingWords.Toilets.Label(housing.Toilet),
            _ => HousingWords.YesNo(housing.HasSavings),
        };
    }

    /// <summary>The house with one answer put into it; null takes it out.</summary>
    public static Housing With(this Housing housing, HouseholdField field, int? code) => field switch
    {
        HouseholdField.Tenure => housing with { Tenure = (HouseTenure?)code },
        HouseholdField.Roof => housing with { Roof = (RoofMaterial?)code },
        HouseholdField.Wall => housing with { Wall = (WallMaterial?)code },
        HouseholdField.Floor => housing with { Floor = (FloorMaterial?)code },
        HouseholdField.Lighting => housing with { Lighting = (LightingSource?)code },
        HouseholdField.CookingFuel => housing with { CookingFuel = (CookingFuel?)code },
        HouseholdField.DrinkingWater => housing with { DrinkingWater = (DrinkingWater?)code },
        HouseholdField.Toilet => housing with { Toilet = (ToiletFacility?)code },
        HouseholdField.HasSavings => housing with { HasSavings = code is null ? null : code == Yes },
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>Savings are written as the lists do: 1 yes, 2 no.</summary>
    public const int Yes = 1, No = 2;

    private static int? CodeOf(Housing housing, HouseholdField field) => housing.ValueOf(field) switch
    {
        null => null,
        bool has => has ? Yes : No,
        var value => Convert.ToInt32(value, CultureInfo.InvariantCulture),
    };

    private static int[] Codes<T>(CodeSet<T> lacks)
        where T : struct, Enum => [.. lacks.All.Select(value => Convert.ToInt32(value, CultureInfo.InvariantCulture))];
}
