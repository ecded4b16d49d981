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
        var refused = await page.SubmitAsync(form, ("Form.Chapters[0].Position", "0"), ("Form.Chapters[4].Note", "Lihat lampiran."));
        Assert.Contains("Urutan antara 1 dan 99", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Lihat lampiran.", refused.Find("#Form_Chapters_4__Note").TextContent, StringComparison.Ordinal);
        (string, string?)[] shown = [.. Enumerable.Range(0, 10).Select(i => ($"Form.Chapters[{i}].IsShown", i is 1 or 4 ? "true" : (string?)null))];
        await refused.SubmitAsync(form, [.. shown, ("Form.Chapters[0].Position", "1"), ("Form.Chapters[1].Position", "9"), ("Form.Chapters[4].Position", "2")]);

        var pack = await PaperFile.SavedAsync((await analyst.GetAsync($"/rakor/{id}/bahan.pdf")).Bytes, Path.Combine(portal.DataDirectory, "bahan.pdf"));
        pack.AssertSound();
        Assert.Equal(["Ringkasan dan agenda", "1 Bantuan menurut program", "2 Profil menurut desil", "Catatan data"], pack.Bookmarks);
        Assert.Contains("Catatan analis Lihat lampiran.", pack.Text, StringComparison.Ordinal);
    }
}
