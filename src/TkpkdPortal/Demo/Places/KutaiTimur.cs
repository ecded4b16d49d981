using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Domain.Welfare;
using static TkpkdPortal.Demo.DemoProgram;

namespace TkpkdPortal.Demo.Places;

/// <summary>±5.000 KK, verified kecamatan by kecamatan from Muara Bengkal (400) and Muara Ancalong (more than 500); desa funds, and aid that overlaps.</summary>
internal static class KutaiTimur
{
    private static readonly (int District, int Families)[] Counts =
    [
        (1, 520), (2, 216), (3, 400), (4, 367), (5, 943), (6, 138), (7, 136), (8, 156), (9, 687), (10, 153), (11, 231), (12, 256), (13, 114), (14, 165),
        (15, 140), (16, 123), (17, 156), (18, 99),
    ];

    public static DemoStory Story(AreaCode office, AreaDirectory areas) =>
        new(office, [.. Counts.SelectMany(count => DemoStory.Spread(areas, AreaCode.Parse(FormattableString.Invariant($"64.08.{count.District:00}")), count.Families, count.District is 1 or 3))])
        {
            MainVillage = AreaCode.Parse("64.08.01.2003"),
            FaultyRows = 9,
            Round = new DemoRoundStory("Verval P3KE 2026", "Keputusan Bupati Kutai Timur Nomor 400.9/K.318/2026")
            {
                Ahead = [AreaCode.Parse("64.08.01.2001"), AreaCode.Parse("64.08.01.2002"), AreaCode.Parse("64.08.01.2004"), AreaCode.Parse("64.08.01.2006"), AreaCode.Parse("64.08.03.2001")],
            },
            Locale = Locale,
            Programs = Programs,
            Meetings = Meetings,
            Figures = Figures,
            Staff =
            [
                "Dewi Anggraini", "Rahmat Hidayat", "Siti Maulida", "Hendra Wijaya", "Fitriani Noor", "Yusran Effendi", "Lukas Jalung", "Norhayati Karim", "Bahtiar Mansyur",
                "Ratna Purnomo", "Agustina Liah",
            ],
        };

    private static DemoLocale Locale => new()
    {
        Peoples = [20, 22, 18, 18, 22, 0, 0, 0, 0],
        Streets = new Dictionary<string, IReadOnlyList<string>>
        {
            ["64.08.04"] = ["Jl. Yos Sudarso", "Jl. Dr. Soetomo", "Jl. Kabo", "Gg. Rukun", "Gg. Masjid"],
            ["64.08.12"] = ["Jl. Sangatta Lama", "Jl. Poros Sangatta–Bontang", "Gg. Damai", "Tepi Sungai"],
        },
        OtherStreets = ["Dusun I", "Dusun II", "Dusun III", "Jl. Poros", "Tepi Sungai", "Jl. Lintas", "Gg. Masjid", "Jl. Damai", "Gg. Rukun"],
    };

    private static IReadOnlyList<DemoProgram> Programs =>
    [
        CommonPrograms.RegionalFood, CommonPrograms.Pkh, CommonPrograms.ZakatParcels("BAZNAS Kutai Timur"),
        new("dpmd", About("BLT Dana Desa", AidStrategy.ReduceExpenses, FundSource.DanaDesa, Need.Food) with
            { BudgetCode = "2.13.02.2.01.0003", BudgetName = "Penyaluran BLT Desa", UnitCost = 900_000m, Ceiling = 2_000_000_000m }, 0),
        CommonPrograms.WorkTraining("Pelatihan las 20 hari dan alatnya", 30),
        new("distan", About("Bibit dan alat tani", AidStrategy.RaiseIncome, FundSource.RegionalApbd, Need.Business) with
            { BudgetCode = "3.27.02.2.01.0002", BudgetName = "Pengawasan penggunaan sarana pendukung pertanian", Unit = "paket", Groups = AidTargetGroup.Farmers }, 30) { Goods = "Bibit padi ladang dan alat semprot" },
        new("diskan", About("Sarana tangkap nelayan sungai", AidStrategy.RaiseIncome, FundSource.ProvincialApbd, Need.Business) with { Unit = "paket", Groups = AidTargetGroup.Fishers }, 40) { Goods = "Jaring dan mesin ketinting" },
        CommonPrograms.DecentHouse("Rehabilitasi rumah tidak layak huni", FundSource.ProvincialApbd, 20_000_000m, 60),
        CommonPrograms.HouseConnection("Sambungan air minum", 25), CommonPrograms.Latrines("Forum CSR Kutai Timur", 12),
    ];

    private static IReadOnlyList<DemoMeeting> Meetings =>
    [
        new("Rakor Kelengkapan Data Kemiskinan Ekstrem", -75, "Ruang rapat Bappeda", "Wakil Bupati selaku Ketua TKPKD", null,
            ["Pembukaan", "Daftar yang dimuat dan kelengkapannya", "Kecamatan yang lebih dahulu diverifikasi"]),
        new("Rakor Penyelarasan Data dan Optimalisasi Dana Desa", 6, "Ruang Meranti, Kantor Bupati, Sangatta", "Wakil Bupati selaku Ketua TKPKD", "Satu daftar, satu keluarga, satu catatan bantuan",
            ["Pembukaan oleh Ketua TKPKD", "Hasil verifikasi Muara Bengkal dan Muara Ancalong", "Bantuan yang tumpang tindih menurut OPD dan sumber dana",
                "Dana desa untuk keluarga miskin ekstrem", "Petani, nelayan, dan UMKM sebagai sasaran pemberdayaan", "Keputusan dan penutup"]),
    ];

    private static IReadOnlyList<DemoFigure> Figures =>
    [
        new(MacroIndicator.PoorShare, MacroScope.Office, 2024, 8.81m, "katakaltim"),
        new(MacroIndicator.PoorPersons, MacroScope.Office, 2024, 37.11m, "katakaltim"),
        new(MacroIndicator.PoorShare, MacroScope.Office, 2025, 8.07m, "katakaltim"),
        new(MacroIndicator.PoorPersons, MacroScope.Office, 2025, 34.91m, "katakaltim"),
        new(MacroIndicator.PovertyLine, MacroScope.Office, 2025, 753_332m, "katakaltim"),
        new(MacroIndicator.PoorShare, MacroScope.Province, 2025, 5.17m, "propublika"),
    ];
}
