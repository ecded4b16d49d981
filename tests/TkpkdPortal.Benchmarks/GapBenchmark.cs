using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.Benchmarks;

/// <summary>
/// Needs against aid over a province with three pieces of aid for each family, beside one SQL statement that counts the same from the tables: at first, once more, and right after each of some
/// writes. Both must say the same every time.
/// </summary>
internal static class GapBenchmark
{
    private const int PiecesOfAFamily = 3, Chunk = 5_000, Writes = 5;

    private static readonly Need[] All = [.. NeedWords.Of((Need)~0)];

    public static async Task<int> RunAsync(int families)
    {
        using var folder = new TempDirectory();
        await ScaleBenchmark.GenerateAsync(families, folder["keluarga.csv"]);
        var data = folder["data"];
        (await Verb.RunAsync(data, ScaleBenchmark.Office, "migrate")).Succeeded();
        (await Verb.RunAsync(data, ScaleBenchmark.Office, "import", "p3ke-families", folder["keluarga.csv"], "--release", "2023", "--released-on", "2023-09-15")).Succeeded();
        await using var portal = TestPortal.StartOn(data, ScaleBenchmark.Office);
        var pieces = await portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, GiveAsync);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{families} families, {pieces} pieces of aid\n\n| what | ms |\n|---|---|"));
        var sql = await TimedAsync(portal, "one SQL statement over the tables", CountAsync);
        var cold = await TimedAsync(portal, "the portal, the first time", TallyAsync);
        Same(sql, cold);
        Same(sql, await TimedAsync(portal, "the portal again, nothing written", TallyAsync));
        for (var write = 1; write <= Writes; write++)
        {
            await portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, services => WriteAsync(services, write));
            var after = await TimedAsync(portal, string.Create(CultureInfo.InvariantCulture, $"the portal after write {write}"), TallyAsync);
            if (write is 1 or Writes)
                Same(await TimedAsync(portal, string.Create(CultureInfo.InvariantCulture, $"SQL after write {write}"), CountAsync), after);
        }
        return 0;
    }

    private static async Task<int> GiveAsync(IServiceProvider services)
    {
        var (db, clock) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>());
        var opd = await db.Opds.OrderBy(one => one.Id).FirstAsync();
        var programs = All.Select((need, i) => AidProgram.Propose(opd.Id, new ProgramTerms($"Program {i}", AidStrategy.ReduceExpenses, FundSource.RegionalApbd, clock.Today.Year) { Needs = need })).ToList();
        db.AidPrograms.AddRange(programs);
        await db.SaveChangesAsync();
        var bulk = BulkWriter.For(db);
        var (random, given, after) = (new Random(6), 0, 0L);
        while (await db.Households.AsNoTracking().Where(household => household.Id > after).OrderBy(household => household.Id).Take(Chunk).Select(household => new { household.Id, household.AreaCode, Person = household.Members[0].Id }).ToListAsync() is { Count: > 0 } some)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var id = await bulk.ReserveIdsAsync<Intervention>(default);
            var aid = some.SelectMany(household => Enumerable.Range(0, PiecesOfAFamily).Select(_ => Intervention.OfFile(programs[random.Next(programs.Count)], household.Id, household.Person, household.AreaCode,
                new InterventionTerms((InterventionState)random.Next(1, 8), clock.Today, 100_000m, null, null), clock.UtcNow))).ToList();
            await bulk.InsertAsync([.. aid.Select((piece, i) => piece.WithId(id + i))], default);
            await transaction.CommitAsync();
            (given, after) = (given + aid.Count, some[^1].Id);
        }
        return given;
    }

    private static async Task<int> WriteAsync(IServiceProvider services, int number)
    {
        var (db, clock) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>());
        var household = await db.Households.AsNoTracking().OrderBy(one => one.Id).Skip(number * 1_000).FirstAsync();
        var program = await db.AidPrograms.OrderBy(one => one.Id).Skip(number).FirstAsync();
        Intervention.Record(program, household, new InterventionTerms(InterventionState.Delivered, clock.Today, 1m, null, null), "", clock.Today, clock.UtcNow, out var aid);
        db.Interventions.Add(aid!);
        return await db.SaveChangesAsync();
    }

    private static async Task<Dictionary<(string, Need), Counted>> TallyAsync(IServiceProvider services)
    {
        var year = services.GetRequiredService<OfficeClock>().Today.Year;
        var villages = await services.GetRequiredService<NeedTallies>().OfAsync(year, AreaCode.Parse(ScaleBenchmark.Office), default);
        return villages.SelectMany(village => All.Select(need => (Key: (village.Key, need), Counted: new Counted(village.Key, (int)need, village.Value.Of(need, NeedAid.Met), village.Value.Of(need, NeedAid.Planned),
            village.Value.Of(need, NeedAid.Nobody), village.Value.Of(need, NeedAid.Unknown))))).ToDictionary(line => line.Key, line => line.Counted);
    }

    private static async Task<Dictionary<(string, Need), Counted>> CountAsync(IServiceProvider services)
    {
        var year = services.GetRequiredService<OfficeClock>().Today.Year;
        var bits = string.Join(" UNION ALL ", All.Select(need => FormattableString.Invariant($"SELECT {(int)need} AS Bit")));
        var sql = FormattableString.Invariant($"""
            WITH bits AS ({bits}),
            given AS (SELECT i.HouseholdId, b.Bit, max(i.State IN (4, 5)) AS Arrived FROM Interventions i JOIN AidPrograms p ON p.Id = i.ProgramId JOIN bits b ON (p.Needs & b.Bit) <> 0
                WHERE i.Period_Year = {year} AND i.State IN (1, 2, 3, 4, 5) GROUP BY i.HouseholdId, b.Bit)
            SELECT substr(h.AreaCode, 1, 14) AS Village, b.Bit AS Bit, sum((h.Needs & b.Bit) <> 0 AND g.Arrived = 1) AS Met, sum((h.Needs & b.Bit) <> 0 AND g.Arrived = 0) AS Planned,
                sum((h.Needs & b.Bit) <> 0 AND g.Arrived IS NULL) AS Nobody, sum((h.UnknownNeeds & b.Bit) <> 0) AS Unknown
            FROM Households h JOIN bits b LEFT JOIN given g ON g.HouseholdId = h.Id AND g.Bit = b.Bit WHERE h.Closure IS NULL GROUP BY 1, 2
            """);
        var lines = await services.GetRequiredService<PortalDbContext>().Database.SqlQueryRaw<Counted>(sql).ToListAsync();
        return lines.ToDictionary(line => (line.Village, (Need)line.Bit));
    }

    private static async Task<T> TimedAsync<T>(TestPortal portal, string what, Func<IServiceProvider, Task<T>> work)
    {
        var clock = new Stopwatch();
        var result = await portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, async services =>
        {
            // The connection is opened before: it is the count that is told.
            await services.GetRequiredService<PortalDbContext>().Offices.CountAsync();
            clock.Start();
            var done = await work(services);
            clock.Stop();
            return done;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {clock.Elapsed.TotalMilliseconds:0.0} |"));
        return result;
    }

    private static void Same(Dictionary<(string, Need), Counted> sql, Dictionary<(string, Need), Counted> counted)
    {
        foreach (var (key, line) in sql)
        {
            if (!counted.TryGetValue(key, out var own) ? line is not { Met: 0, Planned: 0, Nobody: 0, Unknown: 0 } : own != line)
                throw new InvalidOperationException($"{key}: SQL says {line}, the portal {own}.");
        }
    }

    private sealed record Counted(string Village, int Bit, int Met, int Planned, int Nobody, int Unknown);
}
