using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.BrowserTests.Pages;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.BrowserTests.Journeys;

/// <summary>How a list comes into the register by page.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class UploadTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_analyst_loads_a_list_and_fetches_the_rows_that_were_withheld(bool hasScript)
    {
        await using var portal = TestPortal.StartOnNetwork();
        var analyst = await portal.Scenario.AccountAsync(Role.Analyst);
        var file = FamiliesFile.Of([new FamilyRow("627123000001", "6271041004"), new FamilyRow("627123000002", "1101012001") { HeadName = "JAUH UJI" }]);
        await Desk.WorkAsync(chromium, portal, async desk =>
        {
            var window = await desk.SignInAsync(analyst, new WindowOptions(HasScript: hasScript));
            await window.FollowAsync("Muat daftar");
            await window.Page.GetByLabel("P3KE keluarga").CheckAsync();
            await window.Page.GetByLabel("Nama rilis").FillAsync("2023");
            await window.Page.GetByLabel("Tanggal rilis").FillAsync("15/09/2023");
            await window.Page.GetByLabel("Berkas", new() { Exact = true }).SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "keluarga.csv", MimeType = "text/csv", Buffer = file });
            await window.PressAsync("Unggah dan periksa");

            await ImportPage.WaitForAsync(window, "Menunggu diterbitkan", hasScript, () => window.Page.ReloadAsync());
            await window.SeesAsync("1 baris baru, 0 berubah dan 0 sama");
            await window.PressAsync("Terbitkan 1 baris");
            await ImportPage.WaitForAsync(window, "Dimuat", hasScript, () => window.Page.ReloadAsync());
            await window.SeesAsync("1 baris tertahan");
            var download = await window.Page.RunAndWaitForDownloadAsync(() => window.PressAsync("baris tertahan"));
            Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);

            Assert.Equal("1 KK", await (await DashboardPage.OpenAsync(window)).FigureAsync("Sasaran"));
            Assert.Empty(window.Complaints);
        });
    }
}
