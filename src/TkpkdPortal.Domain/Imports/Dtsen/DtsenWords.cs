using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Imports.Dtsen;

/// <summary>
/// The words of one DTSEN column with the canonical value that each means. Fine words and the coarse ones that DTSEN inherited from P3KE stand in
/// one column, so several words mean the same value; a word may be known and mean none of them.
/// </summary>
public sealed class ListWords<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, T?> _values = new(StringComparer.OrdinalIgnoreCase);

    public ListWords(params (T? Value, string[] Words)[] values)
    {
        foreach (var (value, words) in values)
        {
            foreach (var word in words)
                _values.Add(word, value);
        }
    }

    /// <summary>Word and meaning, in the order of the catalogue.</summary>
    public IEnumerable<(string Word, T? Value)> All => _values.Select(pair => (pair.Key, pair.Value));

    /// <summary>False for a word that the catalogue does not have.</summary>
    public bool TryRead(string word, out T? value) => _values.TryGetValue(word, out value);
}

/// <summary>The words of DTSEN in the canonical values (variable catalogue BNBA/DTSEN); decision 0034 says why each goes where it goes.</summary>
public static class DtsenWords
{
    public static ListWords<HouseTenure> Tenures { get; } = new(
        (HouseTenure.Owned, ["Milik sendiri"]), (HouseTenure.Rented, ["Kontrak/sewa"]), (HouseTenure.RentFree, ["Bebas sewa"]), (HouseTenure.Official, ["Dinas"]),
        (HouseTenure.Other, ["Lainnya"]));

    public static ListWords<FloorMaterial> Floors { get; } = new(
        (FloorMaterial.TileOrStone, ["Marmer/granit", "Keramik", "Parket/vinil/karpet", "Ubin/tegel/teraso", "Keramik/granit/marmer/ubin/tegel/teraso"]),
        (FloorMaterial.WoodPlank, ["Kayu/papan"]), (FloorMaterial.Cement, ["Semen/bata merah"]), (FloorMaterial.Bamboo, ["Bambu"]), (FloorMaterial.Earth, ["Tanah"]),
        (FloorMaterial.Other, ["Lainnya"]));

    public static ListWords<WallMaterial> Walls { get; } = new(
        (WallMaterial.Masonry, ["Tembok", "Plesteran anyaman bambu/kawat"]), (WallMaterial.WoodPlank, ["Kayu/papan/gypsum/GRC", "Batang kayu"]),
        (WallMaterial.Bamboo, ["Anyaman bambu", "Bambu"]), (WallMaterial.Other, ["Lainnya"]));

    public static ListWords<RoofMaterial> Roofs { get; } = new(
        (RoofMaterial.Concrete, ["Beton"]), (RoofMaterial.Tile, ["Genteng"]), (RoofMaterial.AsbestosOrZinc, ["Seng", "Asbes", "Asbes/seng"]), (RoofMaterial.Bamboo, ["Bambu"]),
        (RoofMaterial.WoodShingle, ["Kayu/sirap"]), (RoofMaterial.ThatchOrLeaf, ["Jerami/ijuk/daun-daunan/rumbia"]), (RoofMaterial.Other, ["Lainnya"]));

    public static ListWords<DrinkingWater> DrinkingWaters { get; } = new(
        (DrinkingWater.BottledOrRefill, ["Air kemasan bermerk", "Air isi ulang", "Air kemasan/isi ulang"]), (DrinkingWater.Piped, ["Leding"]),
        (DrinkingWater.DrilledWell, ["Sumur bor/pompa"]), (DrinkingWater.ProtectedWell, ["Sumur terlindung", "Mata air terlindung"]),
        (DrinkingWater.UnprotectedWell, ["Sumur tak terlindung", "Mata air tak terlindung"]),
        (DrinkingWater.SurfaceWater, ["Air permukaan (sungai/danau/waduk/kolam/irigasi)"]), (DrinkingWater.RainWater, ["Air hujan"]), (DrinkingWater.Other, ["Lainnya"]));

