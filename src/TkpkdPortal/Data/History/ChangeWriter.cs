using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Auditing;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Security;

namespace TkpkdPortal.Data.History;

/// <summary>
/// The one way in which a page or job changes rows: it checks the area of every row, keeps what the register said before, raises versions,
/// and appends to the audit, all in one transaction. Imports write their rows in bulk and use the same change set and audit.
/// </summary>
public sealed class ChangeWriter(UserScope scope, AuditTrail trail, TimeProvider clock)
{
    private readonly List<AuditEntry> _notes = [];
    private ChangeSet? _declared;
    private (Guid Transaction, AuditMark Mark)? _end;

    /// <summary>Says why the register is about to change; without it a change of the register is a bug and is refused.</summary>
    public ChangeSet Declare(ChangeSource source, Guid? sourceId, string reason) =>
        _declared = new ChangeSet(source, sourceId, reason, scope.UserId);

    /// <summary>Adds a line to the audit with the next save.</summary>
    public void Note(AuditEntry entry) => _notes.Add(entry);

    /// <summary>A line of the current user about a record.</summary>
    public void Note(string action, IHasPublicId? subject = null, string? areaCode = null, string? detail = null) =>
        Note(trail.Entry(action, subject?.GetType().Name, subject?.PublicId, areaCode, detail));

    /// <summary>Appends at once, for what changes nothing else: a refusal, a sign-in, the opening of a number.</summary>
    public Task RecordAsync(PortalDbContext db, string action, IHasPublicId? subject = null, string? areaCode = null, string? detail = null,
        CancellationToken ct = default)
    {
        Note(action, subject, areaCode, detail);
        return db.SaveChangesAsync(ct);
    }

    /// <summary>Within a transaction: nobody else writes until it ends, so that what is read from here on still holds when it is saved.</summary>
    public static Task TakeTurnAsync(PortalDbContext db, CancellationToken ct) => AuditTrail.TakeTurnAsync(db, ct);

    /// <summary>The last line of the audit that a transaction has just made lasting; null where it wrote none.</summary>
    internal AuditMark? EndOf(Guid transaction) => _end is { } end && end.Transaction == transaction ? end.Mark : null;

    internal async Task<int> SaveAsync(PortalDbContext db, Func<CancellationToken, Task<int>> save, CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        var followed = await RoundFollower.FollowAsync(db, ct);
        var changed = db.ChangeTracker.Entries().Where(entry => entry.State is not (EntityState.Unchanged or EntityState.Detached)).ToList();
        if (changed.Count == 0 && _notes.Count == 0)
            return await save(ct);
        RefuseOnRead(changed);
        RefuseOutsideScope(changed);
        await RefuseOutsideDutyAsync(db, changed, ct);

        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var made = new List<EntityEntry>();
        try
        {
            var unplaced = await KeepHistoryAsync(db, changed, made, ct);
            RaiseVersions(changed);
            var end = await trail.AppendAsync(db, [.. trail.Describe(changed), .. _notes], made, ct);
            var rows = await save(ct);
            if (unplaced.Count > 0)
            {
                RegisterHistory.AddNameTokens(db, unplaced, made);
                await save(ct);
            }
            if (end is not null && db.Database.CurrentTransaction is { } transaction)
                _end = (transaction.TransactionId, end);
            if (own is not null)
                await own.CommitAsync(ct);
            _notes.Clear();
            _declared = null;
            return rows;
        }
        catch
        {
            made.AddRange(followed);
            // The page goes on with its own entities after a conflict; what was made here must not be saved a second time, and the audit must not
            // say with the next save that it happened.
            foreach (var entry in made)
                entry.State = EntityState.Detached;
            _notes.Clear();
            _declared = null;
            throw;
        }
    }

    private void RefuseOnRead(List<EntityEntry> changed)
    {
        if (scope.IsReadOnly && changed.Find(entry => entry.Entity is not (AuditEntry or AuditHead or UserSession)) is { } entry)
            throw new InvalidOperationException($"A GET may not change {entry.Metadata.DisplayName()}.");
    }

