using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.IntegrationTests.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Imports;

public sealed class ImportPageTests
{
    private static readonly FamilyRow Good = new("627123000001", "6271041004") { HeadName = "SITI UJI" };

    // Another regency's, with texts that Excel would take for formulas and a number that it would round.
    private static readonly FamilyRow Foreign = new("627123000002", "6472031001") { HeadName = "=HYPERLINK(\"\"http://x\"\")", Address = "+62 @uji", Nik = "6271990302804711" };

    [Fact]
    public async Task A_file_is_checked_without_effect_then_loaded_and_its_withheld_rows_come_back_as_text_with_their_reason()
    {
        await using var portal = TestPortal.Start();
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));

        var dry = await LoadAsync(analyst, [Good, Foreign], ("DryRun", "true"));
        var untouched = (await analyst.GetAsync("/keluarga")).Text.Contains("SITI UJI", StringComparison.Ordinal);
        var loaded = await LoadAsync(analyst, [Good, Foreign]);
        var visible = (await analyst.GetAsync("/keluarga")).Text.Contains("SITI UJI", StringComparison.Ordinal);
        var withheld = await loaded.SubmitAsync("form[action$='/tertahan']");
        var rows = WorkbookText.Cells(withheld.Bytes);

        Assert.Contains("Hanya diperiksa: register tidak berubah.", dry.Text, StringComparison.Ordinal);
        Assert.False(untouched);
        Assert.True(visible);
        Assert.Contains("tidak berada di Kota Palangka Raya", loaded.Text, StringComparison.Ordinal);
        Assert.Equal(2, rows.Count);
        Assert.Equal(["3", "ditolak"], rows[1].Take(2));
        Assert.Contains("Baris wilayah lain dimuat oleh kantornya.", rows[1][2], StringComparison.Ordinal);
        Assert.Contains("=HYPERLINK(\"http://x\")", rows[1]);
        Assert.Contains(Foreign.Nik, rows[1]);
        Assert.Equal(0, WorkbookText.CountOfOtherThanText(withheld.Bytes));
    }

    [Fact]
    public async Task A_file_without_rows_is_refused_with_the_row_where_they_should_begin()
    {
        await using var portal = TestPortal.Start();
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));

        var page = await LoadAsync(analyst, []);

        Assert.Contains("Tidak ada baris data mulai baris 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("Berhenti karena galat", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_file_of_a_list_waits_until_the_first_is_published_and_no_family_stands_twice()
    {
        await using var portal = TestPortal.Start();
        var first = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var second = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var rows = Enumerable.Range(0, 600).Select(i => new FamilyRow($"6271231{i:00000}", "6271041004")).ToArray();

        var judged = await PathOfAsync(first, rows);
        await ImportPage.EndedAsync(first, judged);
        var refused = await LoadAsync(second, rows);
        var loaded = await ImportPage.PublishedAsync(first, judged);
        var again = await LoadAsync(second, rows);

        Assert.Contains("P3KE 2023, keluarga menunggu diterbitkan. Terbitkan atau batalkan dulu impor itu", refused.Text, StringComparison.Ordinal);
        Assert.All([loaded, again], page => Assert.Contains("Dimuat", page.Find(".tk-statuses").TextContent, StringComparison.Ordinal));
        Assert.Equal(600, await CountAsync(portal));
    }

    [Fact]
    public async Task A_file_of_more_than_1000_families_is_published_by_a_second_person_whom_the_start_page_tells()
    {
        await using var portal = TestPortal.Start();
        var uploader = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var second = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var path = await PathOfAsync(uploader, [.. Enumerable.Range(0, 1_001).Select(i => new FamilyRow($"6271231{i:00000}", "6271041004"))]);

        var judged = await ImportPage.EndedAsync(uploader, path);
        var told = (await second.GetAsync("/")).Text;
        var alone = await uploader.PostAsync(path + "/terbitkan", [("__RequestVerificationToken", judged.Token!)]);
        var before = await CountAsync(portal);
        var waits = await uploader.GetAsync("/impor?tampil=terbit");
        var published = await ImportPage.PublishedAsync(second, path);
        var late = await second.PostAsync(path + "/batalkan", [("__RequestVerificationToken", (await second.GetAsync("/impor/baru")).Token!)]);

        Assert.Contains("1.001 baris baru, 0 berubah dan 0 sama", judged.Text, StringComparison.Ordinal);
        Assert.Contains("Menunggu orang kedua", judged.Text, StringComparison.Ordinal);
        Assert.Contains("Akan dimuat, ditandai", judged.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Akan dimuat", published.Text, StringComparison.Ordinal);
        Assert.Null(judged.Document.QuerySelector(ImportPage.PublishForm));
        Assert.Contains("Impor untuk diterbitkan", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.StatusCode);
        Assert.Contains("diterbitkan oleh orang kedua", alone.Text, StringComparison.Ordinal);
        Assert.Equal(0, before);
        Assert.Contains("Tidak ada impor yang menunggu Anda terbitkan", waits.Text, StringComparison.Ordinal);
        Assert.Contains("diterbitkan oleh", published.Find(".tk-title").TextContent, StringComparison.Ordinal);
        Assert.Equal(1_001, await CountAsync(portal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
    }

    [Fact]
    public async Task A_judged_file_that_is_taken_back_leaves_nothing_and_lets_the_next_one_in()
    {
        await using var portal = TestPortal.Start();
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var path = await PathOfAsync(analyst, [Good]);

        var judged = await ImportPage.EndedAsync(analyst, path);
        Assert.Equal(HttpStatusCode.Redirect, (await judged.SubmitAsync(ImportPage.CancelForm)).StatusCode);
        var cancelled = await ImportPage.EndedAsync(analyst, path);
        var left = await portal.Scenario.AsConsoleAsync(Permission.ImportLists, services => services.GetRequiredService<PortalDbContext>().ListedHouseholds.IgnoreQueryFilters().CountAsync());
        var after = await LoadAsync(analyst, [Good]);

        Assert.Contains("Dibatalkan, tidak ada yang dimuat", cancelled.Text, StringComparison.Ordinal);
        Assert.Equal(0, left);
        Assert.Contains("Dimuat", after.Find(".tk-statuses").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(portal));
    }

    [Fact]
    public async Task Only_who_loads_lists_sees_imports()
    {
        await using var portal = TestPortal.Start();
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var enumerator = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Enumerator, "62.71.04.1004"));
        var path = await PathOfAsync(analyst, [Good]);

        Assert.Equal(HttpStatusCode.OK, (await ImportPage.EndedAsync(analyst, path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await enumerator.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await enumerator.GetAsync("/impor/baru")).StatusCode);
    }

    [Fact]
    public async Task An_upload_without_its_answers_is_asked_for_them_and_keeps_what_was_typed()
    {
        await using var portal = TestPortal.Start();
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        using var file = new ByteArrayContent(FamiliesFile.Of([Good]));

        var page = await analyst.UploadAsync("/impor/baru", "keluarga.csv", file, ("ReleaseName", "Rilis ketiga"), ("ReleasedOn", "kemarin"));

        Assert.Contains("Pilih jenis berkas", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tulis tanggal seperti 15/09/2023", page.Text, StringComparison.Ordinal);
        Assert.Equal("Rilis ketiga", page.Find("#ReleaseName").GetAttribute("value"));
        Assert.False(Directory.Exists(Path.Combine(portal.DataDirectory, "uploads")) && Directory.EnumerateFiles(Path.Combine(portal.DataDirectory, "uploads")).Any());
    }

    [Fact]
    public async Task An_upload_that_the_browser_cancels_leaves_no_file_and_no_import()
    {
        using var data = new TempDirectory();
        var account = await AnalystAsync(data.FullPath);
        await using var portal = await ServedPortal.StartAsync(data.FullPath, "62.71");
        var analyst = await portal.SignInAsync(account);
        using var cancel = new CancellationTokenSource();
        using var file = new StreamContent(new StallingStream(new byte[400_000], cancel, () => Directory.Exists(data["uploads"]) && Directory.EnumerateFiles(data["uploads"]).Any()));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => analyst.UploadAsync("/impor/baru", "batal.csv", file,
            cancel.Token, ("Kind", "P3keFamilies"), ("ReleaseName", "2023"), ("ReleasedOn", "15/09/2023")));
        await UntilAsync(() => !Directory.EnumerateFiles(data["uploads"]).Any());

        Assert.Contains("0 berkas pernah diunggah", (await analyst.GetAsync("/impor")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_with_a_page_that_says_the_limit_before_it_is_sent()
    {
        using var data = new TempDirectory();
        var account = await AnalystAsync(data.FullPath);
        await using var portal = await ServedPortal.StartAsync(data.FullPath, "62.71");
        var analyst = await portal.SignInAsync(account);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/impor/baru", UriKind.Relative)) { Content = new UnsentContent(3_000_000_000) };
        request.Headers.ExpectContinue = true;

        var answer = await analyst.SendAsync(request);

        Assert.Contains("Berkas lebih besar daripada 1 GB", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sealed_piece_that_no_import_names_is_removed_after_a_day()
    {
        using var data = new TempDirectory();
        Directory.CreateDirectory(data["uploads"]);
        foreach (var (name, age) in new[] { ("lama.sealed", 2), ("baru.sealed", 0) })
        {
            await File.WriteAllTextAsync(Path.Combine(data["uploads"], name), "x");
            File.SetLastWriteTimeUtc(Path.Combine(data["uploads"], name), DateTime.UtcNow.AddDays(-age));
        }

        await using var portal = TestPortal.StartOn(data.FullPath, "62.71");
        await portal.Visitor().GetAsync("/masuk");
        await UntilAsync(() => !File.Exists(Path.Combine(data["uploads"], "lama.sealed")));

        Assert.True(File.Exists(Path.Combine(data["uploads"], "baru.sealed")));
    }

    private static async Task<Account> AnalystAsync(string data)
    {
        await using var portal = TestPortal.StartOn(data, "62.71");
        return await portal.Scenario.AccountAsync(Role.Analyst);
    }

    private static async Task<Page> LoadAsync(Visitor analyst, FamilyRow[] rows, params (string, string)[] more) => await ImportPage.PublishedAsync(analyst, await PathOfAsync(analyst, rows, more));

    private static async Task<string> PathOfAsync(Visitor analyst, FamilyRow[] rows, params (string, string)[] more)
    {
        using var file = new ByteArrayContent(FamiliesFile.Of(rows));
        var answer = await analyst.UploadAsync("/impor/baru", "keluarga.csv", file, [("Kind", "P3keFamilies"), ("ReleaseName", "2023"), ("ReleasedOn", "15/09/2023"), .. more]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Location ?? "";
    }

    private static Task<int> CountAsync(TestPortal portal) =>
        portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<PortalDbContext>().Households.CountAsync());

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var tries = 0; tries < 600 && !holds(); tries++)
            await Task.Delay(50);
        Assert.True(holds());
    }

    /// <summary>Announces its length and waits to be asked for it.</summary>
    private sealed class UnsentContent : HttpContent
    {
        private readonly long _length;

        public UnsentContent(long length)
        {
            _length = length;
            Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new InvalidOperationException("The portal asked for the body.");

        protected override bool TryComputeLength(out long length)
        {
            length = _length;
            return true;
        }
    }

    /// <summary>Sends half, and cancels once the portal has begun to write it down.</summary>
    private sealed class StallingStream(byte[] bytes, CancellationTokenSource cancel, Func<bool> hasArrived) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position < Length / 2)
                return await base.ReadAsync(buffer[..Math.Min(buffer.Length, 16_384)], cancellationToken);
            await UntilAsync(hasArrived);
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancel.Token);
            return 0;
        }
    }
}
