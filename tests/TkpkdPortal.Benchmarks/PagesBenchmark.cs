using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using TkpkdPortal.Benchmarks.Bare;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.Benchmarks;

/// <summary>
/// Pages over a large register: the built program serving in a process of its own, signed in, by one user and by many at once; beside it, on the
/// same file, a bare Razor page. Time as a user waits for it, and processor time of the serving process alone.
/// </summary>
internal static class PagesBenchmark
{
    private const int Crowd = 32, Alone = 200, EachOfTheCrowd = 20;

    // Until then the runtime still compiles its better code beside the requests, which is no page's cost.
    private const int WarmUps = 2_000;

    // A slow page is warmed up and measured by fewer requests, not for ever.
    private static readonly TimeSpan WarmEnough = TimeSpan.FromSeconds(20), Enough = TimeSpan.FromSeconds(8);

    private const string Village = "64.08.03.2001";

    // What one family has, what one in forty has, and what all have beside the rare one.
    private static readonly (string Words, string Means)[] Names =
        [(ImportBenchmark.OwnWordOf(4711), "a name that one family has"), ("siti", "a name that 2.500 families have"), ($"uji {ImportBenchmark.OwnWordOf(4711)}", "a word of all families with a rare one")];

    private static double _bareCpu;
    private static string? _only;

    /// <param name="families">How many the register holds.</param>
    /// <param name="only">Measures only the pages whose name contains it; null measures all.</param>
    public static async Task<int> RunAsync(int families, string? only)
    {
        _only = only;
        using var folder = new TempDirectory();
        var (data, accounts, visits) = (folder["data"], new List<Account>(), new List<Guid>());
        await using (var office = TestPortal.StartOn(data, ImportBenchmark.Office))
        {
            await office.Scenario.ImportAsync(new ImportOrder(ImportKind.P3keFamilies, "keluarga.csv", "2023", new DateOnly(2023, 9, 15)), ImportBenchmark.Families(families));
            for (var i = 0; i < Crowd; i++)
                accounts.Add(await office.Scenario.AccountAsync(Role.Analyst));
            var enumerator = await office.Scenario.AccountAsync(Role.Enumerator, Village);
            accounts.Add(enumerator);
            visits.Add(await office.Scenario.DraftVisitAsync(await office.Scenario.HouseholdInAsync(Village), enumerator));
        }
        var database = Path.Combine(data, "portal.db");
        Console.WriteLine($"{families} families\n\n| page | users | p50 ms | p95 ms | answers a second | CPU ms each | × bare |\n|---|---|---|---|---|---|---|");
        using (var bare = await BareServer.StartAsync(database))
        {
            using var client = new HttpClient { BaseAddress = bare.Address };
            await MeasureAsync("bare Razor page, 25 rows by ADO", bare.ProcessId, [.. Enumerable.Repeat(Get(client, "/"), Crowd)]);
        }
        await using (var portal = await ServedPortal.StartWithAsync(("ASPNETCORE_ENVIRONMENT", "Test"), ("Portal__DataDirectory", data), ("Office__AreaCode", ImportBenchmark.Office)))
        {
            var analysts = new List<Visitor>();
            foreach (var account in accounts.Take(Crowd))
                analysts.Add(await portal.SignInAsync(account));
            foreach (var path in (string[])["/keluarga", "/keluarga?halaman=1000", "/keluarga?desil=1", "/keluarga?urut=nama", $"/keluarga?wilayah={Village}", "/dasbor"])
                await MeasureAsync($"`{path}`", portal.ProcessId, [.. analysts.Select(analyst => Get(analyst.Client, path))]);
            foreach (var (words, means) in Names)
                await MeasureFormAsync(portal, analysts, $"{means} (POST)", "/keluarga", "/keluarga/cari", ("Name", words), ("Area", ImportBenchmark.Office));
            await MeasureFormAsync(portal, analysts, "a NIK (POST)", "/keluarga/nomor", "/keluarga/nomor", ("Number", "6408990101800001"));
            await MeasureVisitAsync(portal, await portal.SignInAsync(accounts[^1]), visits[0]);
        }
        foreach (var (words, means) in Names)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nLIKE over the heads' names, by ADO in this process, {means}: {LikeScan(database, words):0.0} CPU ms"));
        return 0;
    }

