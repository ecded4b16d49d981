using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TkpkdPortal.BrowserTests.Browsing;
using TkpkdPortal.BrowserTests.Pages;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Security;

namespace TkpkdPortal.BrowserTests.Journeys;

/// <summary>What happens to a petugas at the form: no signal, two windows, a nervous finger.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class VisitFormTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Whoever_saves_second_sees_both_versions_and_keeps_what_was_typed()
    {
        await using var office = await VillageOffice.OpenAsync();
        await Desk.WorkAsync(chromium, office.Portal, async desk =>
        {
            var (first, second) = (await desk.SignInAsync(office.Enumerator), await desk.SignInAsync(office.Enumerator));
            var (phone, laptop) = (await VillageOffice.BeginVisitAsync(first), await VillageOffice.BeginVisitAsync(second));
            await phone.RecordPresenceAsync("Siti (kepala keluarga)");
            await phone.SaveDraftAsync();

            await laptop.RecordPresenceAsync("Budi (suami)");
            await laptop.CorrectAddressAsync("JL. LANTING RT 03 RW 01");
            await laptop.SaveDraft.ClickAsync();

            await second.SeesAsync("Kunjungan ini berubah saat Anda mengisi");
            await second.SeesAsync("Siti (kepala keluarga)");
            await second.SeesAsync("Budi (suami)");
            await second.PressAsync("Simpan pilihan");
            await second.SeesAsync("Draf tersimpan pukul");
            await Assertions.Expect(laptop.Respondent).ToHaveValueAsync("Budi (suami)");
            await Assertions.Expect(laptop.Address).ToHaveValueAsync("JL. LANTING RT 03 RW 01");
        });
    }

    [BrowserFact]
    public async Task What_is_missing_is_said_on_top_with_a_link_to_it_and_nothing_typed_is_lost()
    {
        await using var office = await VillageOffice.OpenAsync();
        await Desk.WorkAsync(chromium, office.Portal, async desk =>
        {
            var window = await desk.SignInAsync(office.Enumerator);
            var form = await VillageOffice.BeginVisitAsync(window);
            await form.RecordPresenceAsync("Siti (kepala keluarga)");
            await form.Submit.ClickAsync();

            await Assertions.Expect(window.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Galat: "));
            await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
            await Assertions.Expect(form.Respondent).ToHaveValueAsync("Siti (kepala keluarga)");
            await window.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).First.ClickAsync();
            await Assertions.Expect(window.Page.GetByText("Menurut keadaan hari ini, keluarga ini")).ToBeFocusedAsync();
        });
    }

    [BrowserFact]
    public async Task A_long_answer_does_not_push_the_review_off_a_phone()
    {
        await using var office = await VillageOffice.OpenAsync();
        await Desk.WorkAsync(chromium, office.Portal, async desk =>
        {
            var visit = await VillageOffice.BeginVisitAsync(await desk.SignInAsync(office.Enumerator));
            await visit.RecordPresenceAsync("Siti (kepala keluarga)");
            await visit.FindPoorAsync();
            await visit.CorrectHousingAsync("Lantai", "Keramik/Granit/Marmer/Ubin/Tegel/Teraso");
            await visit.SubmitAsync();

            var phone = await desk.SignInAsync(office.VillageHead, new WindowOptions(360, 640));
            await phone.FollowAsync($"Keluarga {VillageOffice.Family}");
            await phone.SeesAsync("Keramik/Granit/Marmer/Ubin/Tegel/Teraso");
            Assert.Equal(360, await phone.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        });
    }

    [BrowserFact]
    public async Task Without_a_signal_the_form_stays_open_with_everything_in_it()
    {
        await using var office = await VillageOffice.OpenAsync();
        await Desk.WorkAsync(chromium, office.Portal, async desk =>
        {
            var window = await desk.SignInAsync(office.Enumerator);
            var form = await VillageOffice.BeginVisitAsync(window);
            await form.RecordPresenceAsync("Siti (kepala keluarga)");
            await window.Page.Context.SetOfflineAsync(true);
            await form.SaveDraft.ClickAsync();
            await window.SeesAsync("Tidak ada sinyal. Isian Anda masih ada di halaman ini");
            await Assertions.Expect(form.Respondent).ToHaveValueAsync("Siti (kepala keluarga)");

            await window.Page.Context.SetOfflineAsync(false);
            await form.SaveDraftAsync();
            await Assertions.Expect(form.Respondent).ToHaveValueAsync("Siti (kepala keluarga)");
        });
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_records_one_visit_and_one_piece_of_aid(bool hasScript)
    {
        await using var office = await VillageOffice.OpenAsync();
        var opd = await office.Portal.Scenario.AccountAsync(Role.Opd);
        await office.Portal.Scenario.ProgramAsync("Disnaker", "Pelatihan las");
        await Desk.WorkAsync(chromium, office.Portal, async desk =>
        {
            var petugas = await desk.SignInAsync(office.Enumerator, new WindowOptions(HasScript: hasScript));
            var visit = await VillageOffice.BeginVisitAsync(petugas);
            await visit.RecordPresenceAsync("Siti (kepala keluarga)");
            await visit.FindPoorAsync();
            await visit.Submit.DblClickAsync();
            await petugas.SeesAsync(hasScript ? "diajukan kepada Lurah" : "diajukan");

            var dinas = await desk.SignInAsync(opd, new WindowOptions(HasScript: hasScript));
            var aid = await AidFormPage.OpenAsync(dinas, VillageOffice.Family);
            await aid.FillAsync("Pelatihan las", "1.500.000");
            await aid.Save.DblClickAsync();
            await dinas.SeesAsync("Rp1.500.000");
        });

        var (visits, aids) = await office.Portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return (await db.Visits.CountAsync(v => v.Status == VisitStatus.Submitted), await db.Interventions.CountAsync());
        });
        Assert.Equal((1, 1), (visits, aids));
    }
}
