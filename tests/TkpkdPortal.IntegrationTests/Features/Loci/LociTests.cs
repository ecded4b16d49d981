using System.Net;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Loci;

/// <summary>Which village comes first, from which numbers, who lives outside of all loci, and how an office changes the method.</summary>
public sealed class LociTests : IAsyncLifetime
{
    private readonly TestPortal _portal = TestPortal.Start();
    private Visitor _analyst = null!;

    public async Task InitializeAsync()
    {
        // Half of the families live in one kelurahan; all are of decile 1, so that only where they live together tells the villages apart.
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), [.. Enumerable.Range(1, 10).Select(number =>
            new FamilyRow($"6271230000{number:00}", number <= 6 ? "6271041004" : number <= 9 ? "6271041005" : "6271041003") { HeadName = $"LOKUS {number}" })]);
        _analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task The_village_with_most_families_comes_first_with_its_parts_and_the_scattered_rest_is_listed()
    {
        var page = await _analyst.GetAsync("/lokus");
        var first = page.Find("ol.tk-rows li");

        Assert.Contains("Kameloh Baru", first.QuerySelector("b")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("6 KK desil 1 dari 6 KK", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("6 / 10", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 desa/kelurahan menjadi lokus, dengan 6 dari 10 KK desil 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("4 KK desil 1 di 2 desa/kelurahan", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_weights_need_their_source_and_two_adoptions_at_once_are_told_apart()
    {
        var stale = await _analyst.GetAsync("/lokus");
        var unfounded = await stale.SubmitAsync("form[action='/lokus']", ("Form.Coverage", "50"));
        await AdoptAsync(("Form.Coverage", "50"));
        var late = await stale.SubmitAsync("form[action='/lokus']", ("Form.Coverage", "45"), ("Form.Source", "RPKD"), ("Form.Reason", "Uji"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (unfounded.StatusCode, late.StatusCode));
        Assert.Contains("Tulis dasarnya", unfounded.Text, StringComparison.Ordinal);
        Assert.Equal("50", unfounded.Find("input[name='Form.Coverage']").GetAttribute("value"));
        Assert.Contains("Cara lain baru saja ditetapkan", late.Text, StringComparison.Ordinal);
        Assert.Contains("memuat 50 % dari semua KK desil 1", (await _analyst.GetAsync("/lokus")).Text, StringComparison.Ordinal);
        Assert.Empty((await (await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Leadership))).GetAsync("/lokus")).Document.QuerySelectorAll("form[action='/lokus'], a[href^='/keluarga']"));
    }

    private async Task AdoptAsync(params (string, string)[] values) => Assert.Equal(HttpStatusCode.Redirect,
        (await (await _analyst.GetAsync("/lokus")).SubmitAsync("form[action='/lokus']", [.. values, ("Form.Source", "RPKD"), ("Form.Reason", "Uji")])).StatusCode);
}
