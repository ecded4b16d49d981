using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Domain.Welfare;
using static TkpkdPortal.Demo.DemoProgram;

namespace TkpkdPortal.Demo.Places;

/// <summary>A city that updates its list by RT and RW, twice already: six basic needs, and what has become of them between two rounds.</summary>
internal static class Pontianak
{
    private static readonly (int District, int Families)[] Counts = [(1, 45), (2, 130), (3, 120), (4, 170), (5, 80), (6, 55)];

    public static DemoStory Story(AreaCode office, AreaDirectory areas) =>
        new(office, [.. Counts.SelectMany(count => DemoStory.Spread(areas, AreaCode.Parse(FormattableString.Invariant($"61.71.{count.District:00}")), count.Families, count.District is 2))])
        {
            MainVillage = AreaCode.Parse("61.71.02.1006"),
            FaultyRows = 9,
            Cases = 5,
            Locale = Locale,
            Programs = Programs,
            Meetings = Meetings,
            Figures = Figures,
            HasEarlierRound = true,
            Staff =
            [
                "Nuraini Kasim", "Hamzah Usman", "Zubaidah Hamid", "Iskandar Thamrin", "Yenny Halim", "Burhan Sabirin", "Syarif Alkadrie", "Ramlah Ibrahim", "Zulkifli Abdurrahman",
                "Endang Susanto", "Lina Wijaya",
            ],
        };

    private static DemoLocale Locale => new()
    {
        Peoples = [2, 14, 10, 4, 0, 0, 42, 12, 16],
        // Everybody catches the rain there.
        Houses = DemoHouses.InTheCity with { Walls = [30, 64, 3, 1, 2], Waters = [16, 34, 3, 3, 4, 8, 31, 1], Toilets = [36, 43, 18, 3] },
        NamesEveryRt = true,
        Streets = new Dictionary<string, IReadOnlyList<string>>
        {
            ["61.71.01"] = ["Jl. Tanjungpura", "Jl. Purnama", "Jl. Letjen Sutoyo", "Gg. Kamboja"],
            ["61.71.02"] = ["Jl. Tanjung Raya I", "Jl. Tanjung Raya II", "Jl. Panglima Aim", "Jl. Ya' M. Sabran", "Gg. Beting", "Gg. Kuantan", "Tepi Kapuas"],
            ["61.71.03"] = ["Jl. Kom Yos Sudarso", "Jl. H. Rais A. Rachman", "Jl. Tabrani Ahmad", "Gg. Pala"],
            ["61.71.04"] = ["Jl. Khatulistiwa", "Jl. Gusti Situt Mahmud", "Jl. Budi Utomo", "Jl. Selat Sumba", "Gg. Teluk Betung", "Tepi Landak"],
            ["61.71.05"] = ["Jl. Hasanuddin", "Jl. Merdeka Barat", "Jl. H.M. Suwignyo", "Gg. Bansir"],
            ["61.71.06"] = ["Jl. Imam Bonjol", "Jl. Parit H. Husin II", "Jl. Sepakat II", "Gg. Angket"],
        },
        OtherStreets = ["Gg. Bersama"],
    };

    private static IReadOnlyList<DemoProgram> Programs =>
    [
        CommonPrograms.Pkh, CommonPrograms.Sembako,
        new("dinsos", About("Bantuan pangan beras", AidStrategy.ReduceExpenses, FundSource.RegionalApbd, Need.Food) with { UnitCost = 150_000m, Unit = "10 kg" }, 40),
        new("dinkes", About("Iuran JKN penduduk miskin", AidStrategy.ReduceExpenses, FundSource.RegionalApbd, Need.HealthInsurance) with
            { BudgetCode = "1.02.02.2.02.0026", BudgetName = "Pengelolaan jaminan kesehatan masyarakat", Target = AidTarget.Person, UnitCost = 504_000m }, 45),
        new("opd", About("Jaminan sosial pekerja rentan", AidStrategy.ReduceExpenses, FundSource.Dbh, Need.Work) with { Target = AidTarget.Person, UnitCost = 201_600m }, 28),
        CommonPrograms.WorkTraining("Pelatihan tata boga dan alat usaha", 18),
        new("dinkop", About("KUR dan pendampingan UMKM", AidStrategy.RaiseIncome, FundSource.BankOrKur, Need.Business) with { Partner = "Bank Kalbar", UnitCost = 5_000_000m }, 10),
        CommonPrograms.DecentHouse("Bedah rumah", FundSource.RegionalApbd, 22_500_000m, 60), CommonPrograms.HouseConnection("Sambungan rumah air minum", 40),
        CommonPrograms.Latrines("Forum CSR Kota Pontianak", 22), CommonPrograms.ToddlerFood(45),
    ];

    private static IReadOnlyList<DemoMeeting> Meetings =>
    [
        new("Rakor Pemutakhiran Data Berbasis Kelurahan, RT, dan RW", -76, "Ruang Pontive Center", "Wakil Wali Kota selaku Ketua TKPKD", null,
            ["Pembukaan", "Peran camat dan lurah dalam pemutakhiran berkala", "Enam kebutuhan dasar setiap keluarga"]),
        new("Rakor Tim Koordinasi Penanggulangan Kemiskinan Daerah", 6, "Aula Sultan Syarif Abdurrahman, Kantor Wali Kota", "Wakil Wali Kota selaku Ketua TKPKD", "Dampak, bukan sekadar output",
            ["Pembukaan oleh Ketua TKPKD", "Hasil pemutakhiran menurut kelurahan, RW, dan RT", "Pangan, rumah, air bersih, sanitasi, jaminan sosial, dan kesehatan: yang berubah sejak putaran pertama",
                "Keluarga yang perlu ditangani per kasus", "Keterampilan, wirausaha, dan modal dari KUR, CSR, dan dana sosial", "Keputusan dan penutup"]),
    ];

    private static IReadOnlyList<DemoFigure> Figures =>
    [
        new(MacroIndicator.PoorShare, MacroScope.Office, 2021, 4.58m, "genpi kalbar"),
        new(MacroIndicator.PoorShare, MacroScope.Office, 2022, 4.46m, "genpi kalbar"),
        new(MacroIndicator.PoorShare, MacroScope.Office, 2023, 4.45m, "harianberkat"),
        new(MacroIndicator.PoorShare, MacroScope.Office, 2024, 4.2m, "kalbaronline"),
        new(MacroIndicator.PoorShare, MacroScope.Province, 2025, 6.16m, "borneoreview"),
        new(MacroIndicator.PovertyLine, MacroScope.Province, 2025, 622_882m, "borneoreview"),
    ];
}
