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
    public async Task Two_analysts_who_load_the_same_release_at_once_both_get_an_answer_and_no_family_twice()
    {
        await using var portal = TestPortal.Start();
        var first = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var second = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var rows = Enumerable.Range(0, 600).Select(i => new FamilyRow($"6271231{i:00000}", "6271041004")).ToArray();

        var pages = await Task.WhenAll(LoadAsync(first, rows), LoadAsync(second, rows));

        Assert.All(pages, page => Assert.Contains("Dimuat", page.Find(".tk-statuses").TextContent, StringComparison.Ordinal));
        Assert.Equal(600, await CountAsync(portal));
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

    private static async Task<Page> LoadAsync(Visitor analyst, FamilyRow[] rows, params (string, string)[] more) => await ImportPage.EndedAsync(analyst, await PathOfAsync(analyst, rows, more));

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
