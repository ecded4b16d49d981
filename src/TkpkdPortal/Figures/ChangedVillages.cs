using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;

namespace TkpkdPortal.Figures;

/// <summary>
/// In which villages households or their aid changed since a line of the audit. Every save leaves its line, so that a count per village stays right by counting anew the few that were touched; a
/// line that this does not know for harmless makes all of them be counted anew.
/// </summary>
public sealed record ChangedVillages(long End, long ChangeSet, IReadOnlySet<string>? Villages)
{
    private const int MostLines = 500, MostHouseholds = 2_000;

    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "Access", "AccessReview", "Account", "Assignment", "AssignmentLetter", "Audit", "CaseContact", "CaseStep", "CoordinationMeeting", "Decree", "Deliberation", "DutyAnswer", "FamilyCase", "FollowUp", "Form", "Graduation", "HandOver", "LegalBasis", "Link", "List", "Lists", "Locus", "MacroFigure",
        "Meeting", "MeetingAttendee", "MeetingDecision", "MeetingSnapshot",
        "NeighbourhoodHint", "NeighbourhoodLink", "Number", "Objection", "Office", "OverlapDecision", "OverlapRule", "Paper", "Photo", "PortalUser", "PrivacyNotice", "Proposal", "Quality", "Questionnaire",
        "Referral", "RoundTarget", "Rule", "Session", "Subject", "SubjectRequest", "VerificationRound", "VillageBudget", "Visit", "Worklist",
    };

    /// <summary>Since a line and a change of the register; all of them (null) where it cannot be told by little reading.</summary>
    public static async Task<ChangedVillages> SinceAsync(PortalDbContext db, long end, long changeSet, CancellationToken ct)
    {
        var now = await db.AuditHeads.AsNoTracking().Select(head => head.Sequence).SingleAsync(ct);
        var newest = await db.ChangeSets.AsNoTracking().OrderByDescending(change => change.Id).Select(change => change.Id).FirstOrDefaultAsync(ct);
        if (end == 0 || now - end > MostLines || newest - changeSet > MostLines)
            return new ChangedVillages(now, newest, null);
        if (now == end)
            return new ChangedVillages(now, newest, new HashSet<string>());
        var lines = await db.AuditEntries.AsNoTracking().Where(line => line.Sequence > end && line.Sequence <= now).Select(line => new { line.Action, line.SubjectId }).ToListAsync(ct);
        var touching = lines.Where(line => !Harmless.Contains(line.Action.Split('.')[0])).ToList();
        if (touching.Exists(line => line.Action is not "Register.Changed" && !line.Action.StartsWith("Intervention.", StringComparison.Ordinal)))
            return new ChangedVillages(now, newest, null);
        var aid = touching.Where(line => line.Action is not "Register.Changed").Select(line => line.SubjectId).OfType<Guid>().ToList();
        return new ChangedVillages(now, newest, await OfAsync(db, changeSet, aid, ct));
    }

    // Past the area of whoever asks: the counts are kept for everybody, and each is shown his own.
    private static async Task<HashSet<string>?> OfAsync(PortalDbContext db, long changeSet, List<Guid> aid, CancellationToken ct)
    {
        var all = db.Households.IgnoreQueryFilters([FilterNames.Area, FilterNames.Duty, FilterNames.Open]).AsNoTracking();
        var changed = await all.Where(household => household.ChangeSetId > changeSet).Select(household => new { household.Id, household.AreaCode }).Take(MostHouseholds + 1).ToListAsync(ct);
        if (changed.Count > MostHouseholds)
            return null;
        var ids = changed.ConvertAll(household => household.Id);
        // Where they lived before: a family that moved leaves one village and comes to another.
        var left = await db.HouseholdVersions.IgnoreQueryFilters([FilterNames.Area, FilterNames.Duty, FilterNames.Open]).AsNoTracking().Where(version => ids.Contains(version.HouseholdId))
            .Select(version => version.AreaCode).Distinct().ToListAsync(ct);
        var helped = await db.Interventions.IgnoreQueryFilters([FilterNames.Area, FilterNames.Duty, FilterNames.Open]).AsNoTracking().Where(piece => aid.Contains(piece.PublicId))
            .Join(db.Households, piece => piece.HouseholdId, household => household.Id, (_, household) => household.AreaCode).ToListAsync(ct);
        return changed.Select(household => household.AreaCode).Concat(left).Concat(helped).Select(NeedTallies.VillageOf).ToHashSet(StringComparer.Ordinal);
    }
}
