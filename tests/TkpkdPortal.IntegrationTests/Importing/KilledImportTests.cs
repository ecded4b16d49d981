using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>The import of Kutai Timur, its process killed where it hurts; what the points mean is in <see cref="KillPoint"/>.</summary>
public sealed class KilledImportTests(UndisturbedImport undisturbed) : IClassFixture<UndisturbedImport>
{
    private const int Attempts = 8;

    public static TheoryData<string> Points => [.. KillPoint.All.Keys];

    [SharedTheory, MemberData(nameof(Points))]
    public async Task An_import_killed_at_any_point_shows_nothing_or_everything_and_a_repeat_completes_it(string point)
    {
        var kill = KillPoint.All[point];
        using var data = await KilledAsync(kill);

        // The portal starts on what the kill left.
        await using var portal = TestPortal.StartOn(data.FullPath, UndisturbedImport.Office);
        var visible = await VisibleAsync(portal);
        var leftOver = await UnpublishedAsync(portal);
        var repeat = await portal.Scenario.ImportAsync(UndisturbedImport.Order, await File.ReadAllBytesAsync(UndisturbedImport.FilePath));

        Assert.Equal((kill.Visible, kill.Visible), visible);
        Assert.Equal(0, leftOver);
        Assert.Equal(KillPoint.Families - kill.Visible, repeat.Counts.New);
        Assert.Equal(kill.Visible, repeat.Counts.Same);
        Assert.Equal((KillPoint.Families, KillPoint.Families), await VisibleAsync(portal));
        Assert.Equal(undisturbed.ContentHash, await UndisturbedImport.ContentHashAsync(portal));
    }

    [SharedFact]
    public async Task Taking_the_import_back_gives_the_empty_register_and_loading_it_again_the_full_one()
    {
        using var data = undisturbed.FilledOffice();
        var batch = "";
        await using (var portal = TestPortal.StartOn(data.FullPath, UndisturbedImport.Office))
            batch = await portal.Scenario.AsConsoleAsync(Permission.ImportLists, async services => (await services.GetRequiredService<PortalDbContext>().ImportBatches.Select(b => b.PublicId).SingleAsync()).ToString());

        (await Verb.RunAsync(data.FullPath, UndisturbedImport.Office, "import", "undo", batch)).Succeeded();
        var twice = await Verb.RunAsync(data.FullPath, UndisturbedImport.Office, "import", "undo", batch);

        using var empty = undisturbed.EmptyOffice();
        await using (var portal = TestPortal.StartOn(empty.FullPath, UndisturbedImport.Office))
        await using (var undone = TestPortal.StartOn(data.FullPath, UndisturbedImport.Office))
        {
            Assert.Equal((1, true), (twice.ExitCode, twice.Error.Contains("Hanya impor yang sudah dimuat", StringComparison.Ordinal)));
            Assert.Equal(0, (await VisibleAsync(undone)).Households);
            Assert.Equal(await UndisturbedImport.ContentHashAsync(portal), await UndisturbedImport.ContentHashAsync(undone));
            Assert.Equal(KillPoint.Families, (await undone.Scenario.ImportAsync(UndisturbedImport.Order, await File.ReadAllBytesAsync(UndisturbedImport.FilePath))).Counts.New);
            Assert.Equal(undisturbed.ContentHash, await UndisturbedImport.ContentHashAsync(undone));
        }
    }

    [SharedFact]
    public async Task An_upload_whose_portal_is_killed_while_it_is_checked_and_again_while_it_is_published_is_published_by_the_next_one()
    {
        using var data = undisturbed.EmptyOffice();
        var (analyst, publisher) = await AnalystsAsync(data.FullPath);
        var path = "";
        await using (var first = await ServedPortal.StartAsync(data.FullPath, UndisturbedImport.Office))
        {
            var visitor = await first.SignInAsync(analyst);
            using var file = new ByteArrayContent(await File.ReadAllBytesAsync(UndisturbedImport.FilePath));
            var answer = await visitor.UploadAsync("/impor/baru", "keluarga.csv", file, ("Kind", "P3keFamilies"), ("ReleaseName", "2023"), ("ReleasedOn", "15/09/2023"));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            path = answer.Location!;
            await WaitAsync(data.FullPath, now => now.StagedRows > 1_000);
            await first.KillAsync();
        }
        var killed = await ProgressAsync(data.FullPath);

        await using (var second = await ServedPortal.StartAsync(data.FullPath, UndisturbedImport.Office))
        {
            await WaitAsync(data.FullPath, now => now.State is ImportState.Judged);
            var visitor = await second.SignInAsync(publisher);
            Assert.Equal(HttpStatusCode.Redirect, (await (await visitor.GetAsync(path)).SubmitAsync(ImportPage.PublishForm)).StatusCode);
            await WaitAsync(data.FullPath, now => now.State is ImportState.Publishing or ImportState.Published);
            await second.KillAsync();
        }
        await using (var third = await ServedPortal.StartAsync(data.FullPath, UndisturbedImport.Office))
            await WaitAsync(data.FullPath, now => now.State is ImportState.Published);
        await using var portal = TestPortal.StartOn(data.FullPath, UndisturbedImport.Office);

        Assert.Equal(ImportState.Staging, killed.State);
        Assert.Equal((KillPoint.Families, KillPoint.Families), await VisibleAsync(portal));
        Assert.Equal(0, await UnpublishedAsync(portal));
        Assert.Equal(undisturbed.ContentHash, await UndisturbedImport.ContentHashAsync(portal));
    }

