using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.UnitTests.Domain.Imports;

public sealed class P3keJudgeTests
{
    [Fact]
    public void A_good_family_is_accepted_without_a_finding()
    {
        var row = Files.Family(P3keColumn.Roof, "genteng");

        Assert.Empty(row.Findings);
        Assert.True(row.IsAccepted);
        Assert.Equal(("64.08.03.2001.000.003", "1", RoofMaterial.Tile), (row.Area.Official, row.Decile.Label, row.Housing.Roof));
        Assert.Equal((Sex.Female, new DateOnly(1983, 3, 12), false), (row.Sex, row.BirthDate, row.StuntingRisk));
        Assert.Equal(Relationship.Head, row.Relationship);
    }

    [Theory]
    [InlineData(P3keColumn.FamilyId, "", FindingKind.FamilyIdBlank)]
    [InlineData(P3keColumn.AreaCode, "", FindingKind.AreaFormat)]
    [InlineData(P3keColumn.AreaCode, "640803200", FindingKind.AreaFormat)]
    [InlineData(P3keColumn.AreaCode, "64080320O1", FindingKind.AreaFormat)]
    [InlineData(P3keColumn.AreaCode, "6408032999", FindingKind.AreaUnknown)]
    [InlineData(P3keColumn.AreaCode, "64.72.01.1001", FindingKind.AreaOutside)]
    [InlineData(P3keColumn.Decile, "", FindingKind.DecileInvalid)]
    [InlineData(P3keColumn.Decile, "11", FindingKind.DecileInvalid)]
    [InlineData(P3keColumn.Stunting, "", FindingKind.StuntingInvalid)]
    [InlineData(P3keColumn.Stunting, "2", FindingKind.StuntingInvalid)]
    [InlineData(P3keColumn.Nik, "6.47299E+15", FindingKind.NikScientific)]
    [InlineData(P3keColumn.Nik, "64O8", FindingKind.NikLetters)]
    [InlineData(P3keColumn.Nik, "6408", FindingKind.NikLength)]
    public void An_error_keeps_the_row_out(string column, string text, string kind)
    {
        var row = Files.Family(column, text);

        Assert.Equal((FindingLevel.Error, kind, column), (row.Findings[0].Level, row.Findings[0].Kind, row.Findings[0].Column));
        Assert.True(row.IsRejected);
    }

    [Theory]
    [InlineData("100899", "520383", "0001", FindingKind.NikProvince)]
    [InlineData("640899", "320383", "0001", FindingKind.NikDate)]
    [InlineData("640899", "520383", "0000", FindingKind.NikSequence)]
    [InlineData("999999", "999999", "9999", FindingKind.NikUniform)]
    public void A_faulty_NIK_keeps_the_row_out_and_is_compared_with_nothing(string place, string birth, string sequence, string kind)
    {
        var row = Files.Family(P3keColumn.Nik, place + birth + sequence);

        Assert.Equal(kind, Assert.Single(row.Findings).Kind);
        Assert.Null(row.Nik);
    }

    [Theory]
    [InlineData(P3keColumn.Nik, "", FindingKind.NikBlank)]
    [InlineData(P3keColumn.BirthDate, "", FindingKind.BirthDateUnreadable)]
    [InlineData(P3keColumn.BirthDate, "kira-kira 1980", FindingKind.BirthDateUnreadable)]
    [InlineData(P3keColumn.BirthDate, "13/03/1983", FindingKind.NikBirthDateDiffers)]
    [InlineData(P3keColumn.Sex, "Laki-laki", FindingKind.NikSexDiffers)]
    [InlineData(P3keColumn.Sex, "P", FindingKind.ValueUnknown)]
    [InlineData(P3keColumn.CivilRegistry, "mungkin", FindingKind.ValueUnknown)]
    [InlineData(P3keColumn.Pkh, "1", FindingKind.ValueUnknown)]
    [InlineData(P3keColumn.Roof, "Rumbia", FindingKind.ValueUnknown)]
    [InlineData(P3keColumn.Village, "Kelinjau Ilir", FindingKind.AreaNameDiffers)]
    [InlineData(P3keColumn.Regency, "Kutai", FindingKind.AreaNameDiffers)]
    [InlineData(P3keColumn.Address, "=SUM(A1)", FindingKind.FormulaCell)]
    [InlineData(P3keColumn.HeadName, "@Siti", FindingKind.FormulaCell)]
    [InlineData(P3keColumn.Address, "<b>Jalan</b>", FindingKind.TextHtml)]
    [InlineData(P3keColumn.Address, "Jalan </b", FindingKind.TextHtml)]
    public void What_is_only_odd_is_loaded_and_marked(string column, string text, string kind)
    {
        var row = Files.Family(column, text);

        Assert.Equal((FindingLevel.Warning, kind), (Assert.Single(row.Findings).Level, row.Findings[0].Kind));
        Assert.True(row.IsAccepted);
    }

