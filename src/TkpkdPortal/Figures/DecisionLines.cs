using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Meetings;

namespace TkpkdPortal.Figures;

/// <summary>A decision as a line: what, whose, until when, how far, and what was reported last.</summary>
public sealed record DecisionLine
{
    public required long DecisionId { get; init; }

    public required Guid Id { get; init; }

    public required Guid Meeting { get; init; }

    public required DateOnly MeetingOn { get; init; }

    public int Number { get; init; }

    public required string Text { get; init; }

    public required string Action { get; init; }

    public required string Indicator { get; init; }

    public long OpdId { get; init; }

    public required string Opd { get; init; }

    public DateOnly DueOn { get; init; }

    public DecisionState State { get; init; }

    public int Percent { get; init; }

    public DateOnly? SettledOn { get; init; }

    public string? Progress { get; init; }

    public string? Obstacle { get; init; }

    public string? Evidence { get; init; }

    public IReadOnlyList<string> Support { get; init; } = [];

    public bool IsOpen => State is DecisionState.NotStarted or DecisionState.InProgress;

    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;
}

/// <summary>Decisions of closed meetings, as the board, the pack, the pages of what they name, and the reminders read them.</summary>
public static class DecisionLines
{
    /// <summary>Decisions that are frozen: those of an open meeting may still change.</summary>
    public static IQueryable<MeetingDecision> Frozen(PortalDbContext db) => db.MeetingDecisions.Where(decision => db.Meetings.Any(meeting => meeting.Id == decision.MeetingId && meeting.ClosedAt != null));

    /// <summary>Of some decisions those that are neither done nor dropped.</summary>
    public static IQueryable<MeetingDecision> StillOpen(this IQueryable<MeetingDecision> decisions) => decisions.Where(decision => decision.State == DecisionState.NotStarted || decision.State == DecisionState.InProgress);

    /// <summary>What a meeting opens with, as it was known at an instant: decisions of earlier meetings that were open, or were settled since the one before.</summary>
    public static async Task<IReadOnlyList<DecisionLine>> BeforeAsync(PortalDbContext db, DateOnly day, DateTime at, CancellationToken ct)
    {
        var earlier = db.Meetings.Where(meeting => meeting.ClosedAt <= at && meeting.On < day);
        var since = await earlier.MaxAsync(meeting => (DateOnly?)meeting.On, ct) ?? DateOnly.MinValue;
        var lines = await ReadAsync(db, db.MeetingDecisions.Where(decision => earlier.Any(meeting => meeting.Id == decision.MeetingId) && (decision.SettledOn == null || decision.SettledOn >= since)), at, ct);
        return [.. lines.Where(line => line.SettledOn is null || line.SettledOn >= since)];
    }

    /// <summary>Decisions of one meeting, in their order, frozen or not.</summary>
    public static async Task<IReadOnlyList<DecisionLine>> OfMeetingAsync(PortalDbContext db, long meetingId, CancellationToken ct) =>
        [.. (await ReadAsync(db, db.MeetingDecisions.Where(decision => decision.MeetingId == meetingId), ct)).OrderBy(line => line.Number)];

    public static IQueryable<MeetingDecision> OfProgram(PortalDbContext db, long programId) => Frozen(db).Where(decision => decision.Programs.Any(named => named.ProgramId == programId));

    public static IQueryable<MeetingDecision> OfCase(PortalDbContext db, long caseId) => Frozen(db).Where(decision => decision.Cases.Any(named => named.CaseId == caseId));

    /// <summary>Decisions that name a list of households, by its address.</summary>
    public static IQueryable<MeetingDecision> OfList(PortalDbContext db, string address) => Frozen(db).Where(decision => decision.Lists.Any(named => named.Address == address));

    /// <summary>Decisions that name the village or, where the reader reaches that far, its district.</summary>
    public static IQueryable<MeetingDecision> OfVillage(PortalDbContext db, AreaCode village)
    {
        string[] codes = [village.Stored, village.AtLevel(AreaLevel.District).Stored];
        return Frozen(db).Where(decision => db.DecisionAreas.Any(named => named.DecisionId == decision.Id && codes.Contains(named.AreaCode)));
    }

    public static Task<IReadOnlyList<DecisionLine>> ReadAsync(PortalDbContext db, IQueryable<MeetingDecision> decisions, CancellationToken ct) => ReadAsync(db, decisions, DateTime.MaxValue, ct);

    public static IQueryable<DecisionLine> Of(PortalDbContext db, IQueryable<MeetingDecision> decisions) => Of(db, decisions, DateTime.MaxValue);

    // Open ones first, by their due day; what is settled after them.
    private static async Task<IReadOnlyList<DecisionLine>> ReadAsync(PortalDbContext db, IQueryable<MeetingDecision> decisions, DateTime at, CancellationToken ct)
    {
        var lines = await Of(db, decisions, at).ToListAsync(ct);
        return await WithSupportAsync(db, [.. lines.OrderBy(line => line.SettledOn is not null).ThenBy(line => line.DueOn).ThenBy(line => line.DecisionId)], ct);
    }

    // How far a decision was says its last report; what is settled is reported on no more.
    private static IQueryable<DecisionLine> Of(PortalDbContext db, IQueryable<MeetingDecision> decisions, DateTime at) =>
        from decision in decisions.AsNoTracking()
        join meeting in db.Meetings on decision.MeetingId equals meeting.Id
        join opd in db.Opds on decision.OpdId equals opd.Id
        let last = decision.Reports.Where(report => report.At <= at).OrderByDescending(report => report.Number).FirstOrDefault()
        select new DecisionLine
        {
            DecisionId = decision.Id,
            Id = decision.PublicId,
            Meeting = meeting.PublicId,
            MeetingOn = meeting.On,
            Number = decision.Number,
            Text = decision.Text,
            Action = decision.Action,
            Indicator = decision.Indicator,
            OpdId = decision.OpdId,
            Opd = opd.ShortName,
            DueOn = decision.DueOn,
            State = last == null ? DecisionState.NotStarted : last.State,
            Percent = last == null ? 0 : last.Percent,
            SettledOn = last != null && (last.State == DecisionState.Done || last.State == DecisionState.Cancelled) ? decision.SettledOn : null,
            Progress = last!.Progress,
            Obstacle = last.Obstacle,
            Evidence = last.Evidence,
        };

    public static async Task<IReadOnlyList<DecisionLine>> WithSupportAsync(PortalDbContext db, IReadOnlyList<DecisionLine> lines, CancellationToken ct)
    {
        var ids = lines.Select(line => line.DecisionId).ToList();
        var support = (await (from named in db.Set<DecisionSupport>().AsNoTracking()
                              join opd in db.Opds on named.OpdId equals opd.Id
                              where ids.Contains(named.DecisionId)
                              orderby opd.ShortName
                              select new { named.DecisionId, opd.ShortName }).ToListAsync(ct)).ToLookup(one => one.DecisionId, one => one.ShortName);
        return [.. lines.Select(line => line with { Support = [.. support[line.DecisionId]] })];
    }
}
