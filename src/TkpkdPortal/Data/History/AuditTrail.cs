using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Auditing;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;

namespace TkpkdPortal.Data.History;

/// <summary>
/// Appends to the chained audit and walks it. What a change of a row looks like is described here once: names of the changed fields, with
/// their values only where the row holds no personal data.
/// </summary>
public sealed class AuditTrail(UserScope scope, Sealer sealer, TimeProvider clock)
{
    // Counters that a sign-in moves; the sign-in itself has its own line.
    private static readonly HashSet<string> SignInNoise = new(StringComparer.Ordinal)
    {
        nameof(PortalUser.AccessFailedCount), nameof(PortalUser.LockoutEnd), nameof(PortalUser.ConcurrencyStamp),
        nameof(PortalUser.LastSignInAt),
    };

    public AuditEntry Entry(string action, string? subject, Guid? subjectId, string? areaCode, string? detail, Guid? changeSetId = null) =>
        new(action, Short(scope.ActorAt(areaCode)), scope.UserId)
        {
            Subject = subject,
            SubjectId = subjectId,
            AreaCode = areaCode,
            Detail = AuditDetail.Fit(detail),
            ChangeSetId = changeSetId,
            TraceId = System.Diagnostics.Activity.Current?.TraceId.ToString(),
        };

    /// <summary>One line for each changed row that is audited by itself; the register's rows are covered by their change set.</summary>
    public IEnumerable<AuditEntry> Describe(IEnumerable<EntityEntry> changed) => changed
        .Where(entry => entry.Entity is AccessReview or Visit or AidProgram or Intervention or Opd or CoordinationMeeting or Assignment or PortalUser or HandOver or LegalBasis or Office
            or PrivacyNotice or SubjectRequest or MacroFigure or CivilRegistryAnswer or VerificationRound or RoundTarget or Proposal or Questionnaire or Decree or NeighbourhoodLink or NeighbourhoodHint or Objection or AssignmentLetter
            or OverlapDecision or OverlapRule or DutyAnswer or Referral or FamilyCase or CaseStep or CaseContact or Graduation or VillageBudget
            or MeetingAttendee or MeetingDecision or MeetingSnapshot)
        .Where(entry => !IsNoise(entry))
        .Select(entry => Entry($"{entry.Metadata.ClrType.Name}.{entry.State}", entry.Metadata.ClrType.Name, (entry.Entity as IHasPublicId)?.PublicId,
            (entry.Entity as IHasArea)?.AreaCode, AuditDetail.OfFields(entry)))
        .ToList();

    /// <summary>Touching the one row of the head makes every other writer wait until this transaction ends, on both databases.</summary>
    internal static Task TakeTurnAsync(PortalDbContext db, CancellationToken ct) => db.AuditHeads.ExecuteUpdateAsync(head => head.SetProperty(h => h.Sequence, h => h.Sequence), ct);

    /// <summary>Answers the new end of the chain; null where nothing is to be added.</summary>
    internal async Task<AuditMark?> AppendAsync(PortalDbContext db, IReadOnlyList<AuditEntry> entries, List<EntityEntry> made, CancellationToken ct)
    {
        if (entries.Count == 0)
            return null;
        await TakeTurnAsync(db, ct);
        var head = await db.AuditHeads.SingleAsync(ct);
        await db.Entry(head).ReloadAsync(ct);
        var (sequence, previous) = (head.Sequence, head.Hash);
        var at = clock.GetUtcNow().UtcDateTime;
        foreach (var entry in entries)
        {
            entry.Chain(++sequence, at, previous, line => sealer.ChainHash(previous, line.Canonical()));
            previous = entry.Hash;
            made.Add(db.Add(entry));
        }
        head.MoveTo(entries[^1]);
        return new AuditMark(sequence, previous);
    }

    /// <summary>
    /// Walks the chain from the first line to the last and returns the first line that does not follow from the one before; with the mark that
    /// it once reached, also where its end is missing.
    /// </summary>
    public async Task<AuditVerdict> VerifyAsync(PortalDbContext db, CancellationToken ct, AuditMark? reached = null)
    {
        var previous = new byte[AuditEntry.HashLength];
        long sequence = 0;
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (entry.Sequence != ++sequence || (sequence == reached?.Sequence && !entry.Hash.AsSpan().SequenceEqual(reached.Hash)) || !entry.PreviousHash.AsSpan().SequenceEqual(previous)
                || !entry.Hash.AsSpan().SequenceEqual(sealer.ChainHash(previous, entry.Canonical())))
            {
                return new AuditVerdict(sequence - 1, BrokenAt: sequence);
            }
            previous = entry.Hash;
        }
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(ct);
        return head.Sequence == sequence && head.Hash.AsSpan().SequenceEqual(previous) && !(reached?.Sequence > sequence)
            ? new AuditVerdict(sequence, BrokenAt: null)
            : new AuditVerdict(sequence, BrokenAt: sequence + 1);
    }

    private static string Short(string actor) => actor.Length > AuditEntry.ActorMaxLength ? actor[..AuditEntry.ActorMaxLength] : actor;

    // The targets of a round come with it, by hundreds, under the one line that it was opened; where one only follows its visit, the visit's own line says so.
    private static bool IsNoise(EntityEntry entry) => entry is { Entity: RoundTarget, State: EntityState.Added } || IsFollowing(entry) || entry is { Entity: PortalUser, State: EntityState.Modified }
        && entry.Properties.Where(property => property.IsModified).All(property => SignInNoise.Contains(property.Metadata.Name));

    private static bool IsFollowing(EntityEntry entry) => entry is { Entity: RoundTarget { State: <= VerificationState.ApprovedByVillage }, State: EntityState.Modified }
        && entry.Property(nameof(RoundTarget.State)).IsModified && !entry.Property(nameof(RoundTarget.IsWithVillage)).IsModified;
}

/// <summary>Lines that are whole, and the place of the first that is not.</summary>
public sealed record AuditVerdict(long Entries, long? BrokenAt);
