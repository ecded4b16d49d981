using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Welfare;

/// <summary>
/// Which needs the known facts raise, so that every OPD finds the households that are its duty. First, narrow version of the rules:
/// they become dated data that the office edits (docs/decisions/0013-duty-by-need.md).
/// </summary>
public static class NeedRules
{
    public static Need Of(Housing housing, bool? stuntingRisk) =>
        When(Need.DecentHouse, housing.Floor is FloorMaterial.Earth || PoorParts(housing) >= 2)
        | When(Need.DrinkingWater, housing.DrinkingWater is { } water && IsLack(water))
        | When(Need.Sanitation, housing.Toilet is { } toilet && IsLack(toilet))
        | When(Need.Electricity, housing.Lighting is { } lighting && IsLack(lighting))
        | When(Need.Stunting, stuntingRisk is true);

    /// <summary>An answer about the house that raises a need, alone or beside another.</summary>
    public static bool IsLack(RoofMaterial roof) => roof is RoofMaterial.ThatchOrLeaf or RoofMaterial.Bamboo or RoofMaterial.Other;

    public static bool IsLack(WallMaterial wall) => wall is WallMaterial.Bamboo or WallMaterial.Zinc or WallMaterial.Other;

    public static bool IsLack(FloorMaterial floor) => floor is FloorMaterial.Earth or FloorMaterial.Bamboo or FloorMaterial.Other;

    public static bool IsLack(DrinkingWater water) => water is DrinkingWater.UnprotectedWell or DrinkingWater.SurfaceWater or DrinkingWater.Other;

    public static bool IsLack(ToiletFacility toilet) => toilet is not ToiletFacility.OwnWithSepticTank;

    public static bool IsLack(LightingSource lighting) => lighting is LightingSource.NoElectricity or LightingSource.SharedElectricity;

    /// <summary>Adds what one member raises at a day: school age out of school, working age without steady work, no NIK.</summary>
    public static Need Of(DateOnly? birthDate, Occupation? occupation, Education? education, bool hasNik, DateOnly on)
    {
        var need = When(Need.CivilDocuments, !hasNik);
        if (birthDate is not { } born)
            return need;
        var age = AgeOn(born, on);
        var isPupil = education is { } known && PersonWords.IsInSchool(known);
        return need
            | When(Need.Schooling, age is >= 7 and <= 18 && education is not null && !isPupil)
            | When(Need.Work, age is >= 18 and <= 59 && !isPupil && occupation is Occupation.NotWorking or Occupation.CasualWorker)
            | When(Need.Business, age >= 18 && occupation is Occupation.Trader or Occupation.SelfEmployed or Occupation.Farmer or Occupation.Fisher);
    }

    public static int AgeOn(DateOnly born, DateOnly on) =>
        on.Year - born.Year - ((on.Month, on.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);

    private static int PoorParts(Housing housing) =>
        (housing.Roof is { } roof && IsLack(roof) ? 1 : 0) + (housing.Wall is { } wall && IsLack(wall) ? 1 : 0) + (housing.Floor is { } floor && IsLack(floor) ? 1 : 0);

    private static Need When(Need need, bool holds) => holds ? need : Need.None;
}
