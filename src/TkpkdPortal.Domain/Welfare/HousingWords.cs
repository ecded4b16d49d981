using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Welfare;

/// <summary>The exact words of P3KE for the housing variables (Kepmenko PMK 30/2022, lists C–J), also used on pages and papers.</summary>
public static class HousingWords
{
    public static CodedValues<HouseTenure> Tenures { get; } = new(
        (HouseTenure.Owned, "Milik Sendiri"), (HouseTenure.Rented, "Kontrak/Sewa"), (HouseTenure.RentFree, "Bebas Sewa"),
        (HouseTenure.SharedWithOthers, "Menumpang"), (HouseTenure.Official, "Dinas"), (HouseTenure.Other, "Lainnya"));

    public static CodedValues<RoofMaterial> Roofs { get; } = new(
        (RoofMaterial.Concrete, "Beton"), (RoofMaterial.Tile, "Genteng"), (RoofMaterial.AsbestosOrZinc, "Asbes/Seng"),
        (RoofMaterial.WoodShingle, "Kayu/Sirap"), (RoofMaterial.Bamboo, "Bambu"), (RoofMaterial.ThatchOrLeaf, "Jerami/Ijuk/Rumbia/Daun-daunan"),
        (RoofMaterial.Other, "Lainnya"));

    public static CodedValues<WallMaterial> Walls { get; } = new(
        (WallMaterial.Masonry, "Tembok"), (WallMaterial.WoodPlank, "Kayu/Papan"), (WallMaterial.Zinc, "Seng"), (WallMaterial.Bamboo, "Bambu"),
        (WallMaterial.Other, "Lainnya"));

    public static CodedValues<FloorMaterial> Floors { get; } = new(
        (FloorMaterial.TileOrStone, "Keramik/Granit/Marmer/Ubin/Tegel/Teraso"), (FloorMaterial.Cement, "Semen"),
        (FloorMaterial.WoodPlank, "Kayu/Papan"), (FloorMaterial.Bamboo, "Bambu"), (FloorMaterial.Earth, "Tanah"), (FloorMaterial.Other, "Lainnya"));

    public static CodedValues<LightingSource> Lightings { get; } = new(
        (LightingSource.OwnUpTo900Watt, "Listrik Pribadi s/d 900 Watt"), (LightingSource.OwnAbove900Watt, "Listrik Pribadi > 900 Watt"),
        (LightingSource.SharedElectricity, "Listrik Bersama"), (LightingSource.GeneratorOrSolar, "Genset/solar cell"),
        (LightingSource.NoElectricity, "Non-Listrik"));

    public static CodedValues<CookingFuel> CookingFuels { get; } = new(
        (CookingFuel.ElectricityOrGas, "Listrik/Gas"), (CookingFuel.Kerosene, "Minyak Tanah"), (CookingFuel.CharcoalOrWood, "Arang/Kayu"),
        (CookingFuel.Other, "Lainnya"));

    public static CodedValues<DrinkingWater> DrinkingWaters { get; } = new(
        (DrinkingWater.BottledOrRefill, "Air Kemasan/Isi Ulang"), (DrinkingWater.Piped, "Ledeng/PAM"), (DrinkingWater.DrilledWell, "Sumur Bor"),
        (DrinkingWater.ProtectedWell, "Sumur Terlindung"), (DrinkingWater.UnprotectedWell, "Sumur Tidak Terlindung"),
        (DrinkingWater.SurfaceWater, "Air Permukaan (Sungai, Danau, dll)"), (DrinkingWater.RainWater, "Air Hujan"), (DrinkingWater.Other, "Lainnya"));

    public static CodedValues<ToiletFacility> Toilets { get; } = new(
        (ToiletFacility.OwnWithSepticTank, "Ya, dengan Septic Tank"), (ToiletFacility.OwnWithoutSepticTank, "Ya, tanpa Septic Tank"),
        (ToiletFacility.PublicOrShared, "Tidak, Jamban Umum/Bersama"), (ToiletFacility.Other, "Lainnya"));

    public static string YesNo(bool? value) => value switch { true => "Ya", false => "Tidak", null => "Belum diketahui" };
}
