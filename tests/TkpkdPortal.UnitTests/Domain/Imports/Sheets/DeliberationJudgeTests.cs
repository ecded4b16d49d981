using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.P3ke;
using TkpkdPortal.Domain.Imports.Sheets;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.UnitTests.Domain.Imports.Sheets;

public sealed class DeliberationJudgeTests
{
    private static readonly AreaDirectory Areas = new(
    [
        ("64.", "Kalimantan Timur"), ("64.08.", "Kabupaten Kutai Timur"), ("64.08.03.", "Muara Ancalong"), ("64.08.03.2001.", "Kelinjau Ulu"), ("64.08.03.2002.", "Senyiur"),
        ("64.08.04.", "Muara Bengkal"), ("64.08.04.2001.", "Kelinjau Ulu"), ("64.08.04.2002.", "Benua Baru"),
    ]);

    [Theory]
    [InlineData("KELINJAU ULU")]
    [InlineData("Kelinjau  Ulu")]
    [InlineData("KELINJAUULU")]
    [InlineData("Desa Kelinjau Ulu")]
    public void A_village_is_found_by_its_letters_within_the_kecamatan_of_the_title_block(string written)
    {
        var row = Judge(Row(written));

        Assert.True(row.IsAccepted);
        Assert.StartsWith("64.08.03.2001.", row.Area.Stored, StringComparison.Ordinal);
        Assert.Equal((true, new DateOnly(2024, 2, 14)), (row.Statement?.Agreed, row.Statement?.HeldOn));
    }

    [Theory]
    [InlineData("Kelinjau Hulu")]
    [InlineData("Benua Baru")]
    [InlineData("")]
    public void A_name_that_is_none_of_the_kecamatan_waits_for_a_person(string written)
    {
        var row = Judge(Row(written));

        Assert.True(row.IsForReview);
        Assert.Equal((FindingKind.AreaToChoose, written), (row.Findings.Single(finding => finding.Level is FindingLevel.Review).Kind, row.AreaText));
    }

    [Fact]
    public void Without_a_kecamatan_above_the_table_even_a_good_name_waits() => Assert.True(Judge(Row("Senyiur"), title: null).IsForReview);

    [Fact]
    public void A_code_that_somebody_has_added_decides() => Assert.StartsWith("64.08.04.2002.", Judge(Row("Benua Baru", code: "6408042002")).Area.Stored, StringComparison.Ordinal);

    [Theory]
    [InlineData("Kepala Keluarga/KRT", Relationship.Head)]
    [InlineData("Istri/Suami", Relationship.Spouse)]
    [InlineData("Istri", Relationship.Spouse)]
    [InlineData("Anak/Anak Kandung", Relationship.Child)]
    [InlineData("Lainnya/Famili Lain", Relationship.Other)]
    public void The_relation_is_what_stands_before_the_stroke(string written, Relationship relation) => Assert.Equal(relation, Judge(Row("Senyiur", relation: written)).Relationship);

    [Fact]
    public void The_title_block_is_read_from_one_cell_or_from_two_and_nothing_else_of_it_is_kept()
    {
        RawRecord[] titles = [new(1, [new("Pemimpin: SITI UJI")]), new(2, [new("Kecamatan"), RawCell.Empty, new("Muara Ancalong")]), new(3, [new("Tanggal Musyawarah: 14 Februari 2024")])];

        Assert.Equal(new SheetTitle(AreaCode.Parse("64.08.03."), new DateOnly(2024, 2, 14)), SheetTitle.Of(titles, Areas, AreaCode.Parse("64.08.")));
        Assert.Equal(["Kecamatan: Muara Ancalong", "Tanggal Musyawarah: 14 Februari 2024"], SheetTitle.LinesOf(titles));
        Assert.Null(SheetTitle.Of([new(1, [new("Kecamatan: Sidodamai")])], Areas, AreaCode.Parse("64.08.")).District);
    }

    private static JudgedRow Judge(RawRecord record, string? title = "Kecamatan         : MUARA ANCALONG")
    {
        var heading = new RawRecord(11, [.. SheetColumn.Deliberation.Select(column => new RawCell(column))]);
        var columns = ColumnMap.Find(ImportKind.Deliberation, [new(7, [RawCell.Empty, new(title ?? "")]), new(8, [RawCell.Empty, new("Tanggal Musyawarah: 14 Februari 2024")]), heading])!;
        return new DeliberationJudge(Areas, AreaCode.Parse("64.08."), 2023, columns).Judge(record);
    }

    private static RawRecord Row(string village, string relation = "Kepala Keluarga/KRT", string code = "")
    {
        var cells = new Dictionary<string, string>
        {
            [P3keColumn.Village] = village,
            [P3keColumn.Address] = "Jalan Poros RT 03",
            [P3keColumn.FamilyId] = "1",
            [P3keColumn.PersonId] = "10",
            [P3keColumn.Decile] = "1",
            [P3keColumn.PersonName] = "SITI UJI",
            [P3keColumn.Nik] = Given.Digits(birth: "520383"),
            [P3keColumn.BirthDate] = "12/03/1983",
            [P3keColumn.Sex] = "Perempuan",
            [P3keColumn.Relationship] = relation,
            [SheetColumn.Agreed] = "Ya",
            [P3keColumn.AreaCode] = code,
        };
        return new RawRecord(13, [.. SheetColumn.Deliberation.Select(column => new RawCell(cells.GetValueOrDefault(column, "")))]);
    }
}