    [Theory]
    [InlineData(P3keColumn.Address, "-")]
    [InlineData(P3keColumn.Address, "Luas < 8 m")]
    [InlineData(P3keColumn.Address, "RT 3 <3")]
    [InlineData(P3keColumn.Village, "")]
    [InlineData(P3keColumn.Village, "Desa Kelinjau Ulu")]
    [InlineData(P3keColumn.Roof, "")]
    [InlineData(P3keColumn.CivilRegistry, "TIDAK PADAN")]
    [InlineData(P3keColumn.Decile, "4+")]
    [InlineData(P3keColumn.Stunting, "ya")]
    [InlineData(P3keColumn.AreaCode, "64.08.03.2001")]
    [InlineData(P3keColumn.Education, "masih sd")]
    [InlineData(P3keColumn.BirthDate, "12 maret 1983")]
    public void What_a_list_may_say_is_no_finding(string column, string text) => Assert.Empty(Files.Family(column, text).Findings);

    [Theory]
    [InlineData("1923-12-31", null)]
    [InlineData("1922-12-31", FindingKind.AgeImplausible)]
    [InlineData("2008-12-31", null)]
    [InlineData("2009-01-01", FindingKind.AgeImplausible)]
    public void A_head_is_between_fifteen_and_a_hundred_on_the_last_day_of_the_data_year(string born, string? kind)
    {
        var row = Files.Judge().Judge(Files.Record(ImportKind.P3keFamilies, 2, (P3keColumn.BirthDate, new RawCell(born)), (P3keColumn.Nik, RawCell.Empty)));

        Assert.Equal(kind, row.Findings.SingleOrDefault(finding => finding.Kind != FindingKind.NikBlank)?.Kind);
    }

    [Fact]
    public void A_child_may_be_younger_than_a_head()
    {
        var row = Files.Judge(ImportKind.P3kePersons).Judge(Files.Record(ImportKind.P3kePersons, 2, (P3keColumn.BirthDate, new RawCell("2020-01-01")),
            (P3keColumn.Relationship, new RawCell("Anak")), (P3keColumn.Nik, RawCell.Empty)));

        Assert.Equal(FindingKind.NikBlank, Assert.Single(row.Findings).Kind);
    }

    [Fact]
    public void A_NIK_out_of_a_number_cell_is_perhaps_damaged()
    {
        Assert.Equal(FindingKind.NikNumeric, Assert.Single(Files.Family(P3keColumn.Nik, new RawCell(Given.Digits(birth: "520383"), IsNumeric: true)).Findings).Kind);
        Assert.Equal(FindingKind.NikNumeric, Assert.Single(Files.Family(P3keColumn.Nik, Given.Digits(birth: "520383", sequence: "0010") + ".0").Findings).Kind);
        Assert.Empty(Files.Family(P3keColumn.Nik, "'" + Given.Digits(birth: "520383") + ".0").Findings);
    }

    [Fact]
    public void A_formula_cell_is_marked_and_its_text_is_kept() =>
        Assert.Equal(FindingKind.FormulaCell, Assert.Single(Files.Family(P3keColumn.Address, new RawCell("Jalan", IsFormula: true)).Findings).Kind);

    [Fact]
    public void A_text_is_cut_at_five_hundred_letters()
    {
        var row = Files.Family(P3keColumn.Address, new string('a', 501));

        Assert.Equal((FindingKind.TextTooLong, 500), (Assert.Single(row.Findings).Kind, row.Address.Length));
        Assert.Empty(Files.Family(P3keColumn.Address, new string('a', 500)).Findings);
    }

    [Fact]
    public void A_family_id_that_comes_again_is_kept_out_and_the_first_row_stays_good()
    {
        var judge = Files.Judge();
        var first = judge.Judge(Files.Record(ImportKind.P3keFamilies, 2));

        var second = judge.Judge(Files.Record(ImportKind.P3keFamilies, 3));

        Assert.True(first.IsAccepted);
        Assert.Equal(FindingKind.FamilyIdDuplicate, Assert.Single(second.Findings).Kind);
        Assert.Empty(judge.Close());
        Assert.Equal(1, judge.FamilyCount);
    }