    private static async Task MeasureFormAsync(ServedPortal portal, List<Visitor> analysts, string name, string form, string target, params (string Name, string Value)[] fields)
    {
        var requests = new List<Func<Task>>();
        foreach (var analyst in analysts)
        {
            var token = (await analyst.GetAsync(form)).Token!;
            requests.Add(Post(analyst.Client, target, HttpStatusCode.OK, [.. fields, ("__RequestVerificationToken", token)]));
        }
        await MeasureAsync(name, portal.ProcessId, requests);
    }

    // Each save needs the version that the last one made, so the form is fetched each time and both count.
    private static async Task MeasureVisitAsync(ServedPortal portal, Visitor enumerator, Guid visit)
    {
        var saves = 0;
        async Task SaveAsync()
        {
            var form = await enumerator.GetAsync($"/kunjungan/{visit}");
            var saved = await form.SubmitAsync($"form[action='/kunjungan/{visit}']", ("Form.Note", $"Simpan ke-{++saves}"));
            if (saved.StatusCode is not HttpStatusCode.Redirect)
                throw new InvalidOperationException($"The visit was not saved: {(int)saved.StatusCode} {saved.Text}");
        }
        await MeasureAsync("visit form fetched and saved", portal.ProcessId, [SaveAsync]);
    }

    private static async Task MeasureAsync(string name, int process, List<Func<Task>> users)
    {
        if (_bareCpu != 0 && _only is not null && !name.Contains(_only, StringComparison.Ordinal))
            return;
        var warming = Stopwatch.StartNew();
        for (var i = 0; i < WarmUps && warming.Elapsed < WarmEnough; i++)
            await users[i % users.Count]();
        await MeasureAsync(name, process, users[..1], Alone);
        if (users.Count > 1)
            await MeasureAsync(name, process, users, EachOfTheCrowd);
    }

    private static async Task MeasureAsync(string name, int process, List<Func<Task>> users, int requestsEach)
    {
        var (clock, cpu) = (Stopwatch.StartNew(), Measured.CpuSecondsOf(process));
        var milliseconds = (await Task.WhenAll(users.Select(async user =>
        {
            var waits = new List<double>();
            for (var i = 0; i < requestsEach && clock.Elapsed < Enough; i++)
            {
                var wait = Stopwatch.StartNew();
                await user();
                waits.Add(wait.Elapsed.TotalMilliseconds);
            }
            return waits;
        }))).SelectMany(waits => waits).Order().ToList();
        var (seconds, count) = (clock.Elapsed.TotalSeconds, milliseconds.Count);
        var cpuEach = (Measured.CpuSecondsOf(process) - cpu) * 1000 / count;
        if (_bareCpu == 0)
            _bareCpu = cpuEach;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {users.Count} | {milliseconds[count / 2]:0.0} | {milliseconds[count * 95 / 100]:0.0} | {count / seconds:0} | {cpuEach:0.00} | {cpuEach / _bareCpu:0.0} |"));
    }

    private static Func<Task> Get(HttpClient client, string path) => async () =>
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        if (answer.StatusCode is not HttpStatusCode.OK)
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}");
    };

    private static Func<Task> Post(HttpClient client, string path, HttpStatusCode expected, (string Name, string Value)[] fields) => async () =>
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        if (answer.StatusCode != expected)
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}");
    };

    private static double LikeScan(string database, string words)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        var parts = words.Split(' ');
        var condition = string.Join(" AND ", parts.Select((_, i) => FormattableString.Invariant($"HeadName LIKE $part{i}")));
        command.CommandText = $"SELECT COUNT(*) FROM (SELECT Id FROM Households WHERE {condition} ORDER BY HeadName LIMIT 25)";
        for (var i = 0; i < parts.Length; i++)
            command.Parameters.AddWithValue(FormattableString.Invariant($"$part{i}"), $"%{parts[i]}%");
        command.ExecuteScalar();
        var before = Environment.CpuUsage.TotalTime;
        const int Scans = 50;
        for (var i = 0; i < Scans; i++)
            command.ExecuteScalar();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Scans;
    }
}
