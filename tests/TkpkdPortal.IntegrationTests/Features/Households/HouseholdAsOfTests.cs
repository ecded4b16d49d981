using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Households;

/// <summary>Two releases of the list and a visit, a month apart each; afterwards every month is asked what was known at its end.</summary>
public sealed class HouseholdAsOfTests
{
    private const string Village = "62.71.04.1004";

    [Fact]
    public async Task A_household_as_of_a_past_day_is_what_was_known_then_on_its_page_and_by_count()
    {
        var clock = new MovingClock(new DateTimeOffset(2026, 5, 10, 3, 0, 0, TimeSpan.Zero));
        await using var portal = TestPortal.Start(services: services => services.AddSingleton<TimeProvider>(clock));
        var household = await LiveThroughAsync(portal, clock);
        clock.Now = new DateTimeOffset(2026, 9, 10, 3, 0, 0, TimeSpan.Zero);
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));

        var before = await analyst.GetAsync($"/keluarga/{household}?per=30/04/2026");
        var may = await analyst.GetAsync($"/keluarga/{household}?per=31/05/2026");
        var june = await analyst.GetAsync($"/keluarga/{household}?per=30/06/2026");
        var july = await analyst.GetAsync($"/keluarga/{household}?per=31/07/2026");
        var now = await analyst.GetAsync($"/keluarga/{household}");

        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        Says(may, ["Keluarga SITI LAMA", "JL. LAMA", "Desil 1 menurut", "Sumur Bor"], ["SITI BARU", "SITI BENAR", "JL. BARU", "Ledeng", "Disetujui"]);
        Says(june, ["Keluarga SITI BARU", "JL. BARU", "Desil 2 menurut", "Ledeng"], ["SITI BENAR", "JL. BENAR", "Disetujui"]);
        Says(july, ["Keluarga SITI BENAR", "JL. BENAR", "Memenuhi kriteria miskin ekstrem", "Air Hujan", "Disetujui"], []);
        Says(now, ["Keluarga SITI BENAR", "JL. BENAR", "Memenuhi kriteria miskin ekstrem"], []);
    }

    [Fact]
    public async Task The_counts_as_of_a_past_day_are_those_that_were_known_then()
    {
        var clock = new MovingClock(new DateTimeOffset(2026, 5, 10, 3, 0, 0, TimeSpan.Zero));
        await using var portal = TestPortal.Start(services: services => services.AddSingleton<TimeProvider>(clock));
        await LiveThroughAsync(portal, clock);
        clock.Now = new DateTimeOffset(2026, 9, 10, 3, 0, 0, TimeSpan.Zero);

        // Families in the register, of which in decile 1 of the newest list, visited, approved as extremely poor.
        Assert.Equal((0, 0, 0, 0), await CountsAsync(portal, new DateOnly(2026, 4, 30)));
        Assert.Equal((1, 1, 0, 0), await CountsAsync(portal, new DateOnly(2026, 5, 31)));
        Assert.Equal((2, 1, 0, 0), await CountsAsync(portal, new DateOnly(2026, 6, 30)));
        Assert.Equal((2, 1, 1, 1), await CountsAsync(portal, new DateOnly(2026, 7, 31)));
        Assert.Equal((2, 1, 1, 1), await CountsAsync(portal, new DateOnly(2026, 9, 10)));
    }

    // May: the first list. June: the second, in which the family is spelled otherwise and another family joins. July: the visit corrects it.
    private static async Task<Guid> LiveThroughAsync(TestPortal portal, MovingClock clock)
    {
        var family = new FamilyRow("627123000001", "6271041004") { HeadName = "SITI LAMA", Address = "JL. LAMA RT 01 RW 01", Nik = "6271990302804711" };
        await portal.Scenario.ImportFamiliesAsync("2025", new DateOnly(2025, 9, 15), family);
        clock.Now = clock.Now.AddMonths(1);
        await portal.Scenario.ImportFamiliesAsync("2026", new DateOnly(2026, 6, 1),
            family with { HeadName = "SITI BARU", Address = "JL. BARU RT 01 RW 01", Decile = "2", Others = new Dictionary<string, string> { ["sumber_air_minum"] = "Ledeng/PAM" } },
            new FamilyRow("627123000002", "6271041004") { HeadName = "RAHMAN UJI" });
        clock.Now = clock.Now.AddMonths(1);

        var enumerator = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Enumerator, Village));
        var list = await enumerator.GetAsync("/keluarga");
        var path = list.Document.QuerySelectorAll("a[href^='/keluarga/']").First(a => a.TextContent.Contains("SITI", StringComparison.Ordinal)).GetAttribute("href") ?? "";
        var form = await (await (await enumerator.GetAsync(path)).SubmitAsync("form[action^='/kunjungan/']")).FollowAsync();
        var handedIn = await form.SubmitAsync("form[action^='/kunjungan/']", ("Form.PresenceGroup", "Found"), ("Form.Respondent", "Kepala keluarga"), ("Form.Eligibility", "ExtremelyPoor"),
            ("Form.CorrectedHeadName", "SITI BENAR"), ("Form.CorrectedAddress", "JL. BENAR"), ("Form.DrinkingWater", "RainWater"), ("Form.Action", "ajukan"));
        Assert.Equal(HttpStatusCode.Redirect, handedIn.StatusCode);
        var head = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.VillageHead, Village));
        var review = (await head.GetAsync("/periksa")).Document.QuerySelector("a[href^='/periksa/']")?.GetAttribute("href") ?? "";
        Assert.Equal(HttpStatusCode.Redirect, (await (await head.GetAsync(review)).SubmitAsync("form[action^='/periksa/']", ("Decision", "Approve"))).StatusCode);
        return Guid.Parse(path.Split('/')[^1]);
    }

    private static void Says(Page page, string[] holds, string[] lacks)
    {
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.All(holds, text => Assert.Contains(text, page.Text, StringComparison.Ordinal));
        Assert.All(lacks, text => Assert.DoesNotContain(text, page.Text, StringComparison.Ordinal));
    }

    private static Task<(int Families, int Poorest, int Visited, int ExtremelyPoor)> CountsAsync(TestPortal portal, DateOnly day) => portal.Scenario.AsConsoleAsync(Permission.ViewDashboard, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var scope = await FigureScope.ForAsync(db, portal.Office, releaseId: null, services.GetRequiredService<OfficeClock>().EndOf(day), default);
        var progress = (await VerificationFigures.OfAsync(db, scope, AreaLevel.District, default)).Total;
        var deciles = await DecileFigures.OfAsync(db, scope, default);
        return (progress.Target, deciles.ByDecile.Where(figure => figure.Decile.Label == "1").Sum(figure => figure.Families), progress.Visited, progress.ExtremelyPoor);
    });
}
