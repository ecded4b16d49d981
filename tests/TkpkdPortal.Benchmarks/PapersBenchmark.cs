using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using TkpkdPortal.Documents;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Papers;
using TkpkdPortal.Testing;

namespace TkpkdPortal.Benchmarks;

/// <summary>A by-name annex of about 200 pages, written by ours and printed by headless Chromium from the same rows.</summary>
internal static class PapersBenchmark
{
    private const int RowsPerPage = 33, Pages = 200;

    private static readonly string[] Head = ["No.", "Nama", "Desa/kelurahan", "Alamat", "Desil", "Jiwa", "Status"];
    private static readonly float[] Widths = [12, 44, 32, 38, 11, 11, 20];

    public static async Task<int> RunAsync(int runs)
    {
        using var folder = new TempDirectory();
        var (ours, printed, html) = (folder["ours.pdf"], folder["printed.pdf"], folder["table.html"]);
        await File.WriteAllTextAsync(html, Html(Rows(Pages)));
        var results = new Dictionary<string, List<Measured>> { ["writer"] = [], ["chromium"] = [] };
        for (var run = 0; run < runs; run++)
        {
            results["writer"].Add(await Measured.RunAsync(new ProcessStartInfo("dotnet", [typeof(PapersBenchmark).Assembly.Location, "write-paper", $"{Pages}", ours])));
            results["chromium"].Add(await PrintAsync(html, printed, folder["profile"]));
        }
        Console.WriteLine($"| | seconds | CPU seconds | peak MB | bytes | pages |\n|---|---|---|---|---|---|");
        foreach (var (name, file) in new[] { ("writer", ours), ("chromium", printed) })
        {
            var measured = results[name];
            Console.WriteLine($"| {name} | {Measured.Spread(measured.Select(m => m.Seconds), "0.00")} | {Measured.Spread(measured.Select(m => m.CpuSeconds), "0.00")} | "
                + $"{Measured.Spread(measured.Select(m => m.PeakMegabytes), "0")} | {new FileInfo(file).Length.ToString("N0", CultureInfo.InvariantCulture)} | {new PaperFile(file).PageCount} |");
        }
        return 0;
    }

    public static int Write(int pages, string file)
    {
        var fonts = FontLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Assets", "fonts"));
        using var stream = File.Create(file);
        Document.Create(document => document.Page(page =>
        {
            PaperSheet.Compose(page, SheetSize.A4, "Lampiran menurut nama", "Tolok ukur", [PaperMark.TestData]);
            page.Content().Table(table => Compose(table, Rows(pages)));
        })).WithMetadata(new DocumentMetadata { Title = "Tolok ukur", Author = "Tolok ukur", CreatedAt = DateTimeOffset.UnixEpoch, Identity = "benchmark" }).GeneratePdf(fonts, stream);
        return 0;
    }

    private static void Compose(TableDescriptor table, IEnumerable<string[]> rows)
    {
        table.Look(TableLook.Dense);
        table.ColumnsDefinition(columns =>
        {
            foreach (var width in Widths)
                columns.ConstantColumn(width.Mm());
        });
        PaperBlocks.Caption(table, "Lampiran menurut nama");
        table.Header(header =>
        {
            foreach (var name in Head)
                header.Cell(name);
        });
        foreach (var row in rows)
            table.Cells(row);
    }

    private static string Html(IEnumerable<string[]> rows)
    {
        var text = new StringBuilder("""
            <!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Lampiran menurut nama</title><style>
            @page { size: A4; margin: 22mm 18mm 20mm 24mm } body { margin: 0; font: 8.5pt/10.5pt Arimo, Arial, sans-serif }
            table { border-collapse: collapse; width: 168mm; table-layout: fixed } th, td { text-align: left; vertical-align: top; padding: .62mm 1mm .55mm; border-bottom: .25pt solid #000 }
            thead { display: table-header-group } tr { break-inside: avoid }
            </style></head><body><table><caption>Lampiran menurut nama</caption><colgroup>
            """);
        foreach (var width in Widths)
            text.Append(CultureInfo.InvariantCulture, $"<col style=\"width:{width}mm\">");
        text.Append("</colgroup><thead>");
        AppendRow(text, Head, "th");
        text.Append("</thead><tbody>");
        foreach (var row in rows)
            AppendRow(text, row, "td");
        return text.Append("</tbody></table></body></html>").ToString();
    }

    /// <summary>What headless Chromium needs to print a page.</summary>
    public static Task<Measured> PrintAsync(string html, string pdf, string profile) => Measured.RunAsync(new ProcessStartInfo(Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
        ["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={profile}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(html).AbsoluteUri]));

    public static void AppendRow(StringBuilder text, IEnumerable<string> cells, string tag)
    {
        text.Append("<tr>");
        foreach (var cell in cells)
            text.Append(CultureInfo.InvariantCulture, $"<{tag}>{WebUtility.HtmlEncode(cell)}</{tag}>");
        text.Append("</tr>\n");
    }

    // Fixed rows without chance; every ninth name is long enough for two lines.
    private static IEnumerable<string[]> Rows(int pages) => Enumerable.Range(1, pages * RowsPerPage).Select(n => new[]
    {
        $"{n}", n % 9 == 0 ? "KAMARUDDIN DAENG PARANI BIN ABDUL MUTHALIB" : $"SITI UJI {n}", n % 2 == 0 ? "Mandu Pantai Sejahtera" : "Muara Bengkal Ilir",
        $"JL. UJI RT {n % 12 + 1:000} RW {n % 4 + 1:000}", $"{n % 4 + 1}", $"{n % 6 + 1}", n % 3 == 0 ? "Layak" : "Belum",
    });
}