    public static ListWords<CookingFuel> CookingFuels { get; } = new(
        (CookingFuel.ElectricityOrGas, ["Listrik", "Gas elpiji 5,5 kg/blue gaz", "Gas elpiji 12 kg", "12 kg", "Gas elpiji 3 kg", "3 kg", "Gas kota/meteran PGN", "Biogas", "Listrik/gas"]),
        (CookingFuel.Kerosene, ["Minyak tanah"]), (CookingFuel.CharcoalOrWood, ["Briket", "Arang", "Kayu bakar"]), (CookingFuel.Other, ["Tidak memasak di rumah", "Lainnya"]));

    /// <summary>What the source alone says; a metered connection needs the wattage beside it.</summary>
    public static ListWords<LightingSource> Lightings { get; } = new(
        (null, [Metered]), (LightingSource.SharedElectricity, ["Listrik PLN tanpa meteran"]), (LightingSource.GeneratorOrSolar, ["Listrik non-PLN"]),
        (LightingSource.NoElectricity, ["Bukan listrik"]));

    public const string Metered = "Listrik PLN dengan meteran";

    public static ListWords<LightingSource> Wattages { get; } = new(
        (LightingSource.OwnUpTo900Watt, ["450", "900", "<= 900"]), (LightingSource.OwnAbove900Watt, ["1.300", "1300", "2.200", "2200", "> 2.200", "> 2.200 watt", "> 2200", "> 900"]));

    /// <summary>What the facility alone says; an own one needs the sewage beside it.</summary>
    public static ListWords<ToiletFacility> Toilets { get; } = new(
        (null, [OwnToilet]), (ToiletFacility.PublicOrShared, ["Ada, bersama keluarga tertentu", "Ada, di MCK komunal", "Ada, di MCK umum"]),
        (ToiletFacility.Other, ["Ada, tidak digunakan", "Tidak ada fasilitas"]));

    public const string OwnToilet = "Ada, hanya keluarga sendiri";

    public static ListWords<ToiletFacility> Sewages { get; } = new(
        (ToiletFacility.OwnWithSepticTank, ["Tangki septik", "IPAL"]),
        (ToiletFacility.OwnWithoutSepticTank, ["Kolam/sawah/sungai/danau/laut", "Lubang tanah", "Pantai/tanah lapang/kebun", "Lainnya", "Tanpa tangki septik"]));

    public static ListWords<Relationship> Relationships { get; } = new(
        (Relationship.Head, ["Kepala keluarga"]), (Relationship.Spouse, ["Istri/suami"]), (Relationship.Child, ["Anak"]),
        (Relationship.Other, ["Menantu", "Cucu", "Orangtua/mertua", "Pembantu/sopir", "Lainnya"]));

    public static ListWords<MaritalStatus> MaritalStatuses { get; } = new(
        (MaritalStatus.NeverMarried, ["Belum kawin"]), (MaritalStatus.Married, ["Kawin/nikah"]), (MaritalStatus.Divorced, ["Cerai hidup"]), (MaritalStatus.Widowed, ["Cerai mati"]));

    /// <summary>Words of columns that have no canonical value: known or not, and kept as they came.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Others { get; } = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal)
    {
        [DtsenColumn.ToiletBowl] = Set("Leher angsa", "Plengsengan dengan tutup", "Plengsengan tanpa tutup", "Cemplung/cubluk"),
        [DtsenColumn.Schooling] = Set(NeverInSchool, InSchool, OutOfSchool),
        [DtsenColumn.WorkStatus] = Set("Berusaha sendiri", "Berusaha dibantu buruh tidak tetap", "Berusaha dibantu buruh tetap", "Buruh/karyawan/pegawai swasta",
            "PNS/TNI/Polri/BUMN/BUMD/pejabat negara", "Pekerja bebas pertanian", "Pekerja bebas non pertanian", "Pekerja keluarga/tidak dibayar"),
        [DtsenColumn.Nutrition] = Set("Kurang gizi (wasting)", Stunted, "Tidak ada catatan", "Tidak tahu"),
        [DtsenColumn.Sadness] = Set("Sangat sering", "Sering", "Jarang", "Tidak pernah"),
    };

