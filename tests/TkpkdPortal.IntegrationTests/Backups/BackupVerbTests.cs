using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;
using Xunit.Abstractions;

namespace TkpkdPortal.IntegrationTests.Backups;

/// <summary>The built program, beside a portal that holds the database and writes.</summary>
public sealed class BackupVerbTests(ITestOutputHelper output) : IDisposable
{
    private const string Office = "62.71", Village = "62.71.04.1004";

    private readonly TempDirectory _place = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _place.Dispose();
    }

    [Fact]
    public async Task A_backup_made_while_people_write_restores_to_the_same_office()
    {
        Account analyst;
        Guid household;
        await using (var portal = TestPortal.StartOn(_place["data"], Office))
        {
            household = await portal.Scenario.HouseholdInAsync(Village, "SITI UJI");
            await portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), new FamilyRow("627123990001", "6271041004") { HeadName = "NIK UJI", Nik = "6271990302800001" });
            analyst = await portal.Scenario.AccountAsync(Role.Analyst);
            using var enough = new CancellationTokenSource();
            // On a thread of its own: SQLite answers before anything is awaited.
            var writing = Task.Run(() => WriteAsync(portal, enough.Token));
            for (var i = 0; i < 3; i++)
            {
                var made = (await RunAsync("backup", _place[$"cadangan{i}"], "--keys", _place["kunci"], "--json")).Succeeded();
                Assert.True(made.Json.GetProperty("isDone").GetBoolean());
            }
            await enough.CancelAsync();
            var written = await writing;
            output.WriteLine($"{written} programs written meanwhile");
            Assert.True(written > 0, "nothing was written while the backups were made");
        }

        for (var i = 0; i < 3; i++)
        {
            var proven = (await RunAsync("backup", "verify", _place[$"cadangan{i}"], "--keys", _place["kunci"], "--json")).Succeeded().Json;
            Assert.True(proven.GetProperty("numberOpened").GetBoolean());
            output.WriteLine(proven.GetRawText());
        }
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_place["data"], "scratch")));
        Assert.Empty(Directory.EnumerateFiles(_place["cadangan0"], "*keys*", SearchOption.AllDirectories));

        var restored = (await Verb.RunAsync(_place["pulih"], Office, "restore", _place["cadangan2"], "--keys", _place["kunci"], "--json")).Succeeded().Json;
        var audit = (await Verb.RunAsync(_place["pulih"], Office, "audit", "verify")).Succeeded();
        Assert.StartsWith($"{Indonesian.Number(restored.GetProperty("auditEntries").GetInt64())} catatan audit utuh", audit.Output, StringComparison.Ordinal);
        await using var again = TestPortal.StartOn(_place["pulih"], Office);
        var visitor = await again.SignInAsync(analyst);
        Assert.Contains("SITI UJI", (await visitor.GetAsync($"/keluarga/{household}")).Text, StringComparison.Ordinal);
        var numbers = await (await visitor.GetAsync($"/keluarga/{await NikHouseholdAsync(again)}")).SubmitAsync("form[action$='/nomor']", ("Reason", "FamilyRequest"));
        Assert.Contains("6271990302800001", numbers.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_made_with_cp_is_flagged()
    {
        await BackUpAsync();
        await using (var portal = TestPortal.StartOn(_place["data"], Office))
        {
            await portal.Scenario.HouseholdInAsync(Village);
            Directory.CreateDirectory(_place["cp"]);
            File.Copy(Path.Combine(_place["data"], "portal.db"), Path.Combine(_place["cp"], "portal.db"));
        }

        var alone = await RunAsync("backup", "verify", _place["cp"], "--keys", _place["kunci"]);
        File.Copy(Path.Combine(_place["cp"], "portal.db"), Path.Combine(_place["cadangan"], "portal.db"), overwrite: true);
        var amidst = await RunAsync("backup", "verify", _place["cadangan"], "--keys", _place["kunci"]);
        var restored = await Verb.RunAsync(_place["pulih"], Office, "restore", _place["cadangan"], "--keys", _place["kunci"]);

        Assert.Equal((1, ""), (alone.ExitCode, alone.Output));
        Assert.Contains("tanpa manifes", alone.Error, StringComparison.Ordinal);
        Assert.Equal(1, amidst.ExitCode);
        Assert.Contains("bukan berkas yang dicadangkan", amidst.Error, StringComparison.Ordinal);
        Assert.Equal(1, restored.ExitCode);
        Assert.False(File.Exists(Path.Combine(_place["pulih"], "portal.db")));
    }

    [Fact]
    public async Task The_keys_of_another_office_are_refused_with_a_sentence()
    {
        await BackUpAsync();
        await OpenOfficeAsync(_place["lain"]);

        var verified = await RunAsync("backup", "verify", _place["cadangan"], "--keys", Path.Combine(_place["lain"], "keys"));
        var missing = await RunAsync("backup", "verify", _place["cadangan"], "--keys", _place["kosong"]);
        var restored = await Verb.RunAsync(_place["pulih"], Office, "restore", _place["cadangan"], "--keys", Path.Combine(_place["lain"], "keys"));

        Assert.Equal(1, verified.ExitCode);
        Assert.Contains("Kunci ini bukan kunci cadangan ini", verified.Error, StringComparison.Ordinal);
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("Tidak ada kunci", missing.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place["kosong"]));
        Assert.Equal(1, restored.ExitCode);
        Assert.False(File.Exists(Path.Combine(_place["pulih"], "portal.db")));
    }

    [Fact]
    public async Task A_manifest_that_somebody_changed_is_not_believed()
    {
        await BackUpAsync();
        var manifest = Path.Combine(_place["cadangan"], "manifest.json");
        var text = await File.ReadAllTextAsync(manifest);
        Assert.Contains("\"auditEntries\"", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(manifest, text.Replace("\"auditEntries\": ", "\"auditEntries\": 9", StringComparison.Ordinal), new UTF8Encoding(false));

        var verified = await RunAsync("backup", "verify", _place["cadangan"], "--keys", _place["kunci"]);

        Assert.Equal(1, verified.ExitCode);
        Assert.Contains("sudah diubah", verified.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_ever_written_over()
    {
        await BackUpAsync();
        await OpenOfficeAsync(_place["lain"]);

        var twice = await RunAsync("backup", _place["cadangan"], "--keys", _place["kunci"]);
        var beside = await RunAsync("backup", _place["baru"], "--keys", Path.Combine(_place["baru"], "kunci"));
        var otherKeys = await RunAsync("backup", _place["baru"], "--keys", Path.Combine(_place["lain"], "keys"));
        var onData = await Verb.RunAsync(_place["lain"], Office, "restore", _place["cadangan"], "--keys", _place["kunci"]);
        var otherOffice = await Verb.RunAsync(_place["pulih"], "64.08", "restore", _place["cadangan"], "--keys", _place["kunci"]);

        Assert.All([twice, beside, otherKeys, onData, otherOffice], refused => Assert.Equal((1, ""), (refused.ExitCode, refused.Output)));
        Assert.Contains("tidak kosong", twice.Error, StringComparison.Ordinal);
        Assert.Contains("harus terpisah", beside.Error, StringComparison.Ordinal);
        Assert.Contains("sudah berisi kunci lain", otherKeys.Error, StringComparison.Ordinal);
        Assert.Contains("sudah berisi data", onData.Error, StringComparison.Ordinal);
        Assert.Contains("milik kantor 62.71", otherOffice.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_place["pulih"], "portal.db")));
    }

    [Fact]
    public async Task An_upload_that_waits_comes_back_sealed()
    {
        await OpenOfficeAsync(_place["data"]);
        Directory.CreateDirectory(Path.Combine(_place["data"], "uploads"));
        await File.WriteAllTextAsync(Path.Combine(_place["data"], "uploads", "uji.bin"), "tersegel");

        (await RunAsync("backup", _place["cadangan"], "--keys", _place["kunci"])).Succeeded();
        (await Verb.RunAsync(_place["pulih"], Office, "restore", _place["cadangan"], "--keys", _place["kunci"])).Succeeded();

        Assert.Equal("tersegel", await File.ReadAllTextAsync(Path.Combine(_place["pulih"], "uploads", "uji.bin")));
    }

    [Fact]
    public async Task Photos_come_back_readable_and_a_lost_one_is_noticed()
    {
        string photo;
        Account enumerator;
        await using (var portal = TestPortal.StartOn(_place["data"], Office))
        {
            enumerator = await portal.Scenario.AccountAsync(Role.Enumerator, Village);
            var visit = await portal.Scenario.DraftVisitAsync(await portal.Scenario.HouseholdInAsync(Village), enumerator);
            photo = await portal.Scenario.PhotoAsync(visit, enumerator, PhotoKind.Roof);
        }
        (await RunAsync("backup", _place["cadangan"], "--keys", _place["kunci"])).Succeeded();
        (await RunAsync("backup", "verify", _place["cadangan"], "--keys", _place["kunci"])).Succeeded();
        (await Verb.RunAsync(_place["pulih"], Office, "restore", _place["cadangan"], "--keys", _place["kunci"])).Succeeded();
        await using (var again = TestPortal.StartOn(_place["pulih"], Office))
            Assert.Equal(PhotoBytes.Jpeg(), (await (await again.SignInAsync(enumerator)).GetAsync(photo)).Bytes);

        foreach (var file in Directory.GetFiles(Path.Combine(_place["data"], "photos"), "*", SearchOption.AllDirectories))
            File.Delete(file);
        (await RunAsync("backup", _place["kurang"], "--keys", _place["kunci"])).Succeeded();
        var verified = await RunAsync("backup", "verify", _place["kurang"], "--keys", _place["kunci"]);

        Assert.Equal(1, verified.ExitCode);
        Assert.Contains("berkasnya tidak ada dalam cadangan", verified.Error, StringComparison.Ordinal);
    }

    private Task<Verb> RunAsync(params string[] arguments) => Verb.RunAsync(_place["data"], Office, arguments);

    private async Task BackUpAsync()
    {
        await OpenOfficeAsync(_place["data"]);
        (await RunAsync("backup", _place["cadangan"], "--keys", _place["kunci"])).Succeeded();
    }

    private static async Task OpenOfficeAsync(string data) => (await Verb.RunAsync(data, Office, "migrate")).Succeeded();

    private static async Task<int> WriteAsync(TestPortal portal, CancellationToken enough)
    {
        var written = 0;
        while (!enough.IsCancellationRequested)
            await portal.Scenario.ProgramAsync("Disnaker", $"Program uji {++written}");
        return written;
    }

    private static Task<Guid> NikHouseholdAsync(TestPortal portal) => portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services =>
        services.GetRequiredService<PortalDbContext>().Households.Where(h => h.HeadName == "NIK UJI").Select(h => h.PublicId).SingleAsync());
}
