using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Features.Rakor.Attendance;
using TkpkdPortal.Figures;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rakor.Minutes;

/// <summary>Writes the minutes, and closes the meeting: from then on the minutes are the stored bytes, and the decisions go to the board.</summary>
public sealed class MinutesDesk(PortalDbContext db, ActingUser user, OfficeSettings office, OfficeClock clock, FontLibrary fonts)
{
    public async Task<MinutesPage> PageAsync(CoordinationMeeting meeting, MinutesForm? form, CancellationToken ct)
    {
        var decisions = await DecisionLines.OfMeetingAsync(db, meeting.Id, ct);
        form ??= new MinutesForm { NoteTaker = meeting.NoteTaker, Course = meeting.Course, Version = meeting.Version, Decisions = await FingerprintAsync(meeting, ct) };
        return new MinutesPage(meeting, form)
        {
            Before = await DecisionLines.BeforeAsync(db, meeting.On, clock.UtcNow, ct),
            Decisions = decisions,
            Present = await db.MeetingAttendees.CountAsync(one => one.MeetingId == meeting.Id && one.StruckAt == null, ct),
        };
    }

    public Task<Outcome> MinuteAsync(CoordinationMeeting meeting, MinutesForm form, CancellationToken ct) =>
        MeetingSteps.ChangeAsync(db, meeting.Id, form.Version, one => Task.FromResult(one.Minute(form.NoteTaker, form.Course)), ct);

    /// <summary>Saves what is typed and closes, so that nothing on the screen is lost; refused where a decision was written that the page did not show.</summary>
    public Task<Outcome> CloseAsync(CoordinationMeeting meeting, MinutesForm form, CancellationToken ct) => MeetingSteps.ChangeAsync(db, meeting.Id, form.Version, async one =>
    {
        if ((form.Decisions ?? "") != await FingerprintAsync(one, ct))
            return Outcome.Refuse("Keputusan rapat ini baru saja ditambah atau diubah. Periksa daftarnya, lalu tutup lagi.");
        if (one.Minute(form.NoteTaker, form.Course) is { IsAccepted: false } frozen)
            return frozen;
        var page = await PageAsync(one, null, ct);
        var outcome = one.Close(page.Present, page.Decisions.Count, user.Id, clock.UtcNow, clock.Today);
        if (outcome.IsAccepted)
            db.MeetingMinutes.Add(new MeetingMinutes { MeetingId = one.Id, Content = await PaperAsync(page, ct) });
        return outcome;
    }, ct);

    /// <summary>The stored minutes of a closed meeting, or a draft of those of an open one.</summary>
    public async Task<byte[]> PaperAsync(CoordinationMeeting meeting, CancellationToken ct) =>
        await db.MeetingMinutes.AsNoTracking().Where(one => one.MeetingId == meeting.Id).Select(one => one.Content).SingleOrDefaultAsync(ct) ?? await PaperAsync(await PageAsync(meeting, null, ct), ct);

    private async Task<byte[]> PaperAsync(MinutesPage page, CancellationToken ct) => new MinutesOfMeeting(page, await AttendanceDesk.PresentAsync(db, page.Meeting.Id, ct),
        await db.Offices.AnyAsync(one => one.HasTestData, ct), office, clock.Today).Write(fonts);

    private async Task<string> FingerprintAsync(CoordinationMeeting meeting, CancellationToken ct) => string.Join('-', await db.MeetingDecisions.AsNoTracking().Where(one => one.MeetingId == meeting.Id)
        .OrderBy(one => one.Id).Select(one => $"{one.Id}.{one.Version}").ToListAsync(ct));
}
