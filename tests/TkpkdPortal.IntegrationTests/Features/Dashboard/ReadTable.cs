using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Dashboard;

/// <summary>A table of figures as somebody reads it on the page, in the CSV or in the workbook: labels, and numbers or null where none is known.</summary>
public sealed record ReadTable(IReadOnlyList<ReadLine> Lines)
{
    private const string AreaHeading = "Kode wilayah";

    /// <summary>A page without anything to count says so in a sentence.</summary>
    public static ReadTable Empty { get; } = new([new ReadLine("Jumlah", [], null)]);

    public bool IsEmpty => Total.Values.Count == 0;

    public ReadLine Total => Lines[^1];

    public IEnumerable<ReadLine> Parts => Lines.SkipLast(1);

    /// <summary>The table of the page; its links lead further down.</summary>
    public static ReadTable OfPage(IElement table) => new([.. table.QuerySelectorAll("tbody tr, tfoot tr").Select(row => new ReadLine(Words(row.QuerySelector("th")!.TextContent),
        [.. row.QuerySelectorAll("td.tk-num").Where(cell => cell.GetAttribute("data-label") is not (null or "% dikunjungi")).Select(cell => Read(cell.TextContent.Trim()))],
        row.QuerySelector("th a")?.GetAttribute("href")))]);

    public static ReadTable OfCsv(byte[] file)
    {
        Assert.True(file.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        return Of(CsvRows(Encoding.UTF8.GetString(file.AsSpan()[Encoding.UTF8.Preamble.Length..])), Indonesian.Culture);
    }

    public static ReadTable OfWorkbook(byte[] file) => Of(WorkbookText.Cells(file), CultureInfo.InvariantCulture);

    /// <summary>Rows of a CSV whose columns are parted by semicolons.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> CsvRows(string text) =>
        [.. text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => (IReadOnlyList<string>)[.. CellsOf(line)])];

    private static ReadTable Of(IReadOnlyList<IReadOnlyList<string>> rows, CultureInfo culture) =>
        new([.. rows.SkipWhile(row => row.Count < 2 || row[1] != AreaHeading).Skip(1).Select(row => new ReadLine(Words(row[0]),
            [.. row.Skip(2).Select(cell => decimal.TryParse(cell, NumberStyles.Number, culture, out var number) ? number : (decimal?)null)], null))]);

    private static decimal? Read(string cell) => cell == "…" ? null : decimal.Parse(cell.Replace("Rp", "", StringComparison.Ordinal), NumberStyles.Number, Indonesian.Culture);

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> CellsOf(string line)
    {
        for (var i = 0; i <= line.Length;)
        {
            var isQuoted = i < line.Length && line[i] == '"';
            var cell = new StringBuilder();
            for (i += isQuoted ? 1 : 0; i < line.Length && (isQuoted ? line[i] != '"' || (i + 1 < line.Length && line[i + 1] == '"') : line[i] != ';'); i++)
                cell.Append(isQuoted && line[i] == '"' ? line[i++] : line[i]);
            i += isQuoted ? 2 : 1;
            yield return cell.ToString();
        }
    }
}

public sealed record ReadLine(string Label, IReadOnlyList<decimal?> Values, string? Link)
{
    public string Numbers => string.Join(' ', Values.Select(value => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "–"));

    /// <summary>As many noughts; what is not known stays so.</summary>
    public string Nothing => string.Join(' ', Values.Select(value => value is null ? "–" : "0"));

    public string Text => $"{Label}: {Numbers}";
}
