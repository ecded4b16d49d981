using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TkpkdPortal.Exporting;

/// <summary>
/// Writes an XLSX of text cells only: Excel keeps every digit of a NIK, and no cell is ever a formula. Built in memory, since a file on the
/// disk would lie there unsealed.
/// </summary>
public static class WorkbookWriter
{
    /// <summary>Longest text that a cell of Excel holds.</summary>
    private const int MaxCellLength = 32_767;

    public static async Task<byte[]> WriteAsync(string sheetName, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            var book = workbook.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            await WriteSheetAsync(sheet, headings, rows, ct);
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = sheetName }));
        }
        return buffer.ToArray();
    }

    private static async Task WriteSheetAsync(WorksheetPart sheet, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken ct)
    {
        using var writer = OpenXmlWriter.Create(sheet);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, headings);
        await foreach (var row in rows.WithCancellation(ct))
            WriteRow(writer, row);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, IReadOnlyList<string> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var text in cells)
            writer.WriteElement(new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve }) });
        writer.WriteEndElement();
    }

    // XML has no place for control characters; what a list delivers may hold some.
    private static string Printable(string text)
    {
        var cut = text.Length > MaxCellLength ? text[..MaxCellLength] : text;
        return cut.Any(c => c < ' ' && c is not ('\t' or '\n' or '\r')) ? string.Concat(cut.Where(c => c >= ' ' || c is '\t' or '\n' or '\r')) : cut;
    }
}