    public static IReadOnlySet<string> Functions { get; } =
        Set("Sama sekali tidak bisa", "Banyak kesulitan dan membutuhkan bantuan", "Sedikit kesulitan tanpa bantuan", "Tidak mengalami kesulitan");

    public const string NeverInSchool = "Tidak/belum pernah sekolah", InSchool = "Masih sekolah", OutOfSchool = "Tidak bersekolah lagi", Stunted = "Kerdil (stunting)";

    /// <summary>List B from what DTSEN says in three columns: whether the person goes to school, the highest level, the highest certificate.</summary>
    public static Education? EducationOf(string schooling, string level, string certificate)
    {
        if (Is(schooling, NeverInSchool))
            return Education.NeverSchooled;
        if (Is(schooling, InSchool))
        {
            return Rank(level) switch
            {
                1 => Education.PrimaryPupil,
                2 => Education.JuniorPupil,
                3 => Education.SeniorPupil,
                4 => Education.UniversityStudent,
                _ => null,
            };
        }
        if (!Is(schooling, OutOfSchool))
            return null;
        // Whoever sat in a higher school without its certificate has that of the one below.
        var finished = Rank(certificate) is > 0 and var rank ? rank : Rank(level) - 1;
        return finished switch
        {
            0 => Education.PrimaryUnfinished,
            1 => Education.PrimaryFinished,
            2 => Education.JuniorFinished,
            3 => Education.SeniorFinished,
            4 => Education.UniversityFinished,
            _ => null,
        };
    }

    /// <summary>List A: the card's word where it is one of the list, else from status and trade.</summary>
    public static Occupation? OccupationOf(string works, string onCard, string workStatus, string industry)
    {
        var isOnCard = PersonWords.Occupations.TryRead(onCard, out var written);
        if (Is(works, "Tidak"))
            return isOnCard && written is Occupation.Retired ? written : Occupation.NotWorking;
        if (isOnCard && !(Is(works, "Ya") && written is Occupation.NotWorking))
            return written;
        if (!Is(works, "Ya"))
            return null;
        var isOwn = workStatus.StartsWith("Berusaha", StringComparison.OrdinalIgnoreCase);
        if (industry.StartsWith("Perikanan", StringComparison.OrdinalIgnoreCase))
            return Occupation.Fisher;
        if (isOwn && industry.StartsWith("Pertanian", StringComparison.OrdinalIgnoreCase))
            return Occupation.Farmer;
        if (isOwn)
            return industry.StartsWith("Perdagangan", StringComparison.OrdinalIgnoreCase) ? Occupation.Trader : Occupation.SelfEmployed;
        if (workStatus.StartsWith("Pekerja bebas", StringComparison.OrdinalIgnoreCase))
            return Occupation.CasualWorker;
        return workStatus.StartsWith("Buruh", StringComparison.OrdinalIgnoreCase) ? Occupation.PrivateEmployee : workStatus.Length > 0 ? Occupation.Other : null;
    }

    private static int Rank(string level)
    {
        var word = level.Split('/')[0].Trim().ToUpperInvariant();
        return word switch
        {
            "SD" or "SDLB" or "MI" or "PAKET A" => 1,
            "SMP" or "SMPLB" or "MTS" or "PAKET B" => 2,
            "SMA" or "SMLB" or "SMALB" or "SMK" or "MA" or "MAK" or "PAKET C" => 3,
            "PERGURUAN TINGGI" or "D1" or "D2" or "D3" or "D4" or "S1" or "S2" or "S3" or "PROFESI" => 4,
            _ => 0,
        };
    }

    private static bool Is(string text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> Set(params string[] words) => new(words, StringComparer.OrdinalIgnoreCase);
}
