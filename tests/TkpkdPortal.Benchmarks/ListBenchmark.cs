using System.Diagnostics;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.Benchmarks;

/// <summary>Pages of the household list over a large register, through sign-in, area filter and view, in this process.</summary>
internal static class ListBenchmark
{
    private const int Requests = 40;

    public static async Task<int> RunAsync(int families)
    {
        await using var portal = TestPortal.Start(ImportBenchmark.Office);
        await portal.Scenario.ImportAsync(new ImportOrder(ImportKind.P3keFamilies, "keluarga.csv", "2023", new DateOnly(2023, 9, 15)), ImportBenchmark.Families(families));
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        Console.WriteLine($"{families} families, {Requests} requests each\n\n| page | p50 ms | p95 ms |\n|---|---|---|");
        foreach (var path in (string[])["/keluarga", "/keluarga?halaman=1000", "/keluarga?desil=1", "/keluarga?urut=nama", "/keluarga?wilayah=64.08.03.2001"])
        {
            var milliseconds = new List<double>();
            for (var request = -2; request < Requests; request++)
            {
                var clock = Stopwatch.StartNew();
                var page = await analyst.GetAsync(path);
                if (page.StatusCode is not System.Net.HttpStatusCode.OK)
                    throw new InvalidOperationException($"{path} answered {(int)page.StatusCode}");
                // The first two only warm up.
                if (request >= 0)
                    milliseconds.Add(clock.Elapsed.TotalMilliseconds);
            }
            milliseconds.Sort();
            Console.WriteLine($"| `{path}` | {milliseconds[Requests / 2]:0} | {milliseconds[Requests * 95 / 100]:0} |");
        }
        return 0;
    }
}
