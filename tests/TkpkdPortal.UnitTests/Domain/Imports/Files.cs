using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.P3ke;

namespace TkpkdPortal.UnitTests.Domain.Imports;

/// <summary>Rows of P3KE without a file: what a test does not say is good.</summary>
internal static class Files
{
    public static readonly AreaDirectory Areas = new(
    [
        ("64.", "Kalimantan Timur"), ("64.08.", "Kabupaten Kutai Timur"), ("64.08.03.", "Muara Ancalong"), (Given.Desa, "Kelinjau Ulu"),
        ("64.72.01.1001.", "Bugis"), ("64.72.", "Kota Samarinda"),
    ]);

    private static readonly Dictionary<string, string> Good = new()
    {
        [P3keColumn.FamilyId] = "1",
        [P3keColumn.PersonId] = "10",
        [P3keColumn.Province] = "KALIMANTAN TIMUR",
        [P3keColumn.Regency] = "Kab. Kutai Timur",
        [P3keColumn.District] = "Muara Ancalong",
        [P3keColumn.Village] = "KELINJAUULU",
        [P3keColumn.AreaCode] = "6408032001",
        [P3keColumn.Decile] = "1",
        [P3keColumn.Address] = "Jalan Poros RT 03",
        [P3keColumn.HeadName] = "Siti Aminah",
        [P3keColumn.PersonName] = "Siti Aminah",
        [P3keColumn.Nik] = Given.Digits(birth: "520383"),
        [P3keColumn.Sex] = "Perempuan",
        [P3keColumn.Relationship] = "Kepala Keluarga",
        [P3keColumn.BirthDate] = "12/03/1983",
        [P3keColumn.Stunting] = "0",
    };

    public static P3keJudge Judge(ImportKind kind = ImportKind.P3keFamilies, int dataYear = 2023) =>
        new(Areas, AreaCode.Parse("64.08"), kind, dataYear, ColumnMap.Find(kind, [Heading(kind)])!);

    public static RawRecord Heading(ImportKind kind = ImportKind.P3keFamilies, int number = 1) =>
        new(number, [.. P3keColumn.Of(kind).Select(column => new RawCell(column))]);

    public static RawRecord Record(ImportKind kind, int number, params (string Column, RawCell Cell)[] cells) =>
        new(number, [.. P3keColumn.Of(kind).Select(column => cells.Where(cell => cell.Column == column).Select(cell => (RawCell?)cell.Cell).LastOrDefault()
            ?? new RawCell(Good.GetValueOrDefault(column, "")))]);

    public static JudgedRow Family(string column, string text) => Judge().Judge(Record(ImportKind.P3keFamilies, 2, (column, new RawCell(text))));

    public static JudgedRow Family(string column, RawCell cell) => Judge().Judge(Record(ImportKind.P3keFamilies, 2, (column, cell)));

    public static JudgedRow Person(string column, string text) =>
        Judge(ImportKind.P3kePersons).Judge(Record(ImportKind.P3kePersons, 2, (column, new RawCell(text))));
}
