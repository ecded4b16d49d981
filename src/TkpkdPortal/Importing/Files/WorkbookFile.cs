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

    // A list packs to a tenth; a part that unpacks to a hundred times its size was made to fill the memory.
    private const int MaxRatio = 100, RatioMatters = 10 * 1024 * 1024;

    private readonly SpreadsheetDocument _workbook;
    private readonly WorksheetPart _sheet;
    private readonly string[] _shared;

    private WorkbookFile(SpreadsheetDocument workbook, WorksheetPart sheet, string[] shared) => (_workbook, _sheet, _shared) = (workbook, sheet, shared);

    public static WorkbookFile OpenBook(Stream content, HeadingFinder finder, string? sheetName)
    {
        SpreadsheetDocument? workbook = null;
        try
        {
            RefuseBomb(content);
            workbook = SpreadsheetDocument.Open(content, isEditable: false);
            RefuseMacros(workbook);
            var shared = workbook.WorkbookPart!.SharedStringTablePart is { } table ? SheetXml.SharedStrings(table.GetStream()) : [];
            foreach (var sheet in Sheets(workbook.WorkbookPart!, sheetName))
            {
                if (finder.Find(UntilDamage(SheetXml.Rows(sheet.GetStream(), shared))) is { } map)
                    return new WorkbookFile(workbook, sheet, shared) { Columns = Require(map, finder), EstimatedRecords = SheetXml.LastRow(sheet.GetStream()) };
            }
            Require(null, finder);
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

    /// <summary>The first records of the first sheet, or of the named one, that holds any.</summary>
    public static IReadOnlyList<RawRecord> PeekBook(Stream content, string? sheetName, int most)
    {
        try
        {
            RefuseBomb(content);
            using var workbook = SpreadsheetDocument.Open(content, isEditable: false);
            RefuseMacros(workbook);
            var shared = workbook.WorkbookPart!.SharedStringTablePart is { } table ? SheetXml.SharedStrings(table.GetStream()) : [];
            return Sheets(workbook.WorkbookPart!, sheetName).Select(sheet => SheetXml.Rows(sheet.GetStream(), shared).Take(most).ToList()).FirstOrDefault(records => records.Exists(record => !record.IsBlank)) ?? [];
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw Damaged();
        }
    }

    protected override IEnumerable<RawRecord> Records() => SheetXml.Rows(_sheet.GetStream(), _shared);

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

    // Nothing of it would be run here, but the file goes on to colleagues who open it.
    private static void RefuseMacros(SpreadsheetDocument workbook)
    {
        if (workbook.DocumentType is not SpreadsheetDocumentType.Workbook || workbook.WorkbookPart?.VbaProjectPart is not null)
            throw new UnreadableFileException("Buku kerja ini berisi makro atau merupakan templat. Simpan sebagai .xlsx biasa (Excel Workbook), lalu unggah lagi.");
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
}
