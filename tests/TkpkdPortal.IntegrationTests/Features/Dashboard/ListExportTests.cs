using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Exporting;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Dashboard;

/// <summary>Names and figures that leave the portal as a file: for whom, for what, and in which cells.</summary>
public sealed class ListExportTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", OtherVillage = "62.71.04.1005", Nik = "6271990302800001";

    private readonly TestPortal _portal = TestPortal.Start();
    private Account _account = null!;
    private Visitor _analyst = null!;

    public async Task InitializeAsync()
    {
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15),
            new FamilyRow("627123000001", "6271041004") { HeadName = "SITI UJI", Nik = Nik, Address = "=HYPERLINK(1) RT 01 RW 01" },
            new FamilyRow("627123000002", "6271041005") { HeadName = "BUDI UJI", Decile = "2" });
        _account = await _portal.Scenario.AccountAsync(Role.Analyst);
        _analyst = await _portal.SignInAsync(_account);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task The_list_leaves_with_masked_numbers_as_text_and_says_what_it_is()
    {
        var csv = await TakeAsync("/keluarga/unduh", "Csv");
        var workbook = await TakeAsync("/keluarga/unduh", "Xlsx");

        var rows = ReadTable.CsvRows(Encoding.UTF8.GetString(csv.Bytes));
        Assert.Contains(rows, row => row[0] == "Tujuan" && row[1] == "Bahan musdes uji");
        Assert.Contains(rows, row => row[0] == "Sifat" && row[1].StartsWith("TERBATAS", StringComparison.Ordinal));
        var siti = Assert.Single(rows, row => row[0] == "SITI UJI");
        Assert.Equal((15, "627199••••••••••", "'" + Village, "'001"), (siti.Count, siti[1], siti[5], siti[6]));
        Assert.Contains(WorkbookText.Cells(workbook.Bytes), row => row.SequenceEqual(siti));
        Assert.DoesNotContain(Nik, csv.Source, StringComparison.Ordinal);
        Assert.Equal("attachment", csv.Response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.StartsWith("keluarga-6271-", csv.Response.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_filtered_families_leave()
    {
        Assert.Equal(["BUDI UJI"], NamesIn(await TakeAsync("/keluarga/unduh?desil=2", "Csv")));
        Assert.Equal(["SITI UJI"], NamesIn(await TakeAsync($"/keluarga/unduh?wilayah={Village}", "Csv")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("desil=1")]
    [InlineData("status=belum")]
    [InlineData("status=Approved")]
    [InlineData("kebutuhan=Work")]
    [InlineData("kurang=lengkap")]
    [InlineData("kurang=Nik")]
    [InlineData("kelayakan=Poor")]
    public async Task The_file_holds_the_families_that_the_list_shows(string filter)
    {
        var page = await _analyst.GetAsync($"/keluarga?{filter}");
        var file = await TakeAsync($"/keluarga/unduh?{filter}", "Csv");

        var shown = page.Document.QuerySelectorAll("main a").Where(a => Guid.TryParse(a.GetAttribute("href")?.Split('/')[^1], out _)).Select(a => a.TextContent.Trim().Replace("Keluarga ", "", StringComparison.Ordinal));
        Assert.Equal(shown.Order(), NamesIn(file).Order());
    }

    [Fact]
    public async Task What_somebody_typed_is_no_formula_in_any_file()
    {
        var csv = ReadTable.CsvRows(Encoding.UTF8.GetString((await TakeAsync("/keluarga/unduh", "Csv")).Bytes));
        var workbook = await TakeAsync("/keluarga/unduh", "Xlsx");

        Assert.All(new[] { csv, WorkbookText.Cells(workbook.Bytes) }, rows =>
        {
            Assert.Contains(rows.SelectMany(row => row), cell => cell.StartsWith("'=HYPERLINK", StringComparison.Ordinal));
            Assert.DoesNotContain(rows.SelectMany(row => row), cell => cell.StartsWith('='));
        });
        Assert.DoesNotContain("<f>", WorkbookText.Source(workbook.Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+62", "'+62")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\t=1", "' =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a\r\nb\0c", "a  b c")]
    [InlineData("JL. UJI 1/2", "JL. UJI 1/2")]
    public void A_text_becomes_harmless_and_stays_one_line(string typed, string cell) => Assert.Equal(cell, SafeText.Of(typed));

    [Fact]
    public void Half_a_character_is_left_out() => Assert.Equal(" x 😀", SafeText.Of("\uD800x\uDC00😀"));

    [Fact]
    public async Task Without_a_purpose_or_with_a_number_in_it_nothing_leaves_and_what_was_typed_stays()
    {
        foreach (var path in new[] { "/keluarga/unduh", "/dasbor/unduh?tabel=verval", "/dasbor/bantuan/unduh?tabel=opd" })
        {
            var form = await _analyst.GetAsync(path);
            var empty = await form.SubmitAsync("form[data-download]");
            var withNumber = await form.SubmitAsync("form[data-download]", ("Purpose", $"Untuk keluarga {Nik}"), ("Format", "Csv"));

            Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (empty.StatusCode, withNumber.StatusCode));
            Assert.Contains("Tulis untuk apa", empty.Find(".tk-summary").TextContent, StringComparison.Ordinal);
            Assert.Contains("tidak boleh memuat NIK", withNumber.Find(".tk-summary").TextContent, StringComparison.Ordinal);
            Assert.Equal("Csv", withNumber.Find("input[name=Format][checked]").GetAttribute("value"));
        }
        Assert.Empty(await AuditAsync());
    }

    [Fact]
    public async Task Another_area_answers_404_and_whoever_lacks_the_permission_403()
    {
        var (lurah, opd) = (await InAsync(Role.VillageHead, Village), await InAsync(Role.Opd, "62.71"));

        Assert.Equal(HttpStatusCode.NotFound, (await _analyst.GetAsync("/keluarga/unduh?wilayah=11.01.01")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _analyst.PostAsync("/keluarga/unduh?wilayah=11.01.01", "/keluarga/unduh", ("Purpose", "Bahan musdes uji"), ("Format", "Csv"))).StatusCode);
        foreach (var path in new[] { $"/dasbor?wilayah={OtherVillage}", $"/dasbor/karakteristik?wilayah={OtherVillage}", $"/dasbor/unduh?tabel=verval&wilayah={OtherVillage}", "/dasbor?wilayah=62.71.04" })
            Assert.Equal(HttpStatusCode.NotFound, (await lurah.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await lurah.GetAsync("/keluarga/unduh")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await lurah.GetAsync("/dasbor/bantuan")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await opd.GetAsync("/dasbor/unduh?tabel=verval")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _analyst.GetAsync("/dasbor/unduh?tabel=apa")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _analyst.GetAsync("/dasbor/karakteristik?ciri=apa")).StatusCode);
    }

    [Fact]
    public async Task An_OPD_takes_out_only_families_of_its_duty()
    {
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), new FamilyRow("627123000003", "6271041004") { HeadName = "TANPA KERJA", Occupation = "Tidak/belum bekerja" });
        var opd = await InAsync(Role.Opd, "62.71");
        var shown = (await opd.GetAsync("/keluarga")).Document.QuerySelectorAll("a[href^='/keluarga/']").Select(a => a.TextContent).ToList();

        var names = NamesIn(await TakeAsync("/keluarga/unduh", "Csv", opd));

        Assert.Equal(["TANPA KERJA"], names);
        Assert.DoesNotContain(shown, text => text.Contains("SITI", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_export_is_in_the_audit_and_at_each_of_its_families()
    {
        await TakeAsync($"/keluarga/unduh?wilayah={Village}", "Csv");
        await TakeAsync("/dasbor/unduh?tabel=desil", "Xlsx");

        Assert.Equal(["keluarga-6271041004", "desil-6271"], (await AuditAsync()).Select(detail => JsonDocument.Parse(detail).RootElement.GetProperty("list").GetString()));
        var seen = await _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
        {
            await _portal.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<AccessWriter>().Single().WriteAsync(default);
            return await services.GetRequiredService<PortalDbContext>().HouseholdAccesses.Where(a => a.Channel == AccessChannel.Export).Select(a => new { a.AreaCode, a.Purpose, a.UserId }).ToListAsync();
        });
        var one = Assert.Single(seen);
        Assert.Equal(("Bahan musdes uji", _account.Id), (one.Purpose, one.UserId));
        Assert.StartsWith(Village, one.AreaCode, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_recipients_of_a_program_leave_for_its_OPD_and_each_family_shows_it()
    {
        var household = await _portal.Scenario.HouseholdInAsync(Village, "PENERIMA UJI");
        var program = await _portal.Scenario.ProgramAsync("Dinsos");
        await _portal.Scenario.AidAsync(program, household, Domain.Assistance.InterventionState.Delivered, 300_000m);
        var dinsos = await InAsync(Role.SocialService, "62.71");

        var file = await TakeAsync($"/program/{program}/unduh", "Xlsx", dinsos);

        var row = Assert.Single(WorkbookText.Cells(file.Bytes), row => row[0] == "PENERIMA UJI");
        Assert.Equal("300000", row[6]);
        var officer = await InAsync(Role.DataProtectionOfficer, "62.71");
        await _portal.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<AccessWriter>().Single().WriteAsync(default);
        Assert.Contains("Ekspor daftar", (await officer.GetAsync($"/keluarga/{household}/akses")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_is_disabled_or_whose_assignment_ended_before_the_answer_takes_nothing()
    {
        foreach (var end in new Func<Account, Task>[] { _portal.Scenario.DisableAsync, _portal.Scenario.EndAssignmentsAsync })
        {
            var account = await _portal.Scenario.AccountAsync(Role.Analyst);
            var visitor = await _portal.SignInAsync(account);
            var form = await visitor.GetAsync("/keluarga/unduh");
            await end(account);

            var answer = await form.SubmitAsync("form[data-download]", ("Purpose", "Bahan musdes uji"), ("Format", "Csv"));

            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("SITI", answer.Source, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_export_ends_while_it_runs_when_its_user_loses_the_right()
    {
        var taken = 0;
        await Assert.ThrowsAsync<ExportEndedException>(() => _portal.Scenario.AsAsync(_account, Permission.ExportLists, async services =>
        {
            var desk = services.GetRequiredService<ExportDesk>();
            await foreach (var _ in desk.WatchedAsync(Enumerable.Range(0, 2 * ExportDesk.RowsBetweenLooks).ToAsyncEnumerable(), Permission.ExportLists, default))
            {
                if (++taken == 10)
                    await _portal.Scenario.DisableAsync(_account);
            }
            return 0;
        }));

        Assert.Equal(ExportDesk.RowsBetweenLooks, taken);
    }

    private Task<Visitor> InAsync(Role role, string area) => Task.Run(async () => await _portal.SignInAsync(await _portal.Scenario.AccountAsync(role, area)));

    private async Task<Page> TakeAsync(string path, string format, Visitor? visitor = null)
    {
        var file = await (await (visitor ?? _analyst).GetAsync(path)).SubmitAsync("form[data-download]", ("Purpose", "Bahan musdes uji"), ("Format", format));
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        return file;
    }

    private static IEnumerable<string> NamesIn(Page csv) =>
        ReadTable.CsvRows(Encoding.UTF8.GetString(csv.Bytes)).SkipWhile(row => row[0] != "Kepala keluarga").Skip(1).Select(row => row[0]);

    private Task<List<string>> AuditAsync() => _portal.Scenario.AsConsoleAsync(Permission.ManageUsers,
        services => services.GetRequiredService<PortalDbContext>().AuditEntries.Where(entry => entry.Action == "List.Exported").OrderBy(entry => entry.Id).Select(entry => entry.Detail ?? "").ToListAsync());
}