    [Fact]
    public void All_rows_with_a_NIK_that_stands_in_two_families_wait_for_a_person()
    {
        var judge = Files.Judge();
        for (var row = 2; row <= 4; row++)
            judge.Judge(Files.Record(ImportKind.P3keFamilies, row, (P3keColumn.FamilyId, new RawCell($"{row}"))));

        var shared = judge.Close().ToList();

        Assert.Equal([2, 3, 4], shared.Select(finding => finding.Row));
        Assert.All(shared, finding => Assert.Equal((FindingLevel.Review, FindingKind.NikDuplicate), (finding.Finding.Level, finding.Finding.Kind)));
        Assert.Contains("baris 3 dan 4", shared[0].Finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_one_family_share_its_id_and_a_person_id_stands_once()
    {
        var judge = Files.Judge(ImportKind.P3kePersons);
        judge.Judge(Files.Record(ImportKind.P3kePersons, 2));

        var twin = judge.Judge(Files.Record(ImportKind.P3kePersons, 3, (P3keColumn.Nik, RawCell.Empty)));
        var nobody = judge.Judge(Files.Record(ImportKind.P3kePersons, 4, (P3keColumn.Nik, RawCell.Empty), (P3keColumn.PersonId, RawCell.Empty)));

        Assert.Equal(FindingKind.PersonIdDuplicate, Assert.Single(twin.Findings, finding => finding.Level is FindingLevel.Error).Kind);
        Assert.Equal(FindingKind.PersonIdBlank, Assert.Single(nobody.Findings, finding => finding.Level is FindingLevel.Error).Kind);
        Assert.Equal(1, judge.FamilyCount);
    }

    [Fact]
    public void A_NIK_whose_place_is_in_no_list_is_counted_and_no_finding()
    {
        var judge = Files.Judge();

        Assert.Empty(judge.Judge(Files.Record(ImportKind.P3keFamilies, 2)).Findings);
        judge.Judge(Files.Record(ImportKind.P3keFamilies, 3, (P3keColumn.FamilyId, new RawCell("2")), (P3keColumn.Nik, RawCell.Empty)));

        Assert.Equal(1, judge.NikAreaUnknown);
    }

    [Fact]
    public void Aid_that_a_list_names_is_kept_as_its_statement()
    {
        var row = Files.Judge().Judge(Files.Record(ImportKind.P3keFamilies, 2, (P3keColumn.Pkh, new RawCell("Ya")), (P3keColumn.Bst, new RawCell("ya")),
            (P3keColumn.Bpnt, new RawCell("Tidak"))));

        Assert.Equal(ListedAid.Pkh | ListedAid.Bst, row.Aid);
    }

    [Fact]
    public void No_message_of_a_finding_repeats_a_number()
    {
        var number = Given.Digits(birth: "320383");
        var judge = Files.Judge();
        var rows = new[] { number, "6.47299E+15", Given.Digits(birth: "520383"), Given.Digits(birth: "520383") }.Select((nik, index) =>
            judge.Judge(Files.Record(ImportKind.P3keFamilies, index + 2, (P3keColumn.FamilyId, new RawCell($"{index}")), (P3keColumn.Nik, new RawCell(nik))))).ToList();

        var messages = rows.SelectMany(row => row.Findings).Concat(judge.Close().Select(shared => shared.Finding)).Select(finding => finding.Message).ToList();

        Assert.Equal(4, messages.Count);
        Assert.All(messages, message => Assert.DoesNotContain("640899", message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_row_is_the_same_whatever_file_it_came_in()
    {
        var typed = Files.Family(P3keColumn.BirthDate, "12 Maret 1983").Canonical();

        Assert.Equal(typed, Files.Family(P3keColumn.BirthDate, new RawCell("30387", IsNumeric: true)).Canonical());
        Assert.NotEqual(typed, Files.Family(P3keColumn.BirthDate, "13 Maret 1983").Canonical());
        Assert.NotEqual(Files.Family(P3keColumn.Roof, "Rumbia").Canonical(), Files.Family(P3keColumn.Roof, "Nipah").Canonical());
    }

    [Fact]
    public void A_blank_record_is_no_row_and_a_formula_is_never_blank()
    {
        Assert.True(new RawRecord(5, [new(" "), new("\u00a0")]).IsBlank);
        Assert.False(new RawRecord(5, [new("", IsFormula: true)]).IsBlank);
        Assert.Equal(RawCell.Empty, new RawRecord(5, [new("a")])[7]);
        Assert.Equal(RawCell.Empty, new RawRecord(5, [new("a")])[-1]);
    }

    [Fact]
    public void A_person_is_judged_by_the_columns_of_persons()
    {
        var row = Files.Person(P3keColumn.MaritalStatus, "kawin");

        Assert.Empty(row.Findings);
        Assert.Equal((MaritalStatus.Married, "10"), (row.MaritalStatus, row.PersonId));
        Assert.Equal(FindingKind.ValueUnknown, Assert.Single(Files.Person(P3keColumn.AgeBands[0], "1").Findings).Kind);
        Assert.Equal(AreaLevel.Rt, row.Area.Level);
    }
}
