using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Importing;

/// <summary>
/// The import of Kutai Timur, its process killed where it hurts; what the points mean is in <see cref="KillPoint"/>. TKPKD_FULL=1 kills it at 50 points of 100.000 families,
/// a third of them in publication.
/// </summary>
public sealed class KilledImportTests(UndisturbedImport undisturbed) : IClassFixture<UndisturbedImport>
{
    private const int Attempts = 8;

    public static TheoryData<string> Points => [.. KillPoint.OfFirstRelease.Keys];

    public static TheoryData<int> Percents => [.. KillPoint.PercentsOfPublication];

    [SharedTheory, MemberData(nameof(Points))]
    public async Task An_import_killed_at_any_point_shows_nothing_or_everything_and_a_repeat_completes_it(string point)
    {
        var kill = KillPoint.OfFirstRelease[point];
        using var data = await KilledAsync(kill, undisturbed.EmptyOffice, undisturbed.FilePath, TimeSpan.Zero);

        // The portal starts on what the kill left.
        await using var portal = TestPortal.StartOn(data.FullPath, UndisturbedImport.Office);
        var visible = await VisibleAsync(portal);
        var leftOver = await UnpublishedAsync(portal);
        var repeat = await portal.Scenario.ImportAsync(UndisturbedImport.Order, await File.ReadAllBytesAsync(undisturbed.FilePath));

        Assert.Equal((kill.Visible, kill.Visible), visible);
        Assert.Equal(0, leftOver);
        Assert.Equal(UndisturbedImport.Families - kill.Visible, repeat.Counts.New);
        Assert.Equal(kill.Visible, repeat.Counts.Same);
        Assert.Equal((UndisturbedImport.Families, UndisturbedImport.Families), await VisibleAsync(portal));
        Assert.Equal(undisturbed.ContentHash, await UndisturbedImport.ContentHashAsync(portal));
    }

    [SharedTheory, MemberData(nameof(Percents))]
    public async Task A_changed_release_killed_while_it_is_published_leaves_the_list_as_it_was_and_a_repeat_completes_it(int percentOfPublication)
    {
        using var data = await KilledAsync(KillPoint.InPublication, undisturbed.FilledOffice, undisturbed.ChangedFilePath, undisturbed.Publication * percentOfPublication / 100);

        await using var portal = TestPortal.StartOn(data.FullPath, UndisturbedImport.Office);
        var left = await UndisturbedImport.ContentHashAsync(portal);
        var leftOver = await UnpublishedAsync(portal);
        var repeat = await portal.Scenario.ImportAsync(UndisturbedImport.Order, await File.ReadAllBytesAsync(undisturbed.ChangedFilePath));

        Assert.Equal(undisturbed.ContentHash, left);
        Assert.Equal(0, leftOver);
        Assert.Equal((0, UndisturbedImport.ChangedFamilies), (repeat.Counts.New, repeat.Counts.Changed));
        Assert.Equal(undisturbed.ChangedContentHash, await UndisturbedImport.ContentHashAsync(portal));
    }

    [SharedFact]
    public async Task Taking_both_releases_back_gives_the_register_of_before_each_and_loading_the_list_again_the_full_one()
    {
        using var data = undisturbed.ChangedOffice();
        using var empty = undisturbed.EmptyOffice();
        var batches = new List<string>();
        await using (var portal = TestPortal.StartOn(data.FullPath, UndisturbedImport.Office))
            batches.AddRange(await portal.Scenario.AsConsoleAsync(Permission.ImportLists, async services =>
                (await services.GetRequiredService<PortalDbContext>().ImportBatches.OrderByDescending(b => b.Id).Select(b => b.PublicId).ToListAsync()).Select(id => id.ToString())));

        (await Verb.RunAsync(data.FullPath, UndisturbedImport.Office, "import", "undo", batches[0])).Succeeded();
        var afterOne = await UndisturbedImport.ContentHashAsync(data.FullPath);
        (await Verb.RunAsync(data.FullPath, UndisturbedImport.Office, "import", "undo", batches[1])).Succeeded();
        var twice = await Verb.RunAsync(data.FullPath, UndisturbedImport.Office, "import", "undo", batches[1]);

        Assert.NotEqual(undisturbed.ContentHash, undisturbed.ChangedContentHash);
        Assert.Equal(undisturbed.ContentHash, afterOne);
        Assert.Equal((1, true), (twice.ExitCode, twice.Error.Contains("Hanya impor yang sudah dimuat", StringComparison.Ordinal)));
        await using var undone = TestPortal.StartOn(data.FullPath, UndisturbedImport.Office);
        Assert.Equal(0, (await VisibleAsync(undone)).Households);
        Assert.Equal(await UndisturbedImport.ContentHashAsync(empty.FullPath), await UndisturbedImport.ContentHashAsync(undone));
        Assert.Equal(UndisturbedImport.Families, (await undone.Scenario.ImportAsync(UndisturbedImport.Order, await File.ReadAllBytesAsync(undisturbed.FilePath))).Counts.New);
        Assert.Equal(undisturbed.ContentHash, await UndisturbedImport.ContentHashAsync(undone));
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
            using var file = new ByteArrayContent(await File.ReadAllBytesAsync(undisturbed.FilePath));
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
        Assert.Equal((UndisturbedImport.Families, UndisturbedImport.Families), await VisibleAsync(portal));
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

    // Kills an import at the point, or so long after it; a kill that the file does not prove is done again.
    private static async Task<TempDirectory> KilledAsync(KillPoint kill, Func<TempDirectory> office, string file, TimeSpan after)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var data = office();
            using var process = UndisturbedImport.Start(data.FullPath, file);
            await KillAsync(process, kill, data.FullPath, after);
            await using var database = await ImportDatabase.OpenAsync(data.FullPath);
            if (kill.WasHit(await database.ProgressAsync()))
                return data;
            data.Dispose();
            // Too late: what is waited for was measured on a busier machine than this one is now.
            after /= 2;
        }
        throw new InvalidOperationException($"The point was not hit in {Attempts} attempts.");
    }

    private static async Task KillAsync(Process process, KillPoint kill, string data, TimeSpan after)
    {
        await using var database = await ImportDatabase.OpenAsync(data);
        while (!process.HasExited && !(HasStarted(data) && kill.HasCome(await database.ProgressAsync(), process.Id)))
            Thread.Sleep(1);
        await Task.Delay(after);
        process.Kill();
        await process.WaitForExitAsync();
    }

    // The log is the first thing that a process writes once it holds the data directory; an office that was filled before has one.
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
