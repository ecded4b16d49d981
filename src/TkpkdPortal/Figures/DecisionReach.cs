using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Figures;

/// <summary>
/// Which decisions somebody sees and reports on: members of the coordination team all of them, since they were all invited; heads of villages and districts those that name a place of theirs.
/// </summary>
public sealed class DecisionReach(PortalDbContext db, ActingUser user, OfficeSettings office)
{
    /// <summary>Decisions that the reader sees; an area that a decision names passes the reader's own area filter.</summary>
    public IQueryable<MeetingDecision> Seen => SeesAll ? DecisionLines.Frozen(db) : DecisionLines.Frozen(db).Where(decision => db.DecisionAreas.Any(named => named.DecisionId == decision.Id));

    public long? OpdId => user.OpdOf(Permission.ReportFollowUps);

    public bool IsSecretariat => user.CanAt(Permission.ManageMeetings, office.Area.Stored);

    private bool SeesAll => user.AreasOf(Permission.ViewFollowUps).Any(area => area.Contains(office.Area));

    /// <summary>Of what something else leads to, such as a case, only what the reader sees on the board, too.</summary>
    public async Task<IReadOnlyList<DecisionLine>> ReadAsync(IQueryable<MeetingDecision> decisions, CancellationToken ct)
    {
        if (!user.Can(Permission.ViewFollowUps))
            return [];
        var lines = await DecisionLines.ReadAsync(db, decisions, ct);
        if (SeesAll || lines.Count == 0)
            return lines;
        var ids = lines.Select(line => line.DecisionId).ToList();
        var named = await db.DecisionAreas.AsNoTracking().Where(area => ids.Contains(area.DecisionId)).ToListAsync(ct);
        return [.. lines.Where(line => named.Exists(area => area.DecisionId == line.DecisionId && user.CanAt(Permission.ViewFollowUps, area.AreaCode)))];
    }

    /// <summary>As whom the reader reports on a decision that it sees; null for whoever only reads.</summary>
    public Reporter? ReporterOn(MeetingDecision decision)
    {
        if (IsSecretariat)
            return new Reporter(user.Id, null, IsResponsible: false, IsSecretariat: true);
        if (OpdId is { } opd && (decision.OpdId == opd || decision.Support.Any(named => named.OpdId == opd)))
            return new Reporter(user.Id, opd, decision.OpdId == opd, IsSecretariat: false);
        return decision.Areas.Any(named => user.Grants.Any(grant => grant.Role is Role.DistrictHead or Role.VillageHead && grant.Covers(named.AreaCode))) ? new Reporter(user.Id, null, IsResponsible: false, IsSecretariat: false) : null;
    }
}