    private void RefuseOutsideScope(List<EntityEntry> changed)
    {
        foreach (var entry in changed.Where(entry => entry.Entity is IHasArea))
        {
            var area = entry.Property(nameof(IHasArea.AreaCode));
            if (!scope.Covers((string)area.CurrentValue!) || (entry.State is not EntityState.Added && !scope.Covers((string)area.OriginalValue!)))
                throw new OutsideScopeException(entry.Metadata.DisplayName());
        }
        // Only the village that has the household can begin to hand it over; either may go on.
        if (changed.Exists(entry => entry.Entity is HandOver offer && !scope.Covers(offer.FromAreaCode) && (entry.State is EntityState.Added || !scope.Covers(offer.ToAreaCode))))
            throw new OutsideScopeException(nameof(HandOver));
    }

    // Whoever is bound by duty writes for the own OPD, and only for families that it sees: else aid of its own would open any of them.
    private async Task RefuseOutsideDutyAsync(PortalDbContext db, List<EntityEntry> changed, CancellationToken ct)
    {
        if (!scope.IsDutyBound)
            return;
        foreach (var entry in changed.Where(entry => entry.Entity switch
        {
            Intervention aid => aid.OpdId != scope.OpdId,
            AidProgram program => program.OpdId != scope.OpdId,
            VillageBudget budget => budget.OpdId != scope.OpdId,
            DutyAnswer answer => answer.OpdId != scope.OpdId,
            CaseStep step => step.OpdId != scope.OpdId,
            MeetingDecision decision => decision.OpdId != scope.OpdId,
            // The head of a village may be an OPD's person, too, and reports for the place.
            DecisionReport report => report.OpdId is { } opd && opd != scope.OpdId,
            FamilyCase or CaseContact or Graduation or CoordinationMeeting or MeetingAttendee => true,
            Referral referral => (entry.State is EntityState.Added ? referral.FromOpdId : referral.ToOpdId) != scope.OpdId,
            _ => false,
        }))
            throw new OutsideScopeException(entry.Metadata.DisplayName());
        var helped = changed.Where(entry => entry.State is EntityState.Added).Select(entry => entry.Entity switch
        {
            Intervention aid => aid.HouseholdId,
            DutyAnswer answer => answer.HouseholdId,
            Referral referral => referral.HouseholdId,
            _ => (long?)null,
        }).OfType<long>().Distinct().ToList();
        if (helped.Count > 0 && await db.Households.CountAsync(household => helped.Contains(household.Id), ct) != helped.Count)
            throw new OutsideScopeException(nameof(Intervention));
    }

    private async Task<List<Person>> KeepHistoryAsync(PortalDbContext db, List<EntityEntry> changed, List<EntityEntry> made, CancellationToken ct)
    {
        var rows = changed.Where(RegisterHistory.IsRegisterRow).ToList();
        if (rows.Count == 0)
            return [];
        var change = _declared ?? throw new InvalidOperationException("The register changes only under a declared change set.");
        var now = clock.GetUtcNow().UtcDateTime;
        change.BecomeKnown(now);
        made.Add(db.Add(change));
        var unplaced = await RegisterHistory.KeepAsync(db, rows, now, made, ct);
        var changeId = db.Entry(change).Property(c => c.Id);
        foreach (var row in rows.Where(row => row.State is not EntityState.Deleted))
        {
            var property = row.Property(nameof(Household.ChangeSetId));
            property.CurrentValue = changeId.CurrentValue;
            property.IsTemporary = true;
        }
        Note(trail.Entry("Register.Changed", change.Source.ToString(), change.SourceId, null,
            AuditDetail.Of(("reason", change.Reason), ("rows", rows.Count)), change.PublicId));
        return unplaced;
    }

    private static void RaiseVersions(List<EntityEntry> changed)
    {
        foreach (var entry in changed.Where(entry => entry is { Entity: IHasVersion, State: EntityState.Modified }))
        {
            var version = entry.Property(nameof(IHasVersion.Version));
            version.CurrentValue = (int)version.OriginalValue! + 1;
        }
    }
}

/// <summary>A write would reach a row outside the user's areas; the page answers as if the row did not exist.</summary>
public sealed class OutsideScopeException(string entity) : InvalidOperationException($"{entity} lies outside the scope of the current user.");
