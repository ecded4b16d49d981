using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.BrowserTests.Pages;
using TkpkdPortal.Security;

namespace TkpkdPortal.BrowserTests.Journeys;

/// <summary>One family goes the whole way, from the petugas's visit into the PDF that is carried to the meeting.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class LineTests(Chromium chromium)
{
    [BrowserTheory(ReadsPdf = true)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_visit_goes_through_review_and_aid_into_the_meeting_pack_with_or_without_script(bool hasScript)
    {
        await using var office = await VillageOffice.OpenAsync();
        var scenario = office.Portal.Scenario;
        var (analyst, opd, leadership) = (await scenario.AccountAsync(Role.Analyst), await scenario.AccountAsync(Role.Opd), await scenario.AccountAsync(Role.Leadership));
        await scenario.ProgramAsync("Disnaker", "Pelatihan las");
        await scenario.MeetingAsync();
        var options = new WindowOptions(HasScript: hasScript);

        await Desk.WorkAsync(chromium, office.Portal, async desk =>
        {
            var analis = await desk.SignInAsync(analyst, options);
            var dashboard = await DashboardPage.OpenAsync(analis);
            Assert.Equal(("4 KK", "0 KK", "0 KK", "0 KK"), await FiguresAsync(dashboard));

            var petugas = await desk.SignInAsync(office.Enumerator, options);
            var visit = await VillageOffice.BeginVisitAsync(petugas);
            await visit.RecordPresenceAsync("Siti (kepala keluarga)");
            await visit.FindPoorAsync();
            await visit.CorrectAddressAsync("JL. RAKIT RT 02 RW 01");
            await visit.CorrectHousingAsync("Lantai", "Tanah");
            await visit.SaveDraftAsync();
            await visit.SubmitAsync();

            var lurah = await desk.SignInAsync(office.VillageHead, options);
            await (await ReviewPage.OpenAsync(lurah, VillageOffice.Family)).ReturnAsync("Sumber air minum belum diperiksa.");

            await petugas.OpenMenuAsync("Beranda");
            await petugas.SeesAsync("Sumber air minum belum diperiksa.");
            await petugas.FollowAsync($"Keluarga {VillageOffice.Family}");
            await visit.CorrectHousingAsync("Sumber air minum", "Air Permukaan (Sungai, Danau, dll)");
            await visit.SubmitAsync();

            await (await ReviewPage.OpenAsync(lurah, VillageOffice.Family)).ApproveAsync();

            var dinas = await desk.SignInAsync(opd, options);
            var aid = await AidFormPage.OpenAsync(dinas, VillageOffice.Family);
            await aid.FillAsync("Pelatihan las", "1.500.000");
            await aid.Save.ClickAsync();
            await dinas.SeesAsync($"Bantuan Pelatihan las untuk keluarga {VillageOffice.Family} tercatat.");
            await dinas.SeesAsync("Rp1.500.000");

            dashboard = await DashboardPage.OpenAsync(analis);
            Assert.Equal(("4 KK", "1 KK", "1 KK", "1 KK"), await FiguresAsync(dashboard));

            var pimpinan = await desk.SignInAsync(leadership, options);
            await pimpinan.OpenMenuAsync("Rakor");
            await pimpinan.FollowAsync("Rakor uji");
            var pack = await PackText.DownloadAsync(pimpinan);
            Assert.Contains("Petugas sudah mengunjungi 1 dari 4 KK; 1 KK disetujui, 1 KK layak dan 0 KK tidak layak.", pack, StringComparison.Ordinal);
            Assert.Contains("1 program yang menjangkau keluarga dalam register, dengan nilai tersalur Rp1.500.000", pack, StringComparison.Ordinal);

            Assert.All([analis, petugas, lurah, dinas, pimpinan], window => Assert.Empty(window.Complaints));
        });
    }

    private static async Task<(string Target, string Visited, string Approved, string Eligible)> FiguresAsync(DashboardPage page) =>
        (await page.FigureAsync("Sasaran"), await page.FigureAsync("Dikunjungi"), await page.FigureAsync("Disetujui"), await page.FigureAsync("Layak"));
}
