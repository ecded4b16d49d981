using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rakor;

/// <summary>The night before a meeting: everybody reports at once while packs are fetched. Nothing fails, and every report is kept.</summary>
public sealed class DeadlineNightTests
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("TKPKD_FULL") == "1";

    private static int People => IsFull ? 60 : 16;

    private static int Packs => IsFull ? 20 : 6;

    [Fact]
    public async Task Everybody_reports_at_once_while_packs_are_fetched_and_nothing_is_lost()
    {
        await using var portal = TestPortal.Start();
        await portal.Scenario.HouseholdInAsync("62.71.04.1004");
        var (opds, villages) = await portal.Scenario.AsConsoleAsync(Permission.ManageMeetings, async services => (await services.GetRequiredService<PortalDbContext>().Opds.OrderBy(opd => opd.Id).Select(opd => opd.ShortName).ToListAsync(), VillagesOf(services)));
        var reporters = new List<(Visitor Visitor, Guid Decision, bool Decides)>();
        foreach (var opd in opds.Take(People / 4))
            reporters.Add((await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Opd, opd: opd)), (await portal.Scenario.HeldMeetingAsync(opd, days: -20)).Decision, true));
        var named = (await portal.Scenario.HeldMeetingAsync(opds[0], days: -10, named: [.. villages])).Decision;
        for (var i = 0; reporters.Count < People; i++)
            reporters.Add((await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.VillageHead, villages[i % villages.Count])), named, false));
        var (meeting, analyst) = (await portal.Scenario.MeetingAsync(), await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst)));

        var packs = Enumerable.Range(0, Packs).Select(_ => analyst.GetAsync($"/rakor/{meeting}/bahan.pdf")).ToList();
        var reports = reporters.Select((one, i) => ReportAsync(one.Visitor, one.Decision, one.Decides, i)).ToList();

        Assert.All(await Task.WhenAll(reports), status => Assert.Equal(HttpStatusCode.Redirect, status));
        Assert.All(await Task.WhenAll(packs), pack => Assert.Equal("application/pdf", pack.Response.Content.Headers.ContentType?.MediaType));
        var kept = await portal.Scenario.AsConsoleAsync(Permission.ManageMeetings, services => services.GetRequiredService<PortalDbContext>().MeetingDecisions.SelectMany(one => one.Reports).Select(report => report.Progress).ToListAsync());
        Assert.Equal(Enumerable.Range(0, People).Select(TextOf).Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Packs_wait_for_their_turn_and_the_page_of_the_meeting_says_how_many()
    {
        await using var portal = TestPortal.Start();
        var (meeting, analyst) = (await portal.Scenario.MeetingAsync(), await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst)));
        var (queue, door) = (portal.Services.GetRequiredService<PackQueue>(), new TaskCompletionSource<int>());
        var composing = Enumerable.Range(0, 5).Select(_ => queue.TakeTurnAsync(() => door.Task, default)).ToList();

        Assert.Contains("3 bahan sedang antre disusun", (await analyst.GetAsync($"/rakor/{meeting}")).Text, StringComparison.Ordinal);
        door.SetResult(0);
        await Task.WhenAll(composing);
        Assert.Equal(0, queue.Waiting);
        Assert.DoesNotContain("sedang antre", (await analyst.GetAsync($"/rakor/{meeting}")).Text, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> ReportAsync(Visitor visitor, Guid decision, bool decides, int number)
    {
        var page = await visitor.GetAsync($"/tindak-lanjut/{decision}");
        (string, string?)[] state = decides ? [("Form.State", "InProgress"), ("Form.Percent", "40")] : [];
        return (await page.SubmitAsync($"form[action='/tindak-lanjut/{decision}']", [.. state, ("Form.Progress", TextOf(number))])).StatusCode;
    }

    private static string TextOf(int number) => $"Laporan malam {number}.";

    private static List<string> VillagesOf(IServiceProvider services)
    {
        var areas = services.GetRequiredService<AreaDirectory>();
        return [.. areas.Children(AreaCode.Parse("62.71")).SelectMany(areas.Children).Select(village => village.Official)];
    }
}
