using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Figures;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rakor;

/// <summary>Changes meetings and shows what their pack would say.</summary>
public sealed class RakorDesk(PortalDbContext db, OfficeSettings office, OfficeClock clock, PackQueue queue)
{
    public async Task<MeetingDetails> DetailsAsync(CoordinationMeeting meeting, CancellationToken ct)
    {
        var scope = await FigureScope.ForAsync(db, office.Area, null, clock.UtcNow, ct);
        var (deciles, verification) = (await DecileFigures.OfAsync(db, scope, ct), await VerificationFigures.OfAsync(db, scope, AreaLevel.District, ct));
        return new MeetingDetails(meeting, RakorFigures.CodeOf(office.Area.Digits, clock.Today), scope.Release?.Title, deciles.Families, deciles.Persons, verification.Total.Visited)
        {
            Before = await DecisionLines.BeforeAsync(db, meeting.On, clock.UtcNow, ct),
            Decisions = await DecisionLines.OfMeetingAsync(db, meeting.Id, ct),
            PacksWaiting = queue.Waiting,
            Present = await db.MeetingAttendees.CountAsync(one => one.MeetingId == meeting.Id && one.StruckAt == null, ct),
            Snapshots = await db.MeetingSnapshots.AsNoTracking().Where(one => one.MeetingId == meeting.Id).OrderByDescending(one => one.Number).ToListAsync(ct),
        };
    }

    /// <summary>Answers the stored meeting where the form was filled over an older one.</summary>
    public async Task<(Outcome Outcome, MeetingForm? Saved)> ChangeAsync(CoordinationMeeting meeting, MeetingTerms terms, int version, CancellationToken ct)
    {
        if (meeting.Version != version)
            return (Outcome.Accepted, MeetingForm.Of(meeting));
        var hasBegun = await db.MeetingAttendees.AnyAsync(one => one.MeetingId == meeting.Id, ct) || await db.MeetingDecisions.AnyAsync(one => one.MeetingId == meeting.Id, ct);
        if (meeting.Change(terms, hasBegun) is { IsAccepted: false } refused)
            return (refused, null);
        // A changed point of the agenda is a change of the meeting, too.
        db.Entry(meeting).Property(m => m.Version).IsModified = true;
        try
        {
            await db.SaveChangesAsync(ct);
            return (Outcome.Accepted, null);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return (Outcome.Accepted, MeetingForm.Of(await db.Meetings.AsNoTracking().Include(m => m.Agenda).SingleAsync(m => m.PublicId == meeting.PublicId, ct)));
        }
    }
}
