using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.P3ke;

namespace TkpkdPortal.UnitTests.Domain.Imports;

public sealed class ColumnMapTests
{
    [Fact]
    public void A_heading_is_found_below_titles_and_tells_where_data_begin()
    {
        var map = ColumnMap.Find(ImportKind.P3keFamilies, [new(1, [new("DAFTAR KELUARGA")]), new(2, []), Files.Heading(number: 3)]);

        Assert.NotNull(map);
        Assert.Equal((true, 4, 1), (map.HasHeading, map.FirstDataRecord, map[P3keColumn.FamilyId]));
        Assert.Empty(map.MissingOf(ImportKind.P3keFamilies));
        Assert.Equal(-1, map["tidak_ada"]);
    }

    [Theory]
    [InlineData(P3keColumn.AreaCode, "Kode Kemendagri")]
    [InlineData(P3keColumn.Savings, "memiliki_simpananuang_perhiasan_ternak_lainnya")]
    [InlineData(P3keColumn.FamilyId, "ID KELUARGA P3KE")]
    [InlineData(P3keColumn.FamilyId, "id_keluarga")]
    public void A_heading_is_known_by_its_other_spellings(string column, string spelt) =>
        Assert.Equal(Position(ImportKind.P3keFamilies, column), Find(ImportKind.P3keFamilies, column, spelt)[column]);

    [Theory]
    [InlineData(P3keColumn.PersonName, "Nama Lengkap")]
    [InlineData("usia_7_12", "usia_7_sd_12")]
    [InlineData("usia_7_12", "usia_antara_7_12")]
    [InlineData("usia_dibawah_7_tahun", "usia_dibawah_7")]
    [InlineData("usia_60_tahun_keatas", "usia_60_keatas")]
    public void A_heading_of_persons_is_known_by_its_other_spellings(string column, string spelt) =>
        Assert.Equal(Position(ImportKind.P3kePersons, column), Find(ImportKind.P3kePersons, column, spelt)[column]);

    [Fact]
    public void A_file_without_a_heading_is_read_by_position_when_its_rows_look_right()
    {
        var map = ColumnMap.Find(ImportKind.P3keFamilies, [Files.Record(ImportKind.P3keFamilies, 1)]);

        Assert.NotNull(map);
        Assert.Equal((false, 1), (map.HasHeading, map.FirstDataRecord));
        Assert.Equal(Position(ImportKind.P3keFamilies, P3keColumn.Nik), map[P3keColumn.Nik]);
    }

    [Fact]
    public void A_file_of_another_layout_is_not_guessed_at()
    {
        Assert.Null(ColumnMap.Find(ImportKind.P3kePersons, [Files.Record(ImportKind.P3keFamilies, 1)]));
        Assert.Null(ColumnMap.Find(ImportKind.P3keFamilies, [Files.Record(ImportKind.P3keFamilies, 1, (P3keColumn.AreaCode, new("Desa")))]));
        Assert.Null(ColumnMap.Find(ImportKind.P3keFamilies, []));
        Assert.Null(ColumnMap.Find(ImportKind.P3keFamilies, [.. Enumerable.Range(1, 30).Select(number => new RawRecord(number, [])), Files.Heading(number: 31)]));
    }

    [Fact]
    public void A_heading_of_three_rows_with_merged_cells_names_each_column_by_its_lowest_filled_cell()
    {
        RawRecord[] records =
        [
            new(1, [new("IDENTITAS"), .. Enumerable.Repeat(RawCell.Empty, 7), new("HASIL")]),
            new(2, [new("ID_keluarga_P3KE"), new("kode_kemdagri"), new("desil_kesejahteraan"), new("IDIndividu"), new("Nama"), RawCell.Empty, new("hubungan_dengan_KK"), new("status_keberadaan_target"), new("VERVAL_memenuhi_kriteria_P3KE")]),
            new(3, [RawCell.Empty, RawCell.Empty, RawCell.Empty, RawCell.Empty, new("nama"), new("NIK")]),
            new(4, [new("1"), new("6472041002"), new("1"), new("2"), new("SITI UJI"), new(""), new("Anak"), new("Ditemukan"), new("Ya")]),
        ];

        var map = ColumnMap.Find(ImportKind.Verification, records);

        Assert.NotNull(map);
        Assert.Equal((4, 4, 5), (map.FirstDataRecord, map[P3keColumn.PersonName], map[P3keColumn.Nik]));
        Assert.Empty(map.MissingOf(ImportKind.Verification));
    }

    [Fact]
    public void Numbers_of_columns_below_the_heading_are_no_row()
    {
        var numbers = new RawRecord(2, [.. P3keColumn.Families.Select((_, i) => new RawCell($"({i + 1})"))]);

        Assert.Equal(3, ColumnMap.Find(ImportKind.P3keFamilies, [Files.Heading(), numbers])?.FirstDataRecord);
    }

    [Fact]
    public void A_file_with_all_that_is_needed_is_read_whatever_else_it_lacks()
    {
        var map = ColumnMap.Find(ImportKind.P3keFamilies, [new(1, [.. FileLayout.Of(ImportKind.P3keFamilies).Needed.Select(column => new RawCell(column))])]);

        Assert.Equal(7, map?.Known);
    }

    [Fact]
    public void Signatures_below_the_data_of_a_sheet_are_no_rows_and_a_family_without_id_still_is_one()
    {
        var sheet = ColumnMap.Find(ImportKind.Deliberation, [new(1, [.. FileLayout.Of(ImportKind.Deliberation).Columns.Select(column => new RawCell(column))])])!;
        var list = ColumnMap.Find(ImportKind.P3keFamilies, [Files.Heading()])!;

        Assert.False(sheet.IsRow(new RawRecord(9, [RawCell.Empty, new("Mengetahui,"), RawCell.Empty])));
        Assert.True(sheet.IsRow(new RawRecord(9, [RawCell.Empty, RawCell.Empty, RawCell.Empty, RawCell.Empty, RawCell.Empty, RawCell.Empty, new("SITI UJI")])));
        Assert.True(list.IsRow(new RawRecord(9, [RawCell.Empty, RawCell.Empty, new("KALIMANTAN TIMUR")])));
    }

    [Fact]
    public void A_column_without_which_nothing_can_be_judged_is_named() =>
        Assert.Equal([P3keColumn.Nik], Find(ImportKind.P3keFamilies, P3keColumn.Nik, "sesuatu").MissingOf(ImportKind.P3keFamilies));

    private static ColumnMap Find(ImportKind kind, string column, string spelt) =>
        ColumnMap.Find(kind, [new(1, [.. P3keColumn.Of(kind).Select(name => new RawCell(name == column ? spelt : name))])])!;

    private static int Position(ImportKind kind, string column) => P3keColumn.Of(kind).Index().Single(item => item.Item == column).Index;
}
