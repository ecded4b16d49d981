using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Domain.Welfare;
using static TkpkdPortal.Demo.DemoProgram;

namespace TkpkdPortal.Demo.Places;

/// <summary>A city whose lists disagree with what its kelurahan see: Sidodamai and the rest of Samarinda Ilir verify.</summary>
internal static class Samarinda
{
    private static readonly (int District, int Families)[] Counts = [(1, 70), (2, 60), (3, 75), (4, 85), (5, 80), (6, 80), (7, 55), (8, 60), (9, 15), (10, 20)];

    public static DemoStory Story(AreaCode office, AreaDirectory areas) =>
        new(office, [.. Counts.SelectMany(count => DemoStory.Spread(areas, AreaCode.Parse(FormattableString.Invariant($"64.72.{count.District:00}")), count.Families, count.District is 4))])
        {
            MainVillage = AreaCode.Parse("64.72.04.1013"),
            FaultyRows = 9,
            Locale = Locale,
            Programs = Programs,
            Meetings = Meetings,
            Figures = Figures,
            DiffersOneIn = 3,
            HasSecondList = true,
            Staff =
            [
                "Rusmini Hadi", "Muhammad Arifin", "Hatijah Saleh", "Syamsul Bakri", "Lestari Nugroho", "Darmansyah Ishak", "Jumri Efendi", "Masniah Ridwan", "Sabran Alimuddin",
                "Partini Hartono", "Noraini Zainal",
            ],
        };

    private static DemoLocale Locale => new()
    {
        Peoples = [38, 24, 20, 2, 14, 0, 0, 2, 0],
        Houses = DemoHouses.InTheCity,
        Streets = new Dictionary<string, IReadOnlyList<string>>
        {
            ["64.72.01"] = ["Jl. Trikora", "Jl. Ampera", "Jl. Gotong Royong", "Gg. Handil"],
            ["64.72.02"] = ["Jl. Bung Tomo", "Jl. Sultan Hasanuddin", "Jl. Pangeran Bendahara", "Gg. Tenun"],
            ["64.72.03"] = ["Jl. Pangeran Antasari", "Jl. Ir. H. Juanda", "Jl. Kadrie Oening", "Jl. Siradj Salman", "Gg. Tepian"],
            ["64.72.04"] = ["Jl. Otto Iskandardinata", "Jl. Damai", "Jl. Lumba-Lumba", "Jl. Biawan", "Jl. Jelawat", "Gg. Keluarga", "Gg. Ulin"],
            ["64.72.05"] = ["Jl. D.I. Panjaitan", "Jl. Padat Karya", "Jl. P.M. Noor", "Jl. Wahid Hasyim", "Gg. Tani"],
            ["64.72.06"] = ["Jl. Slamet Riyadi", "Jl. Untung Suropati", "Jl. Jakarta", "Jl. M.T. Haryono", "Gg. Karya"],
            ["64.72.07"] = ["Jl. Sultan Sulaiman", "Jl. Sultan Alimuddin", "Jl. Sejati", "Gg. Sawah"],
            ["64.72.08"] = ["Jl. Gerilya", "Jl. Lambung Mangkurat", "Jl. Pelita", "Jl. Remaja", "Gg. Bersama"],
            ["64.72.09"] = ["Jl. Mulawarman", "Jl. K.H. Agus Salim", "Jl. Pelabuhan", "Tepi Karang Mumus"],
            ["64.72.10"] = ["Jl. K.H. Harun Nafsi", "Jl. Cipto Mangunkusumo", "Jl. H.A.M.M. Rifaddin", "Gg. Harapan"],
        },
        OtherStreets = ["Gg. Rukun", "Gg. Damai"],
    };

    private static IReadOnlyList<DemoProgram> Programs =>
    [
        CommonPrograms.Pkh, CommonPrograms.Sembako, CommonPrograms.RegionalFood, CommonPrograms.ZakatParcels("BAZNAS Kota Samarinda"),
        new("disdik", About("Orang tua asuh", AidStrategy.ReduceExpenses, FundSource.SelfHelp, Need.Schooling) with { Target = AidTarget.Person, Partner = "Orang tua asuh (ASN dan warga)", UnitCost = 1_200_000m }, 35),
        CommonPrograms.WorkTraining("Pelatihan montir dan alat kerja", 25),
        new("dinkop", About("Bantuan usaha mikro", AidStrategy.RaiseIncome, FundSource.RegionalApbd, Need.Business) with
            { BudgetCode = "2.17.07.2.01.0001", BudgetName = "Pemberdayaan usaha mikro", UnitCost = 2_500_000m }, 18),
        CommonPrograms.DecentHouse("Rehabilitasi rumah tidak layak huni", FundSource.RegionalApbd, 25_000_000m, 55),
        CommonPrograms.HouseConnection("Sambungan rumah air minum", 30), CommonPrograms.Latrines("Forum TJSL Kota Samarinda", 15), CommonPrograms.ToddlerFood(40),
    ];

    private static IReadOnlyList<DemoMeeting> Meetings =>
    [
        new("Rakor Ketidakselarasan Data Kemiskinan", -75, "Ruang rapat Bappeda", "Wakil Wali Kota selaku Ketua TKPK", null,
            ["Pembukaan", "Daftar yang dimuat dan yang berbeda dengan lapangan", "Kelurahan yang lebih dahulu memverifikasi"]),
        new("Rakor Optimalisasi Pelaksanaan Pengentasan Kemiskinan dan Penghapusan Kemiskinan Ekstrem", 6, "Ruang Mangkupelas, Balai Kota Samarinda", "Wakil Wali Kota selaku Ketua TKPK",
            "Data yang selaras, bantuan yang tepat",
            ["Pembukaan oleh Ketua TKPK", "Ketidakselarasan data: daftar dan hasil kunjungan", "Efektivitas penyaluran bantuan menurut OPD", "Kolaborasi antarinstansi dan peran kelurahan",
                "Keputusan dan penutup"]),
    ];

    private static IReadOnlyList<DemoFigure> Figures =>
    [
        new(MacroIndicator.PoorShare, MacroScope.Office, 2022, 4.85m, "katakaltim"),
        new(MacroIndicator.GapIndex, MacroScope.Office, 2023, 0.75m, "katakaltim"),
        new(MacroIndicator.SeverityIndex, MacroScope.Office, 2023, 0.16m, "katakaltim"),
        new(MacroIndicator.PoorShare, MacroScope.Office, 2023, 4.81m, "katakaltim"),
        new(MacroIndicator.PoorShare, MacroScope.Office, 2024, 4.3m, "databoks"),
        new(MacroIndicator.PoorPersons, MacroScope.Office, 2024, 37.8m, "databoks"),
        new(MacroIndicator.PoorShare, MacroScope.Province, 2025, 5.17m, "propublika"),
    ];
}
