using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Startup;

/// <summary>The sheet of an office is chosen on its page, kept in its database, and printed on.</summary>
public sealed class SheetOfPapersTests
{
    private const string Office = "62.71", Village = "62.71.04.1004";

    [PaperFact]
    public async Task What_an_administrator_chooses_holds_after_a_restart_and_for_papers_of_every_feature()
    {
        using var place = new TempDirectory();
        Account head;
        Guid household;
        await using (var portal = TestPortal.StartOn(place["data"], Office))
        {
            household = await portal.Scenario.HouseholdInAsync(Village);
            head = await portal.Scenario.AccountAsync(Role.VillageHead, Village);
            Assert.StartsWith("595.", await SheetOfAsync(portal, head, household, place["a4.pdf"]), StringComparison.Ordinal);
            var settings = await (await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Admin))).GetAsync("/pengaturan");
            await settings.SubmitAsync("form[action='/pengaturan']", ("Sheet", "F4"));
        }

        await using var again = TestPortal.StartOn(place["data"], Office);
        var page = await (await again.SignInAsync(await again.Scenario.AccountAsync(Role.Admin))).GetAsync("/pengaturan");
        Assert.Equal("F4", page.Find("#Sheet option[selected]").GetAttribute("value"));
        Assert.StartsWith("609.", await SheetOfAsync(again, head, household, place["f4.pdf"]), StringComparison.Ordinal);
        var refused = await page.SubmitAsync("form[action='/pengaturan']", ("Sheet", "A3"));
        Assert.Contains("Kertas", refused.Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    private static async Task<string> SheetOfAsync(TestPortal portal, Account head, Guid household, string file) =>
        (await PaperFile.SavedAsync((await (await portal.SignInAsync(head)).GetAsync($"/keluarga/{household}/lembar.pdf")).Bytes, file)).Information("Page size");
}
