using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rakor;

/// <summary>The pack has the chapters that its meeting chose, in that order, with the analyst's notes.</summary>
public sealed class ChaptersTests
{
    [PaperFact]
    public async Task A_pack_prints_the_chosen_chapters_in_their_order_with_what_the_analyst_says()
    {
        await using var portal = TestPortal.Start();
        await portal.Scenario.HouseholdInAsync("62.71.04.1004");
        var (id, analyst) = (await portal.Scenario.MeetingAsync(), await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst)));
        var form = $"form[action='/rakor/{id}/bab']";

        var page = await analyst.GetAsync($"/rakor/{id}/bab");
        var refused = await page.SubmitAsync(form, ("Form.Chapters[0].Position", "0"), ("Form.Chapters[6].Note", "Lihat lampiran."));
        Assert.Contains("Urutan antara 1 dan 99", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Lihat lampiran.", refused.Find("#Form_Chapters_6__Note").TextContent, StringComparison.Ordinal);
        (string, string?)[] shown = [.. Enumerable.Range(0, 14).Select(i => ($"Form.Chapters[{i}].IsShown", i is 2 or 6 ? "true" : (string?)null))];
        await refused.SubmitAsync(form, [.. shown, ("Form.Chapters[0].Position", "1"), ("Form.Chapters[2].Position", "9"), ("Form.Chapters[6].Position", "2")]);

        var pack = await PaperFile.SavedAsync((await analyst.GetAsync($"/rakor/{id}/bahan.pdf")).Bytes, Path.Combine(portal.DataDirectory, "bahan.pdf"));
        pack.AssertSound();
        Assert.Equal(["Ringkasan dan agenda", "1 Bantuan menurut program", "2 Profil menurut desil", "Catatan data"], pack.Bookmarks);
        Assert.Contains("Catatan analis Lihat lampiran.", pack.Text, StringComparison.Ordinal);
    }

    [PaperFact]
    public async Task An_edited_opening_is_marked_and_holds_up_publishing_once_its_figures_have_changed()
    {
        await using var portal = TestPortal.Start();
        await portal.Scenario.HouseholdInAsync("62.71.04.1004");
        var (id, analyst) = (await portal.Scenario.MeetingAsync(), await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst)));
        var (form, verification) = ($"form[action='/rakor/{id}/bab']", "Form.Chapters[4]");
        Task<Page> SaveAsync(Page page, params (string, string?)[] fields) => page.SubmitAsync(form, [.. fields]);

        var page = await analyst.GetAsync($"/rakor/{id}/bab");
        Assert.Contains("Dari 1 KK dalam register belum ada yang dikunjungi.", page.Text, StringComparison.Ordinal);
        await SaveAsync(page, ($"{verification}.Opening", "Verifikasi dimulai\r\npekan depan."));
        var draft = await PaperFile.SavedAsync((await analyst.GetAsync($"/rakor/{id}/bahan.pdf")).Bytes, Path.Combine(portal.DataDirectory, "draf.pdf"));
        Assert.Contains("Verifikasi dimulai pekan depan. Kalimat pembuka disunting sekretariat.", draft.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("belum ada yang dikunjungi", draft.Text, StringComparison.Ordinal);

        // One family more: the opening was written over another figure. Saving the page for another reason does not hide that.
        await portal.Scenario.HouseholdInAsync("62.71.04.1004");
        page = await analyst.GetAsync($"/rakor/{id}/bab");
        Assert.Contains("Angkanya berubah sejak kalimat ini disunting", page.Text, StringComparison.Ordinal);
        await SaveAsync(page, ("Form.Chapters[6].Note", "Lihat lampiran."));
        draft = await PaperFile.SavedAsync((await analyst.GetAsync($"/rakor/{id}/bahan.pdf")).Bytes, Path.Combine(portal.DataDirectory, "draf2.pdf"));
        Assert.Contains("PERIKSA: kalimat pembuka disunting sekretariat sebelum angkanya berubah. Menurut angka sekarang: Dari 2 KK dalam register belum ada yang dikunjungi.", draft.Text, StringComparison.Ordinal);
        var refused = await (await analyst.GetAsync($"/rakor/{id}")).SubmitAsync($"form[action='/rakor/{id}/terbitkan']");
        Assert.Contains("Angka berubah sejak kalimat pembuka bab Kemajuan verifikasi dan validasi disunting.", refused.Text, StringComparison.Ordinal);

        await SaveAsync(await analyst.GetAsync($"/rakor/{id}/bab"), ($"{verification}.IsChecked", "true"));
        await portal.Scenario.PublishAsync(id);
        var published = await PaperFile.SavedAsync((await analyst.GetAsync($"/rakor/{id}/potret/1/bahan.pdf")).Bytes, Path.Combine(portal.DataDirectory, "terbit.pdf"));
        Assert.Contains("Verifikasi dimulai pekan depan. Kalimat pembuka disunting sekretariat.", published.Text, StringComparison.Ordinal);
        // Without text it is the figures that speak again.
        await SaveAsync(await analyst.GetAsync($"/rakor/{id}/bab"), ($"{verification}.Opening", ""));
        Assert.DoesNotContain("disunting", (await analyst.GetAsync($"/rakor/{id}/bab")).Text.Replace("suntingan", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
