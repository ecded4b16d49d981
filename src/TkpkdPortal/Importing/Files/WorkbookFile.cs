using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.Importing.Files;

/// <summary>An XLSX workbook, read sheet row by sheet row; formulas are never evaluated, macros and links never followed.</summary>
internal sealed class WorkbookFile : RecordFile
{
    private const int MaxParts = 500;
    private const long MaxInflatedBytes = 600L * 1024 * 1024;
    private const int MaxSharedStrings = 2_000_000;

    // A list packs to a tenth; a part that unpacks to a hundred times its size was made to fill the memory.
    private const int MaxRatio = 100, RatioMatters = 10 * 1024 * 1024;

    private readonly SpreadsheetDocument _workbook;
    private readonly WorksheetPart _sheet;
    private readonly string[] _shared;

    private WorkbookFile(SpreadsheetDocument workbook, WorksheetPart sheet, string[] shared) => (_workbook, _sheet, _shared) = (workbook, sheet, shared);

    public static WorkbookFile OpenBook(Stream content, FileLayout layout, string? sheetName)
    {
        SpreadsheetDocument? workbook = null;
        try
        {
            RefuseBomb(content);
            workbook = SpreadsheetDocument.Open(content, isEditable: false);
            var shared = SharedStrings(workbook.WorkbookPart!);
            foreach (var sheet in Sheets(workbook.WorkbookPart!, sheetName))
            {
                if (ColumnMap.Find(layout, Read(sheet, shared)) is { } map)
                    return new WorkbookFile(workbook, sheet, shared) { Columns = Require(map, layout), EstimatedRecords = LastRow(sheet) };
            }
            Require(null, layout);
            throw new InvalidOperationException("A workbook without a heading is refused above.");
        }
        catch (Exception exception)
        {
            workbook?.Dispose();
            if (IsDamage(exception))
                throw Damaged();
            throw;
        }
    }

    protected override IEnumerable<RawRecord> Records() => Read(_sheet, _shared);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _workbook.Dispose();
        base.Dispose(disposing);
    }

    private static void RefuseBomb(Stream content)
    {
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MaxParts || zip.Entries.Sum(entry => entry.Length) > MaxInflatedBytes
            || zip.Entries.Any(entry => entry.Length > RatioMatters && entry.Length / MaxRatio > entry.CompressedLength))
            throw new UnreadableFileException("Isi buku kerja terlalu besar. Bagi menjadi beberapa berkas, atau simpan sebagai .csv.");
        content.Position = 0;
    }

    private static IEnumerable<WorksheetPart> Sheets(WorkbookPart workbook, string? name)
    {
        var sheets = workbook.Workbook.Descendants<Sheet>().ToList();
        if (name is not null)
        {
            var names = string.Join(", ", sheets.Select(sheet => sheet.Name?.Value));
            sheets.RemoveAll(sheet => !string.Equals(sheet.Name?.Value, name, StringComparison.OrdinalIgnoreCase));
            if (sheets.Count == 0)
                throw new UnreadableFileException($"Lembar itu tidak ada. Lembar yang ada: {names}.");
        }
        return sheets.Select(sheet => workbook.GetPartById(sheet.Id!.Value!)).OfType<WorksheetPart>();
    }

    private static string[] SharedStrings(WorkbookPart workbook)
    {
        if (workbook.SharedStringTablePart is not { } part)
            return [];
        var strings = new List<string>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(SharedStringItem) || !reader.IsStartElement)
                continue;
            if (strings.Count == MaxSharedStrings)
                throw new UnreadableFileException("Isi buku kerja terlalu besar. Simpan sebagai .csv.");
            strings.Add(TextOf((SharedStringItem)reader.LoadCurrentElement()!));
        }
        return [.. strings];
    }

    // Rich text is a run of pieces; the phonetic guide of East Asian text is none of them.
    private static string TextOf(RstType item) =>
        item.Text is { } plain ? plain.Text : string.Concat(item.Elements<Run>().Select(run => run.Text?.Text));

    private static IEnumerable<RawRecord> Read(WorksheetPart sheet, string[] shared)
    {
        using var reader = OpenXmlReader.Create(sheet);
        var number = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
                continue;
            var row = (Row)reader.LoadCurrentElement()!;
            var index = row.RowIndex?.Value ?? (uint)number + 1;
            if (index > MaxRecords)
                throw new UnreadableFileException("Lembar terlalu panjang. Bagi menjadi beberapa berkas, misalnya per kecamatan.");
            if (index <= number)
                throw new InvalidDataException("The rows of a sheet stand in their order.");
            number = (int)index;
            yield return new RawRecord(number, CellsOf(row, shared));
        }
    }

    private static List<RawCell> CellsOf(Row row, string[] shared)
    {
        var cells = new List<RawCell>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = ColumnOf(cell.CellReference?.Value) ?? cells.Count;
            while (cells.Count < column)
                cells.Add(RawCell.Empty);
            if (cells.Count == column)
                cells.Add(ValueOf(cell, shared));
        }
        return cells;
    }

    private static RawCell ValueOf(Cell cell, string[] shared)
    {
        var isFormula = cell.CellFormula is not null;
        var text = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value ?? CellValues.Number;
        if (type == CellValues.SharedString)
            return new RawCell(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Length ? shared[at] : "", false, isFormula);
        if (type == CellValues.InlineString)
            return new RawCell(cell.InlineString is { } inline ? TextOf(inline) : "", false, isFormula);
        return type == CellValues.Number && text.Length > 0
            ? new RawCell(PlainNumber(text), IsNumeric: true, isFormula)
            : new RawCell(text, false, isFormula);
    }

    // Excel may write 16 digits as 6.4729909129110502E+15; as a whole number they are what the sheet shows.
    private static string PlainNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.Truncate(number) == number
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : text;

    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c))
                break;
            column = (column * 26) + c - 'A' + 1;
            if (column > 16_384)
                throw new InvalidDataException("A cell lies beyond the sheet.");
        }
        return column == 0 ? null : column - 1;
    }

    private static int? LastRow(WorksheetPart sheet)
    {
        using var reader = OpenXmlReader.Create(sheet);
        while (reader.Read() && reader.ElementType != typeof(SheetData))
        {
            if (reader.ElementType == typeof(SheetDimension)
                && ((SheetDimension)reader.LoadCurrentElement()!).Reference?.Value?.Split(':')[^1] is { } corner
                && int.TryParse(corner.AsSpan(corner.AsSpan().IndexOfAnyInRange('0', '9')), NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            {
                return last;
            }
        }
        return null;
    }
}
