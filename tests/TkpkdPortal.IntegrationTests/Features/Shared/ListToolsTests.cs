using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Shared;

/// <summary>Every list is searched and ordered in the same way: names of persons by a post, other words and orders by the address.</summary>
public sealed class ListToolsTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004";

    private readonly TestPortal _portal = TestPortal.Start();
    private Guid _anna, _zainal;

    public async Task InitializeAsync()
    {
        _anna = await _portal.Scenario.HouseholdInAsync(Village, "ANNA UJI");
        _zainal = await _portal.Scenario.HouseholdInAsync(Village, "ZAINAL UJI");
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Visits_are_found_by_name_and_the_name_stays_out_of_the_address()
    {
        var enumerator = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Enumerator, Village));

        await FindsOnlyAnnaAsync(enumerator, "/kunjungan");
        Assert.Equal(["ANNA", "ZAINAL"], await OrderAsync(enumerator, "/kunjungan?urut=nama"));
    }

    [Fact]
    public async Task Visits_to_review_are_found_by_name_and_turned_round()
    {
        var writer = await _portal.Scenario.AccountAsync(Role.Enumerator, Village);
        await _portal.Scenario.SubmittedVisitAsync(_zainal, writer);
        await _portal.Scenario.SubmittedVisitAsync(_anna, writer);
        var head = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, Village));

        await FindsOnlyAnnaAsync(head, "/periksa");
        Assert.Equal(["ZAINAL", "ANNA"], await OrderAsync(head, "/periksa"));
        Assert.Equal(["ANNA", "ZAINAL"], await OrderAsync(head, "/periksa?urut=baru"));
    }

    [Fact]
    public async Task Aid_is_found_by_name_and_ordered_by_it()
    {
        var program = await _portal.Scenario.ProgramAsync("Dinsos");
        await _portal.Scenario.AidAsync(program, _zainal);
        await _portal.Scenario.AidAsync(program, _anna);
        var office = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.SocialService, opd: "Dinsos"));

        await FindsOnlyAnnaAsync(office, "/intervensi");
        Assert.Equal(["ANNA", "ZAINAL"], await OrderAsync(office, "/intervensi?urut=nama"));
    }

    [Fact]
    public async Task Imports_and_meetings_are_found_by_words_in_the_address()
    {
        await _portal.Scenario.MeetingAsync();
        var analyst = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Analyst));

        foreach (var list in new[] { "/impor", "/rakor" })
        {
            Assert.NotEmpty((await analyst.GetAsync(list)).Document.QuerySelectorAll(".tk-rows li, main tbody tr"));
            var nothing = await analyst.GetAsync(list + "?cari=tidakada");
            Assert.Empty(nothing.Document.QuerySelectorAll(".tk-rows li, main tbody tr"));
            Assert.Contains("Tidak ada yang cocok", nothing.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_leads_to_a_list_leads_to_its_page_and_not_to_its_search()
    {
        await _portal.Scenario.AsConsoleAsync(Permission.ViewVisits, services =>
        {
            var links = services.GetRequiredService<LinkGenerator>();
            Assert.Equal("/kunjungan", links.GetPathByAction("Index", "Visits"));
            Assert.Equal("/periksa", links.GetPathByAction("Index", "Reviews"));
            Assert.Equal("/intervensi", links.GetPathByAction("Index", "Interventions"));
            Assert.Equal("/serah-terima", links.GetPathByAction("Index", "HandOvers"));
            Assert.Equal("/pemadanan", links.GetPathByAction("Index", "Matching"));
            Assert.Equal("/privasi/permohonan", links.GetPathByAction("List", "SubjectRequests"));
            return Task.FromResult(true);
        });
    }

    private static async Task FindsOnlyAnnaAsync(Visitor visitor, string list)
    {
        var all = await visitor.GetAsync(list);
        var found = await all.SubmitAsync("form[role=search]", ("nama", "anna"));
        var nothing = await all.SubmitAsync("form[role=search]", ("nama", "tidakada"));

        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Contains("ANNA UJI", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ZAINAL UJI", found.Text, StringComparison.Ordinal);
        Assert.Contains("1 cocok", found.Text, StringComparison.Ordinal);
        Assert.Contains("Tidak ada yang cocok", nothing.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(found.Document.QuerySelectorAll("a, form"), link => (link.GetAttribute("href") ?? link.GetAttribute("action") ?? "").Contains("anna", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<IReadOnlyList<string>> OrderAsync(Visitor visitor, string list)
    {
        var text = (await visitor.GetAsync(list)).Find("main").TextContent;
        return [.. new[] { "ANNA", "ZAINAL" }.OrderBy(name => text.IndexOf(name + " UJI", StringComparison.Ordinal))];
    }
}
