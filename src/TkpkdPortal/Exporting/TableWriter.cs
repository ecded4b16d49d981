using System.Globalization;
using System.IO.Compression;
using System.Text;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Exporting;

/// <summary>
/// Writes a table row by row into a stream that cannot go back, so that neither the memory nor the disk ever holds the list.
/// </summary>
public static class TableWriter
{
    // So many characters are gathered before they are sent.
    private const int ChunkLength = 32 * 1024;

    public static string ContentType(ExportFormat format) => format is ExportFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static string Extension(ExportFormat format) => format is ExportFormat.Csv ? ".csv" : ".xlsx";

    public static Task WriteAsync(ExportFormat format, Stream stream, ExportTable table, CancellationToken ct) =>
        format is ExportFormat.Csv ? WriteCsvAsync(stream, table, ct) : WriteWorkbookAsync(stream, table, ct);

    // Semicolons, since the comma is the decimal sign here and an Indonesian Excel parts columns at the semicolon; the mark in front says UTF-8.
    private static async Task WriteCsvAsync(Stream stream, ExportTable table, CancellationToken ct)
    {
        await stream.WriteAsync(Encoding.UTF8.Preamble.ToArray(), ct);
        await WriteLinesAsync(stream, table, (text, cells) => text.AppendJoin(';', cells.Select(CsvText)).Append("\r\n"), ct);
    }

    private static string CsvText(ExportCell cell) => cell.Number is { } number ? number.ToString("0.##", Indonesian.Culture) : $"\"{cell.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task WriteWorkbookAsync(Stream stream, ExportTable table, CancellationToken ct)
    {
        var late = new LateStream(stream);
        await using (var zip = await ZipArchive.CreateAsync(late, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct))
            await WritePartsAsync(zip, table, ct);
        await late.FlushAsync(ct);
    }

    private static async Task WritePartsAsync(ZipArchive zip, ExportTable table, CancellationToken ct)
    {
        foreach (var (name, content) in WorkbookParts.All)
            await WritePartAsync(zip, name, part => part.WriteAsync(Encoding.UTF8.GetBytes(content), ct).AsTask(), ct);
        await WritePartAsync(zip, WorkbookParts.Sheet, async part =>
        {
            await part.WriteAsync(Encoding.UTF8.GetBytes(WorkbookParts.SheetStart), ct);
            await WriteLinesAsync(part, table, (text, cells) =>
            {
                text.Append("<row>");
                foreach (var cell in cells)
                    AppendCell(text, cell);
                text.Append("</row>");
            }, ct);
            await part.WriteAsync(Encoding.UTF8.GetBytes(WorkbookParts.SheetEnd), ct);
        }, ct);
    }

    private static async Task WritePartAsync(ZipArchive zip, string name, Func<Stream, Task> write, CancellationToken ct)
    {
        await using var part = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        await write(part);
    }

    private static void AppendCell(StringBuilder text, ExportCell cell)
    {
        if (cell.Number is { } number)
            text.Append("<c><v>").Append(number.ToString("0.##", CultureInfo.InvariantCulture)).Append("</v></c>");
        else
            text.Append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">").Append(System.Security.SecurityElement.Escape(cell.Text)).Append("</t></is></c>");
    }

    private static async Task WriteLinesAsync(Stream stream, ExportTable table, Action<StringBuilder, IReadOnlyList<ExportCell>> append, CancellationToken ct)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in table.Head)
            append(text, [ExportCell.Of(name), value]);
        append(text, [ExportCell.Of("")]);
        append(text, [.. table.Headings.Select(ExportCell.Of)]);
        await foreach (var row in table.Rows.WithCancellation(ct))
        {
            append(text, row);
            if (text.Length < ChunkLength)
                continue;
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), ct);
            text.Clear();
        }
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), ct);
    }
}
