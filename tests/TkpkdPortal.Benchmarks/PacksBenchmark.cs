using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Features.Profiles;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.Benchmarks;

/// <summary>
/// The pack of a province of so many families as an operator writes it, what its figures cost and what its printing costs; the same of a hundredth of them; a pack of 200 pages beside headless Chromium printing the same tables; and the profiles of all villages of
/// a demo office. Each is a process of its own.
/// </summary>
internal static class PacksBenchmark
{
    private const int Pages = 200, RowsPerPage = 40, Hundredth = 100;

    private const string DemoOffice = "64.08";

    public static async Task<int> RunAsync(int families)
    {
        using var folder = new TempDirectory();
        Console.WriteLine("| what | seconds | CPU seconds | peak MB | said |\n|---|---|---|---|---|");
        var large = await OfficeAsync(folder, families);
        var small = await OfficeAsync(folder, families / Hundredth);
        foreach (var (data, count) in new[] { (small, families / Hundredth), (large, families) })
        {
            Print(string.Create(CultureInfo.InvariantCulture, $"`report rakor` of {count} families"), await ScaleBenchmark.VerbAsync(data, "report", "rakor", "--out", folder[$"{count}.pdf"]));
            Print(string.Create(CultureInfo.InvariantCulture, $"pack of {count} families"), await SelfAsync("pack-of", data, ScaleBenchmark.Office, folder[$"{count}.json"]));
        }
        await LongPackAsync(folder, folder[$"{families}.json"]);
        (await Verb.RunAsync(folder["demo"], DemoOffice, "demo", "--office", DemoOffice)).Succeeded();
        Print("profiles of the villages of Kutai Timur", await SelfAsync("profiles-of", folder["demo"], DemoOffice));
        return 0;
    }

