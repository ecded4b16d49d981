using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Domain.Imports.Sheets;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.UnitTests.Domain.Imports.Sheets;

public sealed class VerificationJudgeTests
{
    private static readonly string Good = Given.Digits(birth: "520383");

    [Theory]
    [InlineData("")]
    [InlineData("64089952038300")]
    [InlineData("6,40899E+15")]
    public void A_good_correction_of_a_blank_or_faulty_number_is_used_and_the_fault_is_not_reported(string written)
    {
        var row = Judge((P3keColumn.Nik, written), (SheetColumn.NikCorrection, Good));

        Assert.Equal([FindingKind.NikCorrected], row.Findings.Select(finding => finding.Kind));
        Assert.Equal((Good, true), (row.Nik?.Digits, row.Statement?.IsNikCorrected));
    }

    [Fact]
    public void A_faulty_correction_changes_nothing()
    {
        var row = Judge((P3keColumn.Nik, "123"), (SheetColumn.NikCorrection, "456"));

        Assert.Equal([FindingKind.NikLength], row.Findings.Select(finding => finding.Kind));
        Assert.False(row.Statement?.IsNikCorrected);
    }

    [Fact]
    public void A_corrected_name_is_the_name_and_the_one_before_stays_beside_it()
    {
        var row = Judge((SheetColumn.NameCorrection, "SITI AMINAH"));

        Assert.Equal(("SITI AMINAH", "SITI UJI"), (row.Name, row.Statement?.NameBefore));
    }

    [Fact]
    public void What_was_found_and_decided_is_kept_with_the_house_and_the_place()
    {
        var row = Judge((SheetColumn.Presence, "Ditemukan"), (SheetColumn.MeetsCriteria, "Tidak"), (SheetColumn.Reason, "Sudah mampu"), (P3keColumn.Floor, "Tanah"),
            (SheetColumn.FamilyCard, "6408991203830004"), (SheetColumn.Rt, "24"), (SheetColumn.Rw, "4"));

        Assert.Equal((SheetPresence.Found, false, "Sudah mampu", FloorMaterial.Earth), (row.Statement?.Presence, row.Statement?.MeetsCriteria, row.Statement?.Reason, row.Statement?.Housing.Floor));
        Assert.Equal(("6408991203830004", "64.08.03.2001.004.024."), (row.FamilyCard?.Digits, row.Area.Stored));
    }

    [Fact]
    public void A_blank_answer_is_no_finding_and_an_unknown_one_is_told()
    {
        Assert.Empty(Judge((SheetColumn.Presence, ""), (SheetColumn.MeetsCriteria, "")).Findings);
        Assert.Equal([FindingKind.ValueUnknown], Judge((SheetColumn.Presence, "Mungkin")).Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public void A_number_of_a_person_in_a_remark_is_blotted_out() => Assert.Equal("tetangga [nomor]", Judge((SheetColumn.Note, $"tetangga {Good}")).Statement?.Note);

    private static JudgedRow Judge(params (string Column, string Text)[] cells)
    {
        var good = new Dictionary<string, string>
        {
            [P3keColumn.FamilyId] = "1",
            [P3keColumn.AreaCode] = "6408032001",
            [P3keColumn.Decile] = "1",
            [P3keColumn.Address] = "Jalan Poros",
            [P3keColumn.PersonId] = "10",
            [P3keColumn.PersonName] = "SITI UJI",
            [P3keColumn.Nik] = Good,
            [P3keColumn.BirthDate] = "12/03/1983",
            [P3keColumn.Sex] = "Perempuan",
            [P3keColumn.Relationship] = "Kepala Keluarga",
            [P3keColumn.Stunting] = "0",
        };
        foreach (var (column, text) in cells)
            good[column] = text;
        var columns = ColumnMap.Find(ImportKind.Verification, [new RawRecord(3, [.. SheetColumn.Verification.Select(column => new RawCell(column))])])!;
        return new VerificationJudge(Files.Areas, AreaCode.Parse("64.08."), 2024, columns)
            .Judge(new RawRecord(4, [.. SheetColumn.Verification.Select(column => new RawCell(good.GetValueOrDefault(column, "")))]));
    }
}
