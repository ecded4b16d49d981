using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.Dtsen;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.UnitTests.Domain.Imports;

public sealed class DtsenJudgeTests
{
    private static readonly AreaDirectory Areas = new(
    [
        ("64.", "Kalimantan Timur"), ("64.72.", "Kota Samarinda"), ("64.72.04.", "Samarinda Ilir"), ("64.72.04.1013.", "Sidodamai"), ("64.08.", "Kabupaten Kutai Timur"),
        ("64.08.03.", "Muara Ancalong"), ("64.08.03.2001.", "Kelinjau Ulu"),
    ]);

    private static readonly BpsCodes Bps = new(
    [
        new("6472020013", AreaCode.Parse("64.72.04.1013"), new DateOnly(2025, 1, 1)), new("6404010001", AreaCode.Parse("64.08.03.2001"), new DateOnly(2025, 1, 1)),
    ]);

    private static readonly Dictionary<string, string> Family = new()
    {
        [DtsenColumn.FamilyCard] = Given.Digits(place: "647299"),
        [DtsenColumn.HeadName] = "SITI AMINAH",
        [DtsenColumn.Address] = "GG. DAMAI RT 03 RW 02",
        [DtsenColumn.DistrictCode] = "6472020",
        [DtsenColumn.VillageCode] = "6472020013",
        [DtsenColumn.NationalDecile] = "2",
    };

    private static readonly Dictionary<string, string> Member = new()
    {
        [DtsenColumn.FamilyCard] = Given.Digits(place: "647299"),
        [DtsenColumn.Nik] = Given.Digits(place: "647299", birth: "520383"),
        [DtsenColumn.PersonName] = "SITI AMINAH",
        [DtsenColumn.BirthDate] = "1983-03-12",
        [DtsenColumn.Sex] = "Perempuan",
        [DtsenColumn.Relationship] = "Kepala keluarga",
    };

    [Fact]
    public void A_family_lies_in_the_village_that_its_BPS_code_means_and_both_codes_are_kept()
    {
        var row = JudgeFamily();

        Assert.Empty(row.Findings);
        Assert.Equal(("64.72.04.1013.002.003", "6472020013", "2"), (row.Area.Official, row.SourceAreaCode, row.Decile.Label));
    }

    // Ten digits both: read as Kemendagri's, 6472.02.0013 would be another village or none.
    [Theory]
    [InlineData("6472020", "6472020099", FindingKind.AreaUnknown)]
    [InlineData("6404010", "6404010001", FindingKind.AreaOutside)]
    [InlineData("6472020", "647202001", FindingKind.AreaFormat)]
    [InlineData("6472020", "", FindingKind.AreaFormat)]
    [InlineData("64.72.04", "64.72.04.1099", FindingKind.AreaUnknown)]
    public void A_village_that_is_none_of_the_office_keeps_the_row_out(string district, string village, string kind)
    {
        var row = JudgeFamily((DtsenColumn.DistrictCode, district), (DtsenColumn.VillageCode, village));

        Assert.Equal((FindingLevel.Error, kind), (Assert.Single(row.Findings).Level, row.Findings[0].Kind));
    }

    [Fact]
    public void An_unmapped_code_says_where_to_add_it() =>
        Assert.Contains("kode-bps.csv", JudgeFamily((DtsenColumn.VillageCode, "6472020099")).Findings[0].Message, StringComparison.Ordinal);

