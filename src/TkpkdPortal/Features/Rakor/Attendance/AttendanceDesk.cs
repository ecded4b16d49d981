using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rakor.Attendance;

/// <summary>Signs in whoever is present, by the person's own telephone or from paper, and strikes out what is wrong.</summary>
public sealed class AttendanceDesk(PortalDbContext db, OfficeClock clock)
{
    public static Task<List<MeetingAttendee>> PresentAsync(PortalDbContext db, long meetingId, CancellationToken ct) =>
        db.MeetingAttendees.AsNoTracking().Where(one => one.MeetingId == meetingId && one.StruckAt == null).OrderBy(one => one.Id).ToListAsync(ct);

    /// <summary>The meeting of a code that takes attendance now; unknown, too early and closed look alike.</summary>
    public async Task<CoordinationMeeting?> OpenAsync(string code, CancellationToken ct)
    {
        if (code.Length != MeetingCode.Length)
            return null;
        var written = code.ToUpperInvariant();
        return await db.Meetings.AsNoTracking().SingleOrDefaultAsync(one => one.AttendanceCode == written, ct) is { } meeting && meeting.TakesAttendance(clock.Today) ? meeting : null;
    }

    public async Task<Outcome> SignInAsync(CoordinationMeeting seen, PresenceForm form, long? recordedById, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ChangeWriter.TakeTurnAsync(db, ct);
        var meeting = await db.Meetings.AsNoTracking().SingleAsync(one => one.Id == seen.Id, ct);
        var present = await db.MeetingAttendees.AsNoTracking().Where(one => one.MeetingId == meeting.Id).ToListAsync(ct);
        var outcome = MeetingAttendee.SignIn(meeting, form.Terms(), present, recordedById, clock.UtcNow, clock.Today, out var attendee);
        if (attendee is null)
            return outcome;
        db.MeetingAttendees.Add(attendee);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return outcome;
    }

    public async Task<Outcome> StrikeAsync(CoordinationMeeting seen, Guid id, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ChangeWriter.TakeTurnAsync(db, ct);
        var meeting = await db.Meetings.AsNoTracking().SingleAsync(one => one.Id == seen.Id, ct);
        if (await db.MeetingAttendees.SingleOrDefaultAsync(one => one.MeetingId == meeting.Id && one.PublicId == id, ct) is not { } attendee)
            return Outcome.Refuse("Orang ini tidak ada dalam daftar hadir.");
        var outcome = attendee.Strike(meeting, clock.UtcNow);
        if (outcome.IsAccepted)
            await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return outcome;
    }
}
