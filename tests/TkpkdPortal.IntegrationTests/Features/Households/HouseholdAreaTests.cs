using System.Net;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Households;

public sealed class HouseholdAreaTests
{
    [Fact]
    public async Task Enumerator_sees_a_household_of_the_own_village_and_gets_404_for_the_neighbours()
    {
        await using var portal = TestPortal.Start();
        var here = await portal.Scenario.HouseholdInAsync("62.71.04.1004", "SITI UJI");
        var there = await portal.Scenario.HouseholdInAsync("62.71.04.1005", "RAHMAN UJI");
        var enumerator = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Enumerator, "62.71.04.1004"));

        var own = await enumerator.GetAsync($"/keluarga/{here}");
        var other = await enumerator.GetAsync($"/keluarga/{there}");

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Contains("SITI UJI", own.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.DoesNotContain("RAHMAN", other.Source, StringComparison.Ordinal);
    }
}
