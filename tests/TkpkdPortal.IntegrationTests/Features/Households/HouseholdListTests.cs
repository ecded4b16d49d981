using TkpkdPortal.Domain.Households;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Households;

public sealed class HouseholdListTests
{
    private const string Village = "62.71.04.1004";

    [Fact]
    public async Task A_family_is_found_in_another_spelling_of_its_name()
    {
        await using var portal = TestPortal.Start();
        await portal.Scenario.HouseholdInAsync(Village, "MOCHAMAD NOERHAJATI UJI");
        await portal.Scenario.HouseholdInAsync(Village, "AHMAD SALIM UJI");
        var clerk = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.VillageHead, Village));

        var found = await clerk.PostAsync("/keluarga/cari", "/keluarga", ("Name", "Muhammad Nur Hayati"));

        Assert.Contains("MOCHAMAD NOERHAJATI UJI", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("AHMAD SALIM UJI", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_narrowed_to_what_is_missing_shows_the_family_whose_page_says_so()
    {
        await using var portal = TestPortal.Start();
        var family = await portal.Scenario.HouseholdInAsync(Village, "SITI UJI");
        var clerk = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.VillageHead, Village));
        var missing = await clerk.GetAsync($"/keluarga/{family}");

        var lacking = await clerk.GetAsync($"/keluarga?kurang={MissingFact.Nik}");
        var withoutDecile = await clerk.GetAsync($"/keluarga?kurang={MissingFact.Decile}");
        var complete = await clerk.GetAsync("/keluarga?kurang=lengkap");

        Assert.Contains("NIK SITI UJI", missing.Find("#kurang").TextContent, StringComparison.Ordinal);
        Assert.Contains("SITI UJI", lacking.Text, StringComparison.Ordinal);
        Assert.Contains("Kurang: NIK anggota", lacking.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SITI UJI", withoutDecile.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SITI UJI", complete.Text, StringComparison.Ordinal);
    }
}
