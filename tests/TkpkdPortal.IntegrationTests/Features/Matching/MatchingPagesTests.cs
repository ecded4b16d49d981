using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Matching;

public sealed class MatchingPagesTests : IAsyncLifetime
{
    private const string Nik = "6271990302800001", ToldNik = "6271990302800009", Village = "6271041004";

    private static readonly DateOnly Day = new(2026, 11, 20);

    private readonly TestPortal _portal = TestPortal.Start();

    public Task InitializeAsync() => _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), new FamilyRow("62710000001", Village) { Nik = Nik });

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Fact]
    public async Task A_difference_is_taken_over_only_when_its_officer_says_so()
    {
        await AnswerAsync(new AnswerLine("Tidak sesuai") { Nik = Nik, ToldName = "BUDI BENAR", ToldNik = ToldNik });
        var officer = await OfficerAsync();
        var page = await officer.GetAsync(await FirstAsync(officer));
        Assert.Contains("BUDI BENAR", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(ToldNik, page.Source, StringComparison.Ordinal);

        var saved = await page.SubmitAsync("form.tk-decide", ("Settlement", "TakenOver"));

        Assert.Contains("diselesaikan", (await saved.FollowAsync()).Text, StringComparison.Ordinal);
        var person = await PersonAsync();
        Assert.Equal(("BUDI BENAR", CivilMatch.Agrees, Day, true), (person.Name, person.CivilMatch, person.CivilMatchOn, person.MatchesCivilRegistry));
        Assert.NotEqual(Nik[..6] + "0000", person.Nik!.Mask);
        Assert.Empty((await officer.GetAsync("/pemadanan")).Document.QuerySelectorAll("tbody tr"));
        Assert.Single((await officer.GetAsync("/pemadanan?hasil=selesai")).Document.QuerySelectorAll("tbody tr"));
        Assert.Contains("Diperbaiki menurut Dukcapil", (await officer.GetAsync($"/keluarga/{await HouseholdAsync()}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_visit_verified_is_not_replaced_without_a_reason()
    {
        await VerifyNameAsync("BUDI TERVERIFIKASI");
        await AnswerAsync(new AnswerLine("Tidak sesuai") { Nik = Nik, Name = "BUDI TERVERIFIKASI", ToldName = "BUDI BENAR" });
        var officer = await OfficerAsync();
        var page = await officer.GetAsync(await FirstAsync(officer));
        Assert.Contains("Diverifikasi lewat kunjungan", page.Text, StringComparison.Ordinal);

        var silent = await page.SubmitAsync("form.tk-decide", ("Settlement", "TakenOver"));
        Assert.Equal("BUDI TERVERIFIKASI", (await PersonAsync()).Name);
        await silent.SubmitAsync("form.tk-decide", ("Settlement", "TakenOver"), ("Note", "KTP baru dilihat di loket."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Contains("sudah diverifikasi lewat kunjungan", silent.Text, StringComparison.Ordinal);
        Assert.Equal("BUDI BENAR", (await PersonAsync()).Name);
    }

    [Fact]
    public async Task A_register_that_stays_needs_a_note_and_a_choice_is_always_needed()
    {
        await AnswerAsync(new AnswerLine("Meninggal") { Nik = Nik });
        var officer = await OfficerAsync();
        var page = await officer.GetAsync(await FirstAsync(officer));

        var without = await page.SubmitAsync("form.tk-decide", ("Settlement", "Kept"));
        var unchosen = await page.SubmitAsync("form.tk-decide", ("Note", "Masih hidup."));
        var invented = await page.SubmitAsync("form.tk-decide", ("Settlement", "TakenOver"));
        var kept = await without.SubmitAsync("form.tk-decide", ("Settlement", "Kept"), ("Note", "Orangnya datang ke loket."));

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect],
            new[] { without.StatusCode, unchosen.StatusCode, invented.StatusCode, kept.StatusCode });
        Assert.Contains("Masih hidup.", unchosen.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(CivilMatch.Deceased, (await PersonAsync()).CivilMatch);
    }

    [Fact]
    public async Task Two_officers_do_not_settle_the_same_difference_twice()
    {
        await AnswerAsync(new AnswerLine("Tidak ditemukan") { Nik = Nik });
        var (first, second) = (await OfficerAsync(), await OfficerAsync());
        var (here, there) = (await first.GetAsync(await FirstAsync(first)), await second.GetAsync(await FirstAsync(second)));

        await here.SubmitAsync("form.tk-decide", ("Settlement", "Visited"));
        var late = await there.SubmitAsync("form.tk-decide", ("Settlement", "Kept"), ("Note", "Benar."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("berubah sejak halaman dibuka", late.Text, StringComparison.Ordinal);
        Assert.Contains("Dicek petugas di lapangan", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_household_says_what_the_civil_registry_answered_and_when()
    {
        await AnswerAsync(new AnswerLine("Tidak sesuai") { Nik = Nik, Fields = "nama" });
        var page = await (await OfficerAsync()).GetAsync($"/keluarga/{await HouseholdAsync()}");

        Assert.Contains("Tidak sesuai", page.Text, StringComparison.Ordinal);
        Assert.Contains("Dukcapil, 20 Nov 2026", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_uploaded_by_the_civil_registry_and_seen_by_nobody_else()
    {
        var officer = await OfficerAsync();
        using var file = new ByteArrayContent(AnswersFile.Of(new AnswerLine("Sesuai") { Nik = Nik }, new AnswerLine("Meninggal") { Nik = ToldNik, Name = "ORANG LAIN" }));
        var sent = await officer.UploadAsync("/pemadanan/jawaban/baru", "jawaban.csv", file, ("Kind", "CivilRegistry"), ("ReleaseName", "November"), ("ReleasedOn", "20/11/2026"));
        var loaded = await WaitForAsync(officer, sent.Location!);
        var analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));

        Assert.Contains("Dimuat", loaded.Text, StringComparison.Ordinal);
        Assert.Contains("ORANG LAIN", (await officer.GetAsync(sent.Location + "/tak-padan")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.GetAsync(sent.Location!.Replace("/pemadanan/jawaban", "/impor", StringComparison.Ordinal))).StatusCode);
        Assert.DoesNotContain("November", (await analyst.GetAsync("/impor")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync("/pemadanan")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/impor")).StatusCode);
    }

    [Fact]
    public async Task Nobody_loads_the_other_kind_of_file()
    {
        var analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));
        using var file = new ByteArrayContent(AnswersFile.Of(new AnswerLine("Sesuai") { Nik = Nik }));

        var sent = await analyst.UploadAsync("/impor/baru", "jawaban.csv", file, ("Kind", "CivilRegistry"), ("ReleaseName", "November"), ("ReleasedOn", "20/11/2026"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Contains("Pilih jenis berkas", sent.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Csv")]
    [InlineData("Xlsx")]
    public async Task What_goes_out_comes_back_answered_with_its_numbers_whole(string format)
    {
        var officer = await OfficerAsync();
        var refused = await (await officer.GetAsync("/pemadanan/unduh")).SubmitAsync("main form", ("Purpose", " "), ("Format", format));
        var sent = await (await officer.GetAsync("/pemadanan/unduh")).SubmitAsync("main form", ("Purpose", "Pemadanan triwulan IV"), ("Format", format));
        var (text, rows) = Read(sent.Bytes);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("no-store", sent.Response.Headers.CacheControl?.ToString());
        Assert.Contains("TERBATAS", text, StringComparison.Ordinal);
        var row = Assert.Single(rows);
        Assert.Equal(((await PersonAsync()).PublicId.ToString(), Nik), (row[1], row[2].TrimStart('\'')));
        Assert.Equal(1, await AuditedAsync("List.Exported"));
        Assert.Contains("Unduhan pemadanan, nomor lengkap", await WhoSawAsync(), StringComparison.Ordinal);

        var batch = await _portal.Scenario.ImportAsync(new TkpkdPortal.Importing.ImportOrder(ImportKind.CivilRegistry, "kembali", "November", Day), Answered(sent.Bytes, format));
        Assert.Equal((1, 1, 1), (batch.Counts.Rows, batch.Counts.New, batch.Counts.Matched));
    }

    [Fact]
    public async Task What_was_answered_is_not_asked_again_unless_it_is_wanted()
    {
        await AnswerAsync(new AnswerLine("Tidak sesuai") { Nik = Nik, Fields = "nama" });
        var officer = await OfficerAsync();

        Assert.Contains("0 jiwa", (await officer.GetAsync("/pemadanan/unduh")).Text, StringComparison.Ordinal);
        Assert.Contains("1 jiwa", (await officer.GetAsync("/pemadanan/unduh?siapa=beda")).Text, StringComparison.Ordinal);
        Assert.Contains("1 jiwa", (await officer.GetAsync("/pemadanan/unduh?siapa=semua")).Text, StringComparison.Ordinal);
        foreach (var role in new[] { Role.Analyst, Role.SocialService, Role.Opd, Role.DataProtectionOfficer })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await _portal.SignInAsync(await _portal.Scenario.AccountAsync(role))).GetAsync("/pemadanan/unduh")).StatusCode);
    }

    // As the importer reads it: heading found below the lines that say what the file is.
    private static (string Text, List<string[]> Rows) Read(byte[] file)
    {
        using var content = new MemoryStream(file);
        using var records = TkpkdPortal.Importing.Files.RecordFile.Open(content, ImportKind.CivilRegistry, null);
        var rows = records.Rows().Select(record => record.Cells.Select(cell => cell.Text).ToArray()).ToList();
        var isZip = file is [(byte)'P', (byte)'K', ..];
        return (isZip ? WorkbookText.Source(file) : System.Text.Encoding.UTF8.GetString(file), rows);
    }

    private static byte[] Answered(byte[] file, string format)
    {
        if (format == "Csv")
            return System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(file).TrimEnd().Replace("\"\";\"\";\"\";\"\";\"\";\"\";\"\"", "\"Sesuai\";\"\";\"\";\"\";\"\";\"\";\"\"", StringComparison.Ordinal));
        using var content = new MemoryStream(file);
        using var records = TkpkdPortal.Importing.Files.RecordFile.Open(content, ImportKind.CivilRegistry, null);
        var row = records.Rows().Single();
        return AnswersFile.Of(new AnswerLine("Sesuai") { PersonId = Guid.Parse(row.Cells[1].Text), Nik = row.Cells[2].Text, Name = row.Cells[3].Text, BirthDate = row.Cells[4].Text });
    }

    private Task<int> AuditedAsync(string action) => _portal.Scenario.AsConsoleAsync(Permission.ViewOwnTasks, services =>
        services.GetRequiredService<PortalDbContext>().AuditEntries.CountAsync(entry => entry.Action == action));

    private async Task<string> WhoSawAsync()
    {
        var keeper = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.DataProtectionOfficer));
        var path = $"/keluarga/{await HouseholdAsync()}/akses";
        for (var i = 0; i < 50 && !(await keeper.GetAsync(path)).Text.Contains("Unduhan pemadanan", StringComparison.Ordinal); i++)
            await Task.Delay(200);
        return (await keeper.GetAsync(path)).Text;
    }

    private Task<ImportBatch> AnswerAsync(AnswerLine line) => _portal.Scenario.ImportAnswersAsync("November", Day, line);

    private async Task<Visitor> OfficerAsync() => await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.CivilRegistry));

    private static async Task<string> FirstAsync(Visitor officer) => (await officer.GetAsync("/pemadanan")).Find("tbody th a").GetAttribute("href")!;

    private static async Task<Page> WaitForAsync(Visitor officer, string path)
    {
        for (var i = 0; i < 100; i++)
        {
            var page = await officer.GetAsync(path);
            if (page.Document.QuerySelector("[data-reload]") is null)
                return page;
            await Task.Delay(200);
        }
        throw new TimeoutException("The answer was not loaded.");
    }

    private Task<Person> PersonAsync() => _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services =>
        services.GetRequiredService<PortalDbContext>().Persons.AsNoTracking().SingleAsync());

    private Task<Guid> HouseholdAsync() => _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, services =>
        services.GetRequiredService<PortalDbContext>().Households.Select(household => household.PublicId).SingleAsync());

    // An approved visit whose respondent showed the card.
    private async Task VerifyNameAsync(string name)
    {
        var enumerator = await _portal.Scenario.AccountAsync(Role.Enumerator, "62.71.04.1004");
        var head = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, "62.71.04.1004"));
        var visit = await _portal.Scenario.DraftVisitAsync(await HouseholdAsync(), enumerator);
        var visitor = await _portal.SignInAsync(enumerator);
        await (await visitor.GetAsync($"/kunjungan/{visit}")).SubmitAsync("main form[action*=kunjungan]", ("Form.CorrectedHeadName", name), ("Form.Action", "ajukan"));
        await (await head.GetAsync($"/periksa/{visit}")).SubmitAsync("form.tk-decide", ("Decision", "Approve"));
        Assert.Equal(name, (await PersonAsync()).Name);
    }
}