    /// <summary>In a process of its own: collects the figures twice, prints them five times, keeps them for the long pack.</summary>
    public static async Task<int> PackOfAsync(string data, string office, string json)
    {
        await using var portal = TestPortal.StartOn(data, office);
        return await portal.Scenario.AsConsoleAsync(Permission.ViewMeetings, async services =>
        {
            var writer = services.GetRequiredService<PackWriter>();
            var (clock, figures) = (Stopwatch.StartNew(), await writer.CollectAsync(meeting: null, asOf: null, default));
            var first = clock.Elapsed;
            clock.Restart();
            await writer.CollectAsync(meeting: null, asOf: null, default);
            var again = clock.Elapsed;
            var prints = Enumerable.Range(0, 5).Select(_ => Timed(() => writer.Print(figures))).ToList();
            await File.WriteAllBytesAsync(json, figures.ToJson());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"figures {first.TotalSeconds:0.0} s, again {again.TotalSeconds:0.0} s; printing {Measured.Spread(prints, "0")} ms"));
            return 0;
        });
    }

    /// <summary>In a process of its own: a pack whose table of villages goes over so many pages.</summary>
    public static int WriteLong(string json, string file)
    {
        var figures = RakorFigures.FromJson(File.ReadAllBytes(json));
        var villages = figures.Villages.Where(village => village.Figure.Target > 0).ToList();
        var pack = RakorPack.Write(figures with { Villages = [.. Enumerable.Range(0, Pages * RowsPerPage).Select(i => villages[i % villages.Count])] }, FontLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Assets", "fonts")));
        File.WriteAllBytes(file, pack);
        return 0;
    }

    /// <summary>In a process of its own: the profile of every village that has families.</summary>
    public static async Task<int> ProfilesOfAsync(string data, string office)
    {
        await using var portal = TestPortal.StartOn(data, office);
        return await portal.Scenario.AsConsoleAsync(Permission.ViewDashboard, async services =>
        {
            var (db, tallies, reach, settings, clock, areas, fonts) = (services.GetRequiredService<Data.PortalDbContext>(), services.GetRequiredService<NeedTallies>(), services.GetRequiredService<DecisionReach>(),
                services.GetRequiredService<OfficeSettings>(), services.GetRequiredService<OfficeClock>(), services.GetRequiredService<AreaDirectory>(), services.GetRequiredService<FontLibrary>());
            var (reading, printing, bytes, count) = (new Stopwatch(), new Stopwatch(), 0L, 0);
            foreach (var village in areas.Villages(settings.Area))
            {
                reading.Start();
                var profile = await VillageProfile.OfAsync(db, tallies, reach, settings, clock, village, default);
                reading.Stop();
                if (profile.Families == 0)
                    continue;
                printing.Start();
                bytes += new ProfilePaper(profile, isTestData: true, settings, areas).Write(fonts).Length;
                printing.Stop();
                count++;
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} profiles; figures {reading.Elapsed.TotalSeconds:0.0} s, printing {printing.Elapsed.TotalSeconds:0.0} s, {bytes / 1024} KB"));
            return 0;
        });
    }

    private static async Task<string> OfficeAsync(TempDirectory folder, int families)
    {
        var (file, data) = (folder[$"{families}.csv"], folder[$"office-{families}"]);
        await ScaleBenchmark.GenerateAsync(families, file);
        (await Verb.RunAsync(data, ScaleBenchmark.Office, "migrate")).Succeeded();
        (await Verb.RunAsync(data, ScaleBenchmark.Office, "import", "p3ke-families", file, "--release", "2023", "--released-on", "2023-09-15")).Succeeded();
        return data;
    }

    // The same tables as HTML: read from the tags of the paper, so that nothing is left out.
    private static async Task LongPackAsync(TempDirectory folder, string json)
    {
        var (ours, html, printed) = (folder["long.pdf"], folder["long.html"], folder["printed.pdf"]);
        var writer = await SelfAsync("write-long", json, ours);
        await File.WriteAllTextAsync(html, Html(new PaperFile(ours).Tables));
        var chromium = await PapersBenchmark.PrintAsync(html, printed, folder["profile"]);
        Print(string.Create(CultureInfo.InvariantCulture, $"long pack, {new PaperFile(ours).PageCount} pages"), writer);
        Print(string.Create(CultureInfo.InvariantCulture, $"Chromium, the same tables, {new PaperFile(printed).PageCount} pages"), chromium);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nChromium takes {chromium.Seconds / writer.Seconds:0.0} times as long, and {chromium.CpuSeconds / writer.CpuSeconds:0.0} times the processor\n"));
    }

    private static string Html(IReadOnlyList<PaperTable> tables)
    {
        var text = new StringBuilder("""
            <!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Bahan rakor</title><style>
            @page { size: A4; margin: 22mm 18mm 20mm 24mm } body { margin: 0; font: 8.5pt/10.5pt Arimo, Arial, sans-serif }
            table { border-collapse: collapse; width: 168mm; margin-bottom: 4mm } th, td { text-align: left; vertical-align: top; padding: .62mm 1mm .55mm; border-bottom: .25pt solid #000 }
            thead { display: table-header-group } tr { break-inside: avoid }
            </style></head><body>
            """);
        foreach (var table in tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"<table><caption>{WebUtility.HtmlEncode(table.Caption)}</caption><thead>");
            foreach (var (index, row) in table.Rows.Index())
            {
                PapersBenchmark.AppendRow(text, row, index == 0 ? "th" : "td");
                if (index == 0)
                    text.Append("</thead><tbody>");
            }
            text.Append("</tbody></table>");
        }
        return text.Append("</body></html>").ToString();
    }

    private static Task<Measured> SelfAsync(params string[] arguments) => Measured.RunAsync(new ProcessStartInfo("dotnet", [typeof(PacksBenchmark).Assembly.Location, .. arguments]), everyMilliseconds: 100);

    private static void Print(string what, Measured measured) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {measured.Seconds:0.0} | {measured.CpuSeconds:0.0} | {measured.PeakMegabytes:0} | {measured.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault()?.Trim()} |"));

    private static double Timed(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalMilliseconds;
    }
}