    [Fact]
    public void A_kecamatan_of_six_digits_gives_away_the_codes_of_Kemendagri()
    {
        var row = JudgeFamily((DtsenColumn.DistrictCode, "64.72.04"), (DtsenColumn.VillageCode, "64.72.04.1013"));

        Assert.Empty(row.Findings);
        Assert.StartsWith("64.72.04.1013", row.Area.Official, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", FindingKind.FamilyIdBlank)]
    [InlineData("647299", FindingKind.FamilyCardInvalid)]
    [InlineData("6.47299E+15", FindingKind.FamilyCardInvalid)]
    public void Without_a_good_card_number_a_family_is_not_loaded(string card, string kind) => Assert.Equal(kind, JudgeFamily((DtsenColumn.FamilyCard, card)).Findings[0].Kind);

    [Fact]
    public void A_card_number_in_the_form_of_a_womans_NIK_is_loaded_and_marked()
    {
        var row = JudgeFamily((DtsenColumn.FamilyCard, Given.Digits(place: "647299", birth: "520383")));

        Assert.Equal((FindingLevel.Warning, FindingKind.FamilyCardDoubtful, true), (row.Findings[0].Level, row.Findings[0].Kind, row.IsAccepted));
        Assert.Null(row.FamilyCard);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("4+")]
    [InlineData("")]
    public void The_national_decile_is_one_to_ten(string decile) => Assert.Equal(FindingKind.DecileInvalid, JudgeFamily((DtsenColumn.NationalDecile, decile)).Findings[0].Kind);

    [Theory]
    [InlineData(DtsenColumn.Floor, "Keramik", "Keramik/granit/marmer/ubin/tegel/teraso")]
    [InlineData(DtsenColumn.Roof, "Seng", "ASBES/SENG")]
    [InlineData(DtsenColumn.Wall, "Batang kayu", "Kayu/papan/gypsum/GRC")]
    [InlineData(DtsenColumn.DrinkingWater, "Air isi ulang", "Air kemasan/isi ulang")]
    [InlineData(DtsenColumn.CookingFuel, "Gas elpiji 3 kg", "Listrik/gas")]
    public void Fine_and_coarse_words_of_one_column_mean_the_same(string column, string fine, string coarse) =>
        Assert.Equal(JudgeFamily((column, fine)).Housing, JudgeFamily((column, coarse)).Housing);

    [Theory]
    [InlineData("Listrik PLN dengan meteran", "450", LightingSource.OwnUpTo900Watt)]
    [InlineData("Listrik PLN dengan meteran", "<= 900", LightingSource.OwnUpTo900Watt)]
    [InlineData("Listrik PLN dengan meteran", "1.300", LightingSource.OwnAbove900Watt)]
    [InlineData("Listrik PLN dengan meteran", "", null)]
    [InlineData("Listrik PLN tanpa meteran", "", LightingSource.SharedElectricity)]
    [InlineData("Bukan listrik", "", LightingSource.NoElectricity)]
    public void Light_needs_the_wattage_where_there_is_a_meter(string source, string wattage, LightingSource? light) =>
        Assert.Equal(light, JudgeFamily((DtsenColumn.Lighting, source), (DtsenColumn.Wattage, wattage)).Housing.Lighting);

    [Theory]
    [InlineData("Ada, hanya keluarga sendiri", "IPAL", ToiletFacility.OwnWithSepticTank)]
    [InlineData("Ada, hanya keluarga sendiri", "Tanpa tangki septik", ToiletFacility.OwnWithoutSepticTank)]
    [InlineData("Ada, hanya keluarga sendiri", "", null)]
    [InlineData("Ada, di MCK umum", "Tangki septik", ToiletFacility.PublicOrShared)]
    [InlineData("Tidak ada fasilitas", "", ToiletFacility.Other)]
    public void A_toilet_is_told_by_who_uses_it_and_where_it_leads(string facility, string sewage, ToiletFacility? toilet) =>
        Assert.Equal(toilet, JudgeFamily((DtsenColumn.Toilet, facility), (DtsenColumn.Sewage, sewage)).Housing.Toilet);

    [Fact]
    public void An_unknown_word_is_marked_and_makes_another_row()
    {
        var row = JudgeFamily((DtsenColumn.Roof, "Genting sokka"));

        Assert.Equal((FindingLevel.Warning, FindingKind.ValueUnknown, DtsenColumn.Roof), (row.Findings[0].Level, row.Findings[0].Kind, row.Findings[0].Column));
        Assert.Null(row.Housing.Roof);
        Assert.NotEqual(JudgeFamily().Canonical(), row.Canonical());
        Assert.NotEqual(JudgeFamily().Canonical(), JudgeFamily(("aset_bergerak_mobil", "Ya")).Canonical());
    }

    [Theory]
    [InlineData("Masih sekolah", "SMP", "SD/sederajat", Education.JuniorPupil)]
    [InlineData("Tidak bersekolah lagi", "SMA", "SMA/sederajat", Education.SeniorFinished)]
    [InlineData("Tidak bersekolah lagi", "SMP", "Tidak punya ijazah", Education.PrimaryFinished)]
    [InlineData("Tidak bersekolah lagi", "SD", "Tidak punya ijazah", Education.PrimaryUnfinished)]
    [InlineData("Tidak/belum pernah sekolah", "", "", Education.NeverSchooled)]
    [InlineData("", "", "", null)]
    public void Education_is_read_out_of_three_columns(string schooling, string level, string certificate, Education? education) =>
        Assert.Equal(education, DtsenWords.EducationOf(schooling, level, certificate));

    [Theory]
    [InlineData("Tidak", "Pensiunan", "", "", Occupation.Retired)]
    [InlineData("Tidak", "Petani", "", "", Occupation.NotWorking)]
    [InlineData("Ya", "Nelayan", "Berusaha sendiri", "Perikanan", Occupation.Fisher)]
    [InlineData("Ya", "Karyawan honorer", "Pekerja bebas non pertanian", "Jasa lainnya", Occupation.CasualWorker)]
    [InlineData("Ya", "", "Berusaha sendiri", "Perdagangan", Occupation.Trader)]
    [InlineData("Ya", "", "", "", null)]
    [InlineData("", "", "", "", null)]
    public void Occupation_is_the_word_of_the_card_or_what_status_and_trade_say(string works, string onCard, string status, string industry, Occupation? occupation) =>
        Assert.Equal(occupation, DtsenWords.OccupationOf(works, onCard, status, industry));

    [Fact]
    public void A_member_is_called_by_the_NIK_and_by_name_and_day_without_one()
    {
        var (known, unknown) = (JudgeMember(Member), JudgeMember(new Dictionary<string, string>(Member) { [DtsenColumn.Nik] = "" }));

        Assert.Empty(known.Findings);
        Assert.Equal(Member[DtsenColumn.Nik], known.PersonId);
        Assert.Equal(FindingKind.NikBlank, Assert.Single(unknown.Findings).Kind);
        Assert.Contains("SITI AMINAH|1983-03-12", unknown.PersonId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_person_twice_on_a_card_is_a_row_too_many_and_on_two_cards_waits()
    {
        var judge = Judge(ImportKind.DtsenPersons);
        var rows = new[] { Member, Member, new Dictionary<string, string>(Member) { [DtsenColumn.FamilyCard] = Given.Digits(place: "647299", sequence: "0002") } }
            .Select((cells, i) => judge.Judge(Record(ImportKind.DtsenPersons, i + 2, cells))).ToList();

        Assert.Equal(FindingKind.PersonIdDuplicate, Assert.Single(rows[1].Findings).Kind);
        Assert.Equal([2, 3, 4], judge.Close().Select(finding => finding.Row).Order());
    }

    private static JudgedRow JudgeFamily(params (string Column, string Text)[] cells)
    {
        var row = new Dictionary<string, string>(Family);
        foreach (var (column, text) in cells)
            row[column] = text;
        return Judge(ImportKind.DtsenFamilies).Judge(Record(ImportKind.DtsenFamilies, 2, row));
    }

    private static JudgedRow JudgeMember(Dictionary<string, string> cells) => Judge(ImportKind.DtsenPersons).Judge(Record(ImportKind.DtsenPersons, 2, cells));

    private static ListJudge Judge(ImportKind kind) => ListJudge.For(kind, Areas, Bps, AreaCode.Parse("64.72"), 2025,
        ColumnMap.Find(kind, [new RawRecord(1, [.. DtsenColumn.Of(kind).Select(column => new RawCell(column))])])!);

    private static RawRecord Record(ImportKind kind, int number, Dictionary<string, string> cells) =>
        new(number, [.. DtsenColumn.Of(kind).Select(column => new RawCell(cells.GetValueOrDefault(column, "")))]);
}
