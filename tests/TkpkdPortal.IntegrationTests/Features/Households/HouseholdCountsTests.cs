using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Households;

/// <summary>The numbers beside the list are kept between requests, and still are those of the moment and of the user.</summary>
public sealed class HouseholdCountsTests
{
    private const string Village = "62.71.04.1004", Neighbour = "62.71.04.1005";

    [Fact]
    public async Task The_numbers_follow_what_somebody_else_saved_a_moment_ago()
    {
        await using var portal = TestPortal.Start();
        var (first, second) = (await portal.Scenario.HouseholdInAsync(Village), await portal.Scenario.HouseholdInAsync(Village));
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var enumerator = await portal.Scenario.AccountAsync(Role.Enumerator, Village);

        Assert.Equal(["Belum dikunjungi 2", "Draf 0", "Menunggu persetujuan 0"], await StatusesAsync(analyst));
        await portal.Scenario.DraftVisitAsync(first, enumerator);
        Assert.Equal(["Belum dikunjungi 1", "Draf 1", "Menunggu persetujuan 0"], await StatusesAsync(analyst));
        await portal.Scenario.SubmittedVisitAsync(second, enumerator);
        Assert.Equal(["Belum dikunjungi 0", "Draf 1", "Menunggu persetujuan 1"], await StatusesAsync(analyst));
        await portal.Scenario.HouseholdInAsync(Neighbour);
        Assert.Equal(["Belum dikunjungi 1", "Draf 1", "Menunggu persetujuan 1"], await StatusesAsync(analyst));
    }

    [Fact]
    public async Task Nobody_is_shown_the_numbers_that_another_user_may_see()
    {
        await using var portal = TestPortal.Start();
        await portal.Scenario.HouseholdInAsync(Village);
        await portal.Scenario.HouseholdInAsync(Neighbour);
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var head = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.VillageHead, Neighbour));
        var agency = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Opd, opd: "PLN"));

        Assert.Contains("2 KK dalam register", (await analyst.GetAsync($"/keluarga?wilayah={Neighbour[..8]}")).Text, StringComparison.Ordinal);
        Assert.Contains("1 KK dalam register", (await analyst.GetAsync($"/keluarga?wilayah={Neighbour}")).Text, StringComparison.Ordinal);
        Assert.Contains("1 KK dalam register", (await head.GetAsync($"/keluarga?wilayah={Neighbour}")).Text, StringComparison.Ordinal);
        // Both families have light, so neither is the duty of this agency.
        Assert.Contains("0 KK dalam register", (await agency.GetAsync($"/keluarga?wilayah={Neighbour}")).Text, StringComparison.Ordinal);
    }

    private static async Task<string[]> StatusesAsync(Visitor visitor) =>
        [.. (await visitor.GetAsync("/keluarga")).Document.QuerySelectorAll(".tk-facet").First(facet => facet.QuerySelector("h2")?.TextContent == "Status verval")
            .QuerySelectorAll("li a").Take(3).Select(link => string.Join(' ', link.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
