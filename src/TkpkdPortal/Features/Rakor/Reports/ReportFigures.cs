using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Figures;

namespace TkpkdPortal.Features.Rakor.Reports;

/// <summary>A meeting of the period with what it decided and how much of it is done.</summary>
public sealed record ReportMeeting(string Title, DateOnly On, int Present, int Decisions, int Done);

/// <summary>What a report prints: the figures of a pack at the end of its period, what programs did in it, and what the team did.</summary>
public sealed record ReportFigures(ReportKind Kind, ReportPeriod Period, RakorFigures Pack)
{
    public required IReadOnlyList<ProgramRealisation> Programs { get; init; }

    public required IReadOnlyList<ReportMeeting> Meetings { get; init; }

    public required IReadOnlyList<DecisionLine> Decisions { get; init; }

    public required int ObjectionsReceived { get; init; }

    public required int ObjectionsOpen { get; init; }

    /// <summary>What programs did and what became of decisions is as recorded by this day: half a year is reported after it, and what came late belongs to it.</summary>
    public required DateOnly Today { get; init; }

    public static async Task<ReportFigures> OfAsync(PortalDbContext db, PackWriter writer, ReportKind kind, ReportPeriod period, DateOnly today, CancellationToken ct)
    {
        var (from, until) = (period.From, period.Until);
        var meetings = db.Meetings.AsNoTracking().Where(meeting => meeting.On >= from && meeting.On <= until);
        var objections = db.Objections.AsNoTracking().Where(objection => objection.ReceivedOn >= from && objection.ReceivedOn <= until);
        var decisions = await DecisionLines.ReadAsync(db, DecisionLines.Frozen(db).Where(decision => meetings.Any(meeting => meeting.Id == decision.MeetingId)), ct);
        var held = await meetings.Where(meeting => meeting.ClosedAt != null).OrderBy(meeting => meeting.On).ThenBy(meeting => meeting.Id)
            .Select(meeting => new { meeting.PublicId, meeting.Title, meeting.On, Present = db.MeetingAttendees.Count(one => one.MeetingId == meeting.Id && one.StruckAt == null) }).ToListAsync(ct);
        return new ReportFigures(kind, period, await writer.CollectAsync(meeting: null, period.IsRunning ? null : until, ct))
        {
            Today = today,
            Programs = await ProgramRealisation.OfAsync(db, from.Year, from, until, ct),
            Meetings = [.. held.Select(meeting => new ReportMeeting(meeting.Title, meeting.On, meeting.Present, decisions.Count(line => line.Meeting == meeting.PublicId), decisions.Count(line => line.Meeting == meeting.PublicId && line.State is DecisionState.Done)))],
            Decisions = decisions,
            ObjectionsReceived = await objections.CountAsync(ct),
            ObjectionsOpen = await objections.CountAsync(objection => objection.State == ObjectionState.Received || objection.State == ObjectionState.Verified, ct),
        };
    }
}
