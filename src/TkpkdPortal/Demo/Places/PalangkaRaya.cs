using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Domain.Welfare;
using static TkpkdPortal.Demo.DemoProgram;

namespace TkpkdPortal.Demo.Places;

/// <summary>69 persons, 33 of them in Kameloh Baru; every OPD takes what is its duty.</summary>
internal static class PalangkaRaya
{
    private static readonly (string Village, int[] Sizes)[] Counts =
    [
        ("62.71.04.1004", [4, 5, 3, 4, 2, 5, 4, 3, 3]), ("62.71.04.1005", [4, 3, 5, 2]), ("62.71.04.1003", [4, 4, 3, 2]), ("62.71.05.1001", [3, 2]), ("62.71.05.1004", [4]),
    ];

    public static DemoStory Story(AreaCode office) =>
        new(office, [.. Counts.Select(count => new DemoPlace(AreaCode.Parse(count.Village), count.Sizes.Length, true) { Sizes = count.Sizes })])
        {
            // A list of extremely poor persons has only the first decile.
            DecileWeights = [1],
            Locale = Locale,
            Programs = Programs,
            Meetings = Meetings,
            Figures = Figures,
            Staff =
            [
                "Erna Tundan", "Yansen Mihing", "Rahmah Fauzi", "Rudolf Antang", "Ribka Sangen", "Hamdani Rasyid", "Elia Sawung", "Helmina Bungai", "Herson Lambung", "Sri Wibowo",
                "Selvi Garang",
            ],
        };

    private static DemoLocale Locale => new()
    {
        Peoples = [24, 12, 2, 0, 0, 62, 0, 0, 0],
        Streets = new Dictionary<string, IReadOnlyList<string>>
        {
            ["62.71.04"] = ["Tepi Sungai Kahayan", "Jl. Kameloh", "Tepi Sungai Sebangau", "Jl. Mangkuraya", "Gg. Rukun", "Titian Ulin"],
            ["62.71.05"] = ["Tepi Sungai Rungan", "Jl. Tjilik Riwut", "Gg. Huma Betang"],
        },
        OtherStreets = ["Jl. Tjilik Riwut", "Jl. G. Obos", "Jl. RTA Milono", "Gg. Rukun"],
    };

    private static IReadOnlyList<DemoProgram> Programs =>
    [
        CommonPrograms.RegionalFood, CommonPrograms.Pkh, CommonPrograms.ZakatParcels("BAZNAS Kota Palangka Raya"), CommonPrograms.WorkTraining("Pelatihan mebel 20 hari dan alatnya", 30),
        new("diskan", About("Keramba dan sarana tangkap", AidStrategy.RaiseIncome, FundSource.RegionalApbd, Need.Business) with { Unit = "paket" }, 22) { Goods = "Keramba, benih, dan pakan" },
        CommonPrograms.DecentHouse("Rehabilitasi rumah tidak layak huni", FundSource.ProvincialApbd, 20_000_000m, 60),
        CommonPrograms.HouseConnection("Sumur bor dan sambungan air minum", 25), CommonPrograms.Latrines("Forum CSR Kota Palangka Raya", 12), CommonPrograms.ToddlerFood(60),
    ];

    private static IReadOnlyList<DemoMeeting> Meetings =>
    [
        new("Rakor Kelengkapan Data Kemiskinan Ekstrem", -75, "Ruang rapat Bappeda", "Wakil Wali Kota selaku Ketua TKPK", null,
            ["Pembukaan", "Nama dan alamat keluarga dalam daftar", "Kelurahan yang lebih dahulu diverifikasi"]),
        new("Rakor Konsolidasi Intervensi Kemiskinan Ekstrem", 6, "Aula Peteng Karuhei, Kantor Wali Kota", "Wakil Wali Kota selaku Ketua TKPK", "Setiap OPD mengambil bagiannya",
            ["Pembukaan oleh Ketua TKPK", "Hasil verifikasi dan validasi menurut kelurahan", "Perumahan, air minum, dan sanitasi: bagian setiap OPD",
                "Bantuan yang sudah tersalur dan yang belum", "Keputusan dan penutup"]),
    ];

    private static IReadOnlyList<DemoFigure> Figures =>
    [
        new(MacroIndicator.PoorShare, MacroScope.Office, 2024, 3.52m, "penakalteng"),
        new(MacroIndicator.PoorPersons, MacroScope.Office, 2024, 10.7m, "penakalteng"),
        new(MacroIndicator.PoorShare, MacroScope.Province, 2025, 5.19m, "idntimes kaltim"),
    ];
}