    private static async Task<(Account, Account)> AnalystsAsync(string data)
    {
        await using var portal = TestPortal.StartOn(data, UndisturbedImport.Office);
        return (await portal.Scenario.AccountAsync(Role.Analyst), await portal.Scenario.AccountAsync(Role.Analyst));
    }

    private static async Task<ImportProgress> ProgressAsync(string data)
    {
        await using var database = await ImportDatabase.OpenAsync(data);
        return await database.ProgressAsync();
    }

    private static async Task WaitAsync(string data, Func<ImportProgress, bool> until)
    {
        await using var database = await ImportDatabase.OpenAsync(data);
        var started = Stopwatch.StartNew();
        while (!until(await database.ProgressAsync()))
        {
            Assert.True(started.Elapsed < TimeSpan.FromMinutes(2), "The import did not get that far.");
            await Task.Delay(5);
        }
    }

    // Kills a fresh import at the point; a kill that the file does not prove is done again.
    private async Task<TempDirectory> KilledAsync(KillPoint kill)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var data = undisturbed.EmptyOffice();
            using var process = Verb.Start(data.FullPath, UndisturbedImport.Office,
                "import", "p3ke-families", UndisturbedImport.FilePath, "--release", UndisturbedImport.Order.ReleaseName, "--released-on", "2023-09-15", "--json");
            await KillAsync(process, kill, data.FullPath);
            await using var database = await ImportDatabase.OpenAsync(data.FullPath);
            if (kill.WasHit(await database.ProgressAsync()))
                return data;
            data.Dispose();
        }
        throw new InvalidOperationException($"The point was not hit in {Attempts} attempts.");
    }

    private static async Task KillAsync(Process process, KillPoint kill, string data)
    {
        await using var database = await ImportDatabase.OpenAsync(data);
        while (!process.HasExited && !(HasStarted(data) && kill.HasCome(await database.ProgressAsync(), process.Id)))
            Thread.Sleep(1);
        process.Kill();
        await process.WaitForExitAsync();
    }

    // The log is the first thing that a process writes once it holds the data directory.
    private static bool HasStarted(string data) => Directory.Exists(Path.Combine(data, "logs"));

    private static Task<(int Families, int Households)> VisibleAsync(TestPortal portal) => portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        return (await db.ListedHouseholds.CountAsync(), await db.Households.CountAsync());
    });

    private static Task<int> UnpublishedAsync(TestPortal portal) => portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        return await db.ListedHouseholds.IgnoreQueryFilters().CountAsync() + await db.Households.IgnoreQueryFilters().CountAsync() + await db.ListKeys.IgnoreQueryFilters().CountAsync()
            - await db.ListedHouseholds.CountAsync() - await db.Households.CountAsync() - await db.ListKeys.CountAsync();
    });
}

/// <summary>The same import left in peace once, and an office to start from.</summary>
public sealed class UndisturbedImport : IAsyncLifetime, IDisposable
{
    public const string Office = "64.08";

    private readonly TempDirectory _empty = new(), _filled = new();

    public static string FilePath => Path.Combine(Repository.Shared ?? "", "samples", "p3ke_keluarga_kutim_2023.csv");

    public static ImportOrder Order { get; } = new(ImportKind.P3keFamilies, "keluarga.csv", "2023", new DateOnly(2023, 9, 15));

    public byte[] ContentHash { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (Repository.Shared is null)
            return;
        (await Verb.RunAsync(_empty.FullPath, Office, "migrate")).Succeeded();
        Directory.Delete(_empty["logs"], recursive: true);
        Copy(_empty.FullPath, _filled.FullPath);
        (await Verb.RunAsync(_filled.FullPath, Office, "import", "p3ke-families", FilePath, "--release", Order.ReleaseName, "--released-on", "2023-09-15")).Succeeded();
        await using var portal = TestPortal.StartOn(_filled.FullPath, Office);
        ContentHash = await ContentHashAsync(portal);
    }

    public static Task<byte[]> ContentHashAsync(TestPortal portal) => portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds,
        services => services.GetRequiredService<RegisterContentHash>().OfRegisterAsync(default));

    public TempDirectory EmptyOffice()
    {
        var office = new TempDirectory();
        Copy(_empty.FullPath, office.FullPath);
        return office;
    }

    /// <summary>The office with the import in it.</summary>
    public TempDirectory FilledOffice()
    {
        var office = new TempDirectory();
        Copy(_filled.FullPath, office.FullPath);
        return office;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _empty.Dispose();
        _filled.Dispose();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? to);
            File.Copy(file, target);
        }
    }
}
