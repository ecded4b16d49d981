using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Interventions;

/// <summary>Planned aid of many households marked as delivered by one paper, and what is left of it.</summary>
public sealed class RealisationTests
{
    private const string Village = "62.71.04.1004", Form = "form[action$='/realisasi']";

    [Fact]
    public async Task One_paper_delivers_what_was_ticked_and_names_what_changed_meanwhile_and_all_delivers_the_rest()
    {
        await using var portal = TestPortal.Start();
        var program = await portal.Scenario.ProgramAsync("Disnaker");
        var aid = new List<Guid>();
        foreach (var name in new[] { "SATU UJI", "DUA UJI", "TIGA UJI" })
            aid.Add(await portal.Scenario.AidAsync(program, await portal.Scenario.HouseholdInAsync(Village, name)));
        var opd = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Opd, opd: "Disnaker"));
        var page = await opd.GetAsync($"/program/{program}/realisasi");
        await DropAsync(portal, aid[1]);

        var without = await page.SubmitAsync(Form, ("Form.Keys", $"{aid[0]}|0"), ("Form.Evidence", ""));
        var report = await page.SubmitAsync(Form, ("Form.Keys", $"{aid[0]}|0"), ("Form.Keys", $"{aid[1]}|0"), ("Form.Evidence", "BAST 12/2026"));
        var rest = await (await opd.GetAsync($"/program/{program}/realisasi")).SubmitAsync(Form, ("Form.IsAll", "true"), ("Form.Evidence", "BAST 13/2026"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (without.StatusCode, report.StatusCode));
        Assert.Contains("1 bantuan ditandai tersalur", report.Text, StringComparison.Ordinal);
        Assert.Contains("DUA UJI", report.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("diubah orang lain", report.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 bantuan ditandai tersalur", rest.Text, StringComparison.Ordinal);
        Assert.Equal([(InterventionState.Delivered, "BAST 12/2026"), (InterventionState.Cancelled, null), (InterventionState.Delivered, "BAST 13/2026")],
            (await AskAsync(portal, db => db.Interventions.OrderBy(one => one.Id).Select(one => new { one.State, one.Evidence }).ToListAsync())).Select(one => (one.State, one.Evidence)));
    }

    private static Task<int> DropAsync(TestPortal portal, Guid id) => AskAsync(portal, async db =>
    {
        var aid = await db.Interventions.SingleAsync(one => one.PublicId == id);
        Assert.True(aid.MoveTo(new InterventionStep(InterventionState.Cancelled, Reason: "Uji"), DateOnly.MaxValue, DateTime.UtcNow).IsAccepted);
        return await db.SaveChangesAsync();
    });

    private static Task<T> AskAsync<T>(TestPortal portal, Func<PortalDbContext, Task<T>> ask) => portal.Scenario.AsConsoleAsync(Permission.ViewPrograms, services => ask(services.GetRequiredService<PortalDbContext>()));
}
