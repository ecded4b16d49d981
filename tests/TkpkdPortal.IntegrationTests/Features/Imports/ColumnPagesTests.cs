using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Importing;
using TkpkdPortal.IntegrationTests.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Imports;

/// <summary>A file of a layout that nobody knows: it waits, somebody says which column is which, and the next one is read by itself.</summary>
public sealed class ColumnPagesTests
{
    private const string Nik = "6271990302800001";

    private static readonly string[] Headings = ["No", "No ID", "Kode Desa", "Peringkat", "Tempat tinggal", "Nama KK", "No KTP", "Berisiko stunting"];

    [Fact]
    public async Task An_unknown_layout_waits_is_matched_on_the_proposal_and_the_next_file_is_read_by_itself()
    {
        await using var portal = TestPortal.Start();
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));

        var path = await UploadAsync(analyst, "2023", "627123000001");
        var waiting = await UntilAsync(analyst, path, "Cocokkan kolom");
        var page = await analyst.GetAsync($"{path}/kolom");
        var kept = await page.SubmitAsync("form[method=post][action$='/kolom']", ("Name", "Dinsos lama"));
        var loaded = await ImportPage.PublishedAsync(analyst, kept.Location ?? "");
        var second = await ImportPage.PublishedAsync(analyst, await UploadAsync(analyst, "2024", "627123000002"));

        Assert.Contains("Menunggu kolom dicocokkan", waiting.Find(".tk-statuses").TextContent, StringComparison.Ordinal);
        Assert.Contains("SITI UJI", page.Text, StringComparison.Ordinal);
        Assert.Contains("627199••••••••••", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Nik, page.Source, StringComparison.Ordinal);
        Assert.All([loaded, second], answer => Assert.Contains("Dimuat", answer.Find(".tk-statuses").TextContent, StringComparison.Ordinal));
        var choices = await portal.Scenario.AsConsoleAsync(Permission.ImportLists, services => services.GetRequiredService<PortalDbContext>().ColumnProfiles.Select(profile => profile.Choices).SingleAsync());
        Assert.DoesNotContain("SITI", choices, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Nik, choices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_without_a_needed_column_or_with_one_column_for_two_is_refused_and_stays_on_the_page()
    {
        await using var portal = TestPortal.Start();
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var path = await UploadAsync(analyst, "2023", "627123000001");
        await UntilAsync(analyst, path, "Cocokkan kolom");
        var page = await analyst.GetAsync($"{path}/kolom");

        var missing = await page.SubmitAsync("form[method=post][action$='/kolom']", ("Places[nik]", ""), ("Name", "Dinsos"));
        var twice = await page.SubmitAsync("form[method=post][action$='/kolom']", ("Places[kepala_keluarga]", "6"), ("Name", "Dinsos"));
        var tried = await analyst.PostAsync($"{path}/kolom/contoh", [("__RequestVerificationToken", page.Token ?? ""), ("Heading", "2"), ("Places[kepala_keluarga]", "4")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.StatusCode);
        Assert.Contains("Kolom wajib yang belum dipilih: nik", missing.Text, StringComparison.Ordinal);
        Assert.Equal("", missing.Find("select[name='Places[nik]'] option").GetAttribute("value"));
        Assert.Equal("Dinsos", missing.Find("#Name").GetAttribute("value"));
        Assert.Contains("Satu kolom berkas dipilih untuk dua isian: kepala_keluarga dan nik", twice.Text, StringComparison.Ordinal);
        Assert.Contains("Jalan Uji", tried.Find("section table tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("isian wajib belum punya kolom", tried.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_are_matched_on_demand_though_the_headings_are_known()
    {
        await using var portal = TestPortal.Start();
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        using var file = new ByteArrayContent(FamiliesFile.Of([new FamilyRow("627123000001", "6271041004")]));

        var answer = await analyst.UploadAsync("/impor/baru", "keluarga.csv", file, ("Kind", "P3keFamilies"), ("ReleaseName", "2023"), ("ReleasedOn", "15/09/2023"), ("AskColumns", "true"));
        var page = await analyst.GetAsync($"{answer.Location}/kolom");

        Assert.Equal("10", page.Find("select[name='Places[nik]'] option[selected]").GetAttribute("value"));
        Assert.DoesNotContain("isian wajib belum punya kolom", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profiles_are_renamed_and_removed_and_a_name_is_there_once()
    {
        await using var portal = TestPortal.Start();
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var first = await portal.Scenario.ColumnProfileAsync("Dinsos");
        await portal.Scenario.ColumnProfileAsync("Kecamatan");
        var page = await analyst.GetAsync("/impor/profil");

        var taken = await page.SubmitAsync($"form[action='/impor/profil/{first}']", ("name", "Kecamatan"));
        var blank = await page.SubmitAsync($"form[action='/impor/profil/{first}']", ("name", " "));
        await page.SubmitAsync($"form[action='/impor/profil/{first}']", ("name", "Dinsos 2024"));
        var renamed = await analyst.GetAsync("/impor/profil");
        await renamed.SubmitAsync($"form[action='/impor/profil/{first}/hapus']");
        var removed = await analyst.GetAsync("/impor/profil");

        Assert.Contains("Nama profil itu sudah dipakai", taken.Text, StringComparison.Ordinal);
        Assert.Contains("Beri nama profil", blank.Text, StringComparison.Ordinal);
        Assert.Contains("Dinsos 2024", renamed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dinsos", removed.Text, StringComparison.Ordinal);
        Assert.Contains("Kecamatan", removed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_that_nobody_matches_is_removed_when_its_time_is_over()
    {
        var clock = new MovableClock();
        await using var portal = TestPortal.Start(services: services => services.AddSingleton<TimeProvider>(clock));
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var path = await UploadAsync(analyst, "2023", "627123000001");
        await UntilAsync(analyst, path, "Cocokkan kolom");

        clock.Pass(TimeSpan.FromDays(ImportIntake.KeptDays + 1));
        await portal.Scenario.AsConsoleAsync(Permission.ImportLists, async services =>
        {
            await services.GetRequiredService<ImportIntake>().ExpireAsync(default);
            var batch = await services.GetRequiredService<PortalDbContext>().ImportBatches.SingleAsync();
            Assert.Equal(ImportState.Failed, batch.State);
            Assert.Contains("tidak dicocokkan dalam 30 hari", batch.FailureMessage, StringComparison.Ordinal);
            return 0;
        });
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(portal.DataDirectory, "uploads")));
    }

    private static async Task<string> UploadAsync(Visitor analyst, string release, string family)
    {
        using var file = new ByteArrayContent(Foreign(family));
        var answer = await analyst.UploadAsync("/impor/baru", "daftar dinsos.csv", file, ("Kind", "P3keFamilies"), ("ReleaseName", release), ("ReleasedOn", "15/09/2023"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Location ?? "";
    }

    private static async Task<Page> UntilAsync(Visitor analyst, string path, string text)
    {
        for (var tries = 0; ; tries++)
        {
            var page = await analyst.GetAsync(path);
            if (page.Text.Contains(text, StringComparison.Ordinal))
                return page;
            Assert.True(tries < 600, page.Text);
            await Task.Delay(50);
        }
    }

    private static byte[] Foreign(string family) => Encoding.UTF8.GetBytes($"""
        DAFTAR KELUARGA DINAS SOSIAL
        {string.Join(';', Headings)}
        1;{family};6271041004;1;Jalan Uji RT 01;SITI UJI;{Nik[..13]}{family[^3..]};0
        """);
}
