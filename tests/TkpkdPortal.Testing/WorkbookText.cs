using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TkpkdPortal.Testing;

/// <summary>Opens a workbook that the portal gave out.</summary>
public static class WorkbookText
{
    /// <summary>All rows as texts.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Cells(byte[] workbook) => Read(workbook, cell => cell.InnerText);

    /// <summary>Cells that Excel would not show as the text that they hold: formulas and numbers.</summary>
    public static int CountOfOtherThanText(byte[] workbook) =>
        Read(workbook, cell => cell.CellFormula is null && cell.DataType?.Value == CellValues.InlineString ? "" : "other").Sum(row => row.Count(kind => kind.Length > 0));

    /// <summary>The sheet as it is written.</summary>
    public static string Source(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return SheetOf(document).OuterXml;
    }

    private static List<IReadOnlyList<string>> Read(byte[] workbook, Func<Cell, string> what)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return [.. SheetOf(document).Descendants<Row>().Select(row => (IReadOnlyList<string>)[.. row.Elements<Cell>().Select(what)])];
    }

    private static Worksheet SheetOf(SpreadsheetDocument document) => (document.WorkbookPart ?? throw new InvalidDataException("No workbook.")).WorksheetParts.Single().Worksheet;
}
