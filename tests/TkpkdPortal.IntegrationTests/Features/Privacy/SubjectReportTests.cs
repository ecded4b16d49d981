using System.Net;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Privacy;

public sealed class SubjectReportTests
{
    [PaperFact]
    public async Task Whoever_asks_for_the_own_data_gets_all_of_it_on_paper_with_its_sources_and_who_saw_it()
    {
        await using var portal = TestPortal.Start();
        using var folder = new TempDirectory();
        var household = await portal.Scenario.HouseholdInAsync("62.71.04.1004", "SITI UJI");
        await portal.Scenario.AidAsync(await portal.Scenario.ProgramAsync("Dinsos", "Sembako uji"), household);
        var officer = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.DataProtectionOfficer));
        var recorded = await (await (await officer.GetAsync($"/privasi/permohonan/baru?keluarga={household}")).SubmitAsync("main form",
            ("Kind", "Access"), ("RequesterName", "SITI UJI"), ("Contact", "balai desa"), ("Statement", "Data saya."))).FollowAsync();
        Assert.DoesNotContain("Buat laporan data", recorded.Text, StringComparison.Ordinal);
        var working = await (await recorded.SubmitAsync("main form", ("Form.Decision", "Start"))).FollowAsync();

        var answer = await working.SubmitAsync("form[action$='laporan.pdf']");

        Assert.Equal((HttpStatusCode.OK, "no-store"), (answer.StatusCode, answer.Response.Headers.CacheControl?.ToString()));
        var report = await PaperFile.SavedAsync(answer.Bytes, folder["laporan.pdf"]);
        report.AssertSound();
        Assert.Contains("TERBATAS", report.PageText(1), StringComparison.Ordinal);
        foreach (var part in new[] { "Laporan data keluarga SITI UJI", "Pasal 7", "Anggota keluarga", "Rumah", "Dari mana data ini", "Daftar P3KE 2023", "Sembako uji", "Siapa melihat data keluarga ini" })
            Assert.Contains(part, report.TaggedText, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d{16}", report.Text);
    }

    [Fact]
    public async Task No_report_is_made_before_somebody_has_looked_at_who_asks_or_for_another_right()
    {
        await using var portal = TestPortal.Start();
        var officer = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.DataProtectionOfficer));
        var request = await portal.Scenario.SubjectRequestAsync();

        var early = await officer.PostAsync($"/privasi/permohonan/{request}/laporan.pdf", $"/privasi/permohonan/{request}");

        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
    }
}
