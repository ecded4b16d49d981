using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rakor;

/// <summary>Changes meetings and shows what their pack would say.</summary>
public sealed class RakorDesk(PortalDbContext db, AreaDirectory areas, OfficeSettings office, OfficeClock clock)
{
    public async Task<MeetingDetails> DetailsAsync(CoordinationMeeting meeting, CancellationToken ct)
    {
        var figures = await RakorFigures.CollectAsync(db, areas, office, clock, meeting, asOf: null, ct);
        return new MeetingDetails(meeting, figures.SnapshotId, figures.Release?.Title, figures.Deciles.Families, figures.Deciles.Persons, figures.Verification.Visited);
    }

    /// <summary>Answers the stored meeting where the form was filled over an older one.</summary>
    public async Task<(Outcome Outcome, MeetingForm? Saved)> ChangeAsync(CoordinationMeeting meeting, MeetingTerms terms, int version, CancellationToken ct)
    {
        if (meeting.Version != version)
            return (Outcome.Accepted, MeetingForm.Of(meeting));
        if (meeting.Change(terms) is { IsAccepted: false } refused)
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
