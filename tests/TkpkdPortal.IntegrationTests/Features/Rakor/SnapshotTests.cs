using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rakor;

/// <summary>A published pack: its bytes stay whatever is corrected, it prints the same again, and a page names exactly what was corrected since.</summary>
public sealed class SnapshotTests
{
    private const string Village = "6271041004";

    private static int Corrections => Environment.GetEnvironmentVariable("TKPKD_FULL") == "1" ? 500 : 60;

    [Fact]
    public async Task Corrections_leave_a_published_pack_as_it_was_and_are_listed_one_by_one()
    {
        await using var portal = TestPortal.Start();
        await portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), [.. Enumerable.Range(1, Corrections + 20).Select(i => new FamilyRow($"6271{i:00000000}", Village) { Nik = $"627199030280{i:0000}" })]);
        var id = await portal.Scenario.PublishedMeetingAsync();
        var (analyst, leader) = (await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst)), await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Leadership)));
        var published = await analyst.GetAsync($"/rakor/{id}/bahan.pdf");
        var page = await analyst.GetAsync($"/rakor/{id}/potret/1");
        Assert.Contains("0 KK dikoreksi atau baru · 0 angka berbeda", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sama, byte demi byte", page.Text, StringComparison.Ordinal);

        var corrected = await CorrectAsync(portal);
        await portal.Scenario.ImportFamiliesAsync("2024", new DateOnly(2024, 9, 15), new FamilyRow("627100000001", Village) { Nik = "6271990302800001", Decile = "3" });

        Assert.Equal(published.Bytes, (await analyst.GetAsync($"/rakor/{id}/bahan.pdf")).Bytes);
        Assert.Equal(published.Bytes, (await leader.GetAsync($"/rakor/{id}/potret/1/bahan.pdf")).Bytes);
        var pages = await AllPagesAsync(analyst, $"/rakor/{id}/potret/1");
        Assert.Contains("Sama, byte demi byte", pages[0].Text, StringComparison.Ordinal);
        Assert.Contains($"{Corrections} KK dikoreksi atau baru", pages[0].Text, StringComparison.Ordinal);
        Assert.Contains("Keluarga desil 3 (KK)", pages[0].Text, StringComparison.Ordinal);
        Assert.Equal(corrected.Order(), pages.SelectMany(one => one.Document.QuerySelectorAll("main a[href^='/keluarga/']").Select(link => Guid.Parse(link.GetAttribute("href")!["/keluarga/".Length..]))).Order());
        // Whoever sees no families reads how many of which village.
        var counts = await leader.GetAsync($"/rakor/{id}/potret/1");
        Assert.Contains($"{Corrections} KK", counts.Text, StringComparison.Ordinal);
        Assert.Empty(counts.Document.QuerySelectorAll("main a[href^='/keluarga/']"));
        // A second publication has a number of its own, and the first stays.
        await portal.Scenario.PublishAsync(id);
        Assert.NotEqual(published.Bytes, (await analyst.GetAsync($"/rakor/{id}/bahan.pdf")).Bytes);
        Assert.Equal(published.Bytes, (await analyst.GetAsync($"/rakor/{id}/potret/1/bahan.pdf")).Bytes);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.GetAsync($"/rakor/{id}/potret/3")).StatusCode);
        // Another meeting's pack of the same day has a code of its own.
        var other = await portal.Scenario.PublishedMeetingAsync();
        Assert.Contains("-03", (await analyst.GetAsync($"/rakor/{other}/potret/1")).Find("h1").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_are_read_back_from_a_snapshot_without_loss()
    {
        await using var portal = TestPortal.Start();
        await portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), new FamilyRow("627123000001", Village) { Nik = "6271990302800001" }, new FamilyRow("627123000002", Village) { Nik = "6271990302800002", Decile = "4+" });
        await portal.Scenario.HeldMeetingAsync("Disnaker");
        var figures = await portal.Scenario.AsConsoleAsync(Permission.ViewMeetings, services => services.GetRequiredService<PackWriter>().CollectAsync(null, null, default));

        var again = RakorFigures.FromJson(figures.ToJson());

        Assert.Single(again.Decisions);
        Assert.Equal(2, again.Deciles.ByDecile.Count);
        Assert.Equal(figures.Hash(), again.Hash());
        Assert.NotEqual(figures.Hash(), (again with { Publication = 1 }).Hash());
    }

    // The first so many families get another address, as a clerk would put it right.
    private static Task<List<Guid>> CorrectAsync(TestPortal portal) => portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var families = await db.Households.OrderBy(household => household.Id).Take(Corrections).ToListAsync();
        db.Changes.Declare(ChangeSource.Page, null, "Alamat diperbaiki");
        foreach (var family in families)
            db.Entry(family).Property(nameof(Household.Address)).CurrentValue = "Gang Uji 7";
        await db.SaveChangesAsync();
        return families.ConvertAll(family => family.PublicId);
    });

    private static async Task<List<Page>> AllPagesAsync(Visitor visitor, string path)
    {
        var pages = new List<Page> { await visitor.GetAsync(path) };
        while (pages[^1].Document.QuerySelector($"main a[href='{path}?halaman={pages.Count + 1}']") is not null)
            pages.Add(await visitor.GetAsync($"{path}?halaman={pages.Count + 1}"));
        return pages;
    }
}
