using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.Benchmarks;

/// <summary>
/// How long the list and the dashboard take while the worker judges a province's file that somebody has uploaded, beside the same pages of the same serving process before:
/// one user who asks for a page every fifth of a second, as several people do together.
/// </summary>
internal static class ScalePagesBenchmark
{
    private const int Register = 20_000, WarmUps = 1_000;

    private static readonly string[] Pages = ["/keluarga", "/keluarga?wilayah=64.08.03.2001", "/dasbor"];

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200), Idle = TimeSpan.FromSeconds(60), Longest = TimeSpan.FromMinutes(15);

    public static async Task<int> RunAsync(int families)
    {
        using var folder = new TempDirectory();
        var (file, data) = (folder["keluarga.csv"], folder["data"]);
        await ScaleBenchmark.GenerateAsync(families, file);
        Account analyst;
        await using (var office = TestPortal.StartOn(data, ScaleBenchmark.Office))
        {
            await office.Scenario.ImportAsync(new ImportOrder(ImportKind.P3keFamilies, "lama.csv", "2022", new DateOnly(2022, 9, 15)), ImportBenchmark.Families(Register));
            analyst = await office.Scenario.AccountAsync(Role.Analyst);
        }
        await using var portal = await ServedPortal.StartWithAsync(("ASPNETCORE_ENVIRONMENT", "Test"), ("Portal__DataDirectory", data), ("Office__AreaCode", ScaleBenchmark.Office));
        var visitor = await portal.SignInAsync(analyst);
        for (var i = 0; i < WarmUps; i++)
            await GetAsync(visitor.Client, Pages[i % Pages.Length]);
        Console.WriteLine($"{families} families uploaded beside {Register} in the register\n\n| page | while | requests | p50 ms | p95 ms | longest ms |\n|---|---|---|---|---|---|");
        var idle = Stopwatch.StartNew();
        var before = await WatchAsync(visitor.Client, () => idle.Elapsed < Idle);
        Print(before, "nothing else runs");
        await using (var content = File.OpenRead(file))
        {
            using var upload = new StreamContent(content);
            var answer = await visitor.UploadAsync("/impor/baru", "keluarga.csv", upload, ("Kind", "P3keFamilies"), ("ReleaseName", "2023"), ("ReleasedOn", "15/09/2023"));
            if (answer.Location is null)
                throw new InvalidOperationException($"The upload was not taken: {(int)answer.StatusCode}");
        }
        var running = Stopwatch.StartNew();
        var during = await WatchAsync(visitor.Client, () => running.Elapsed < Longest && StateOf(data) is ImportState.Queued or ImportState.Staging);
        Print(during, string.Create(CultureInfo.InvariantCulture, $"the file is judged ({running.Elapsed.TotalSeconds:0} s)"));
        foreach (var page in Pages)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page}: p95 {P95(during[page]) / P95(before[page]):0.00} times the idle one"));
        Console.WriteLine($"state {StateOf(data)}");
        return 0;
    }

    private static async Task<Dictionary<string, List<double>>> WatchAsync(HttpClient client, Func<bool> goesOn)
    {
        var waits = Pages.ToDictionary(page => page, _ => new List<double>());
        for (var i = 0; goesOn(); i++)
        {
            var (page, wait) = (Pages[i % Pages.Length], Stopwatch.StartNew());
            await GetAsync(client, page);
            waits[page].Add(wait.Elapsed.TotalMilliseconds);
            await Task.Delay(Pause);
        }
        return waits;
    }

    private static void Print(Dictionary<string, List<double>> waits, string what)
    {
        foreach (var (page, all) in waits)
        {
            var sorted = all.Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| `{page}` | {what} | {sorted.Count} | {sorted[sorted.Count / 2]:0.0} | {P95(all):0.0} | {sorted[^1]:0.0} |"));
        }
    }

    private static double P95(List<double> waits) => waits.Order().ElementAt(waits.Count * 95 / 100);

    private static async Task GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    private static ImportState StateOf(string data)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "portal.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT State FROM ImportBatches ORDER BY Id DESC LIMIT 1";
        return (ImportState)(long)command.ExecuteScalar()!;
    }
}
