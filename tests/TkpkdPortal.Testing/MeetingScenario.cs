using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Features.Rakor.Minutes;
using TkpkdPortal.Features.Rakor.Snapshots;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using Xunit;

namespace TkpkdPortal.Testing;

/// <summary>Meetings that were held, with what they decided.</summary>
public static class MeetingScenario
{
    /// <summary>A meeting so many days from today, closed or not, with one decision of an OPD, about a case where one is named; answers the meeting and the decision.</summary>
    public static Task<(Guid Meeting, Guid Decision)> HeldMeetingAsync(this Scenario scenario, string opd, int days = -40, int dueInDays = 30, bool isClosed = true, IReadOnlyList<string>? named = null, string? supportedBy = null, Guid? about = null) =>
        scenario.AsConsoleAsync(Permission.ManageMeetings, async services =>
        {
            var (db, clock, user) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>(), services.GetRequiredService<ActingUser>());
            var on = clock.Today.AddDays(days);
            CoordinationMeeting.Call(new MeetingTerms($"Rakor uji {days}", on, new TimeOnly(9, 0), new TimeOnly(12, 0), "Aula", "Ketua", null, [new AgendaPoint(new TimeOnly(9, 0), "Pembukaan")]), out var called);
            var meeting = called!;
            Accept(meeting.Invite(new InvitationLetter("005/12", on.AddDays(-5), "Sekretaris", "Nama Uji", null), [new InvitedParty(null, "Camat Uji")]));
            Accept(meeting.Minute("Rina Uji, analis", "Rapat dibuka Ketua."));
            db.Meetings.Add(meeting);
            await db.SaveChangesAsync();
            Accept(MeetingAttendee.SignIn(meeting, new AttendeeTerms("Budi Uji", "Sekretaris", "Dinas Uji"), [], user.Id, clock.UtcNow, on, out var present));
            db.MeetingAttendees.Add(present!);
            var opds = await db.Opds.AsNoTracking().ToListAsync();
            var terms = new DecisionTerms("Setiap OPD memakai satu daftar.", "Menyerahkan daftar penerima.", "Berkas termuat di portal", opds.Find(one => one.ShortName == opd)!.Id, on.AddDays(dueInDays))
            {
                SupportIds = [.. opds.Where(one => one.ShortName == supportedBy).Select(one => one.Id)],
                CaseIds = await db.Cases.Where(one => one.PublicId == about).Select(one => one.Id).ToListAsync(),
                Areas = [.. (named ?? []).Select(AreaCode.Parse)],
            };
            Accept(MeetingDecision.Decide(meeting, terms, 1, out var decision));
            db.MeetingDecisions.Add(decision!);
            await db.SaveChangesAsync();
            if (isClosed)
                Accept(await CloseAsync(services, meeting));
            return (meeting.PublicId, decision!.PublicId);
        });

    /// <summary>A meeting in three days whose pack is published; answers it.</summary>
    public static async Task<Guid> PublishedMeetingAsync(this Scenario scenario)
    {
        var id = await scenario.MeetingAsync();
        await scenario.PublishAsync(id);
        return id;
    }

    public static Task PublishAsync(this Scenario scenario, Guid meeting) => scenario.AsConsoleAsync(Permission.ManageMeetings, async services =>
    {
        var found = await services.GetRequiredService<PortalDbContext>().Meetings.AsNoTracking().Include(one => one.Agenda).Include(one => one.Chapters).SingleAsync(one => one.PublicId == meeting);
        Accept(await services.GetRequiredService<SnapshotDesk>().PublishAsync(found, default));
        return true;
    });

    /// <summary>The code by which those who are present sign in.</summary>
    public static Task<string> AttendanceCodeAsync(this Scenario scenario, Guid meeting) => scenario.AsConsoleAsync(Permission.ManageMeetings, async services =>
        (await services.GetRequiredService<PortalDbContext>().Meetings.Where(one => one.PublicId == meeting).Select(one => one.AttendanceCode).SingleAsync())!);

    /// <summary>The fields of the page on which a meeting is closed.</summary>
    public static Task<MinutesForm> MinutesFormAsync(this Scenario scenario, Guid meeting) => scenario.AsConsoleAsync(Permission.ManageMeetings, async services =>
        (await services.GetRequiredService<MinutesDesk>().PageAsync(await services.GetRequiredService<PortalDbContext>().Meetings.AsNoTracking().SingleAsync(one => one.PublicId == meeting), null, default)).Form);

    private static async Task<Domain.Outcome> CloseAsync(IServiceProvider services, CoordinationMeeting meeting)
    {
        var desk = services.GetRequiredService<MinutesDesk>();
        return await desk.CloseAsync(meeting, (await desk.PageAsync(meeting, null, default)).Form, default);
    }

    private static void Accept(Domain.Outcome outcome) => Assert.True(outcome.IsAccepted, outcome.Refusal);
}
