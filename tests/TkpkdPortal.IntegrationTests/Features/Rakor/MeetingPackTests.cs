using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Rakor;

public sealed class MeetingPackTests
{
    [Fact]
    public async Task The_page_of_a_meeting_hands_out_what_the_verb_would_write()
    {
        await using var portal = TestPortal.Start();
        await portal.Scenario.HouseholdInAsync("62.71.04.1004");
        var id = await portal.Scenario.MeetingAsync();
        var leader = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Leadership));
        var (day, expected) = await portal.Scenario.AsConsoleAsync(Permission.ViewMeetings, async services =>
        {
            var yesterday = services.GetRequiredService<OfficeClock>().Today.AddDays(-1);
            var meeting = await services.GetRequiredService<PortalDbContext>().Meetings.Include(m => m.Agenda).SingleAsync(m => m.PublicId == id);
            return (yesterday, await services.GetRequiredService<PackWriter>().WriteAsync(meeting, yesterday, default));
        });

        var page = await leader.GetAsync($"/rakor/{id}");
        var pack = await leader.GetAsync($"/rakor/{id}/bahan.pdf?per={day:yyyy-MM-dd}");

        Assert.NotNull(page.Find($"a[href='/rakor/{id}/bahan.pdf']"));
        Assert.Equal(HttpStatusCode.OK, pack.StatusCode);
        Assert.Equal("application/pdf", pack.Response.Content.Headers.ContentType?.MediaType);
        var disposition = pack.Response.Content.Headers.ContentDisposition;
        Assert.Equal("attachment", disposition?.DispositionType);
        Assert.Equal($"bahan-rakor-{day.AddDays(4):yyyy-MM-dd}.pdf", disposition?.FileName);
        Assert.Equal(expected, pack.Bytes);
    }
}
