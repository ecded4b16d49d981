using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Importing;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Doubles;

/// <summary>
/// Brings one record of a family into another with all that hangs on it, and takes that back: each in one transaction, with every row that moved written down. The caller has seen to it that
/// both lie where the user decides.
/// </summary>
public sealed class MergeDesk(PortalDbContext db, ActingUser user, Sealer sealer, OfficeClock clock)
{
    private const int FormerWithVillage = 100;

    public async Task<Outcome> UniteAsync(DoublePair pair, Household staying, Household leaving, IReadOnlyDictionary<Person, Person> same, string? note, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.HandOvers.AnyAsync(offer => offer.State == HandOverState.Offered && (offer.HouseholdId == staying.Id || offer.HouseholdId == leaving.Id), ct))
            return Outcome.Refuse("Salah satu keluarga sedang ditawarkan ke desa atau kelurahan lain. Selesaikan serah terimanya dulu.");
        var folded = same.ToDictionary(one => one.Key.Id, one => one.Value.Id);
        if (pair.Unite(user.Id, note, clock.UtcNow) is { IsAccepted: false } decided)
            return decided;
        if (staying.TakeIn(leaving, same, NumbersFor(same), CardFor(staying, leaving), clock.Today) is { IsAccepted: false } refused)
            return refused;
        staying.JudgeNeeds(await db.NeedRulesAsync(clock.Today, ct));
        var merge = new HouseholdMerge(pair.Id, staying.Id, leaving.Id, user.Id, clock.UtcNow);
        db.HouseholdMerges.Add(merge);
        await MoveAsync(merge, folded, ct);
        db.Changes.Declare(ChangeSource.Merge, merge.PublicId, "Dua catatan satu keluarga digabung");
        db.Changes.Note("Double.Merged", staying, staying.AreaCode, AuditDetail.Of(("leaving", leaving.PublicId), ("rows", merge.Rows.Count)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Outcome.Accepted;
    }

    public async Task<Outcome> UndoAsync(DoublePair pair, HouseholdMerge merge, string? note, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ids = new[] { merge.StayingId, merge.LeavingId };
        var households = await db.Households.IgnoreQueryFilters([FilterNames.Open]).Include(h => h.Members).Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, ct);
        if (households.Count < 2)
            return Outcome.Refuse("Salah satu keluarga tidak lagi dalam wilayah Anda. Hubungi Bappeda atau Dinas Sosial.");
        var (staying, leaving) = (households[merge.StayingId], households[merge.LeavingId]);
        var past = await PastAsync(merge, ct);
        if (merge.Undo(user.Id, clock.UtcNow) is { IsAccepted: false } twice)
            return twice;
        if (pair.Reopen(user.Id, note, clock.UtcNow) is { IsAccepted: false } refused)
            return refused;
        if (leaving.Return(staying, past.Leaving, past.Left, out var anew) is { IsAccepted: false } changed)
            return changed;
        RestoreUntouched(staying, past, await db.NeedRulesAsync(clock.Today, ct));
        await MoveBackAsync(merge, ct);
        db.Changes.Declare(ChangeSource.Merge, merge.PublicId, "Penggabungan dicabut, dua keluarga lagi");
        db.Changes.Note("Double.Undone", staying, staying.AreaCode, AuditDetail.Of(("returned", leaving.PublicId), ("rows", merge.Rows.Count)));
        await db.SaveChangesAsync(ct);
        await InsertAsync([.. anew], leaving, ct);
        await transaction.CommitAsync(ct);
        return Outcome.Accepted;
    }

    /// <summary>Under the keys that they had, which the bulk writer alone may give.</summary>
    private async Task InsertAsync(List<Person> anew, Household leaving, CancellationToken ct)
    {
        anew.ForEach(person => person.BelongTo(leaving.ChangeSetId));
        var bulk = BulkWriter.For(db);
        await bulk.InsertAsync(anew, ct);
        await new HouseholdBulk(bulk).InsertNameTokensAsync(anew, ct);
    }

    // What somebody has changed since stands; what the merge alone had filled in goes.
    private static void RestoreUntouched(Household staying, Past past, NeedRules rules)
    {
        foreach (var (member, before) in staying.Members.Join(past.Stayed, member => member.Id, version => version.PersonId, (member, version) => (member, version)).ToList())
        {
            if (member.ChangeSetId == past.ChangeSetId)
                Household.Restore(member, before);
        }
        if (past.Staying is { } was && staying.ChangeSetId == past.ChangeSetId)
            staying.Restore(was);
        else
            staying.JudgeNeeds(rules);
    }

    private async Task<Past> PastAsync(HouseholdMerge merge, CancellationToken ct)
    {
        var change = await db.ChangeSets.AsNoTracking().Where(c => c.SourceId == merge.PublicId && c.Source == ChangeSource.Merge).OrderBy(c => c.Id).FirstAsync(ct);
        var at = change.KnownFrom!.Value;
        var households = await db.HouseholdVersions.IgnoreQueryFilters().AsNoTracking().Where(v => (v.HouseholdId == merge.StayingId || v.HouseholdId == merge.LeavingId) && v.KnownTo == at).ToListAsync(ct);
        var persons = await db.PersonVersions.IgnoreQueryFilters().AsNoTracking().Where(v => (v.HouseholdId == merge.StayingId || v.HouseholdId == merge.LeavingId) && v.KnownTo == at).ToListAsync(ct);
        return new Past(change.Id, households.Single(v => v.HouseholdId == merge.LeavingId), persons.FindAll(v => v.HouseholdId == merge.LeavingId),
            households.Find(v => v.HouseholdId == merge.StayingId), persons.FindAll(v => v.HouseholdId == merge.StayingId));
    }

    private async Task MoveAsync(HouseholdMerge merge, Dictionary<long, long> folded, CancellationToken ct)
    {
        var stuck = await CancelTargetsAsync(merge, ct);
        await MoveVisitsAsync(merge, stuck, ct);
        foreach (var table in MergedTables.All)
        {
            var ids = await table.IdsAsync(db, merge.LeavingId, ct);
            if (table.Table is MergedTable.RoundTarget)
                ids.RemoveAll(stuck.Contains);
            ids.ForEach(id => merge.Moved(table.Table, id));
            await table.MoveAsync(db, ids, merge.LeavingId, merge.StayingId, ct);
        }
        foreach (var (from, to) in folded)
        {
            foreach (var (table, idsAsync, pointAsync) in MergedTables.Persons)
            {
                var ids = await idsAsync(db, from, ct);
                ids.ForEach(id => merge.Moved(table, id, from));
                await pointAsync(db, ids, to, ct);
            }
        }
    }

    private async Task MoveBackAsync(HouseholdMerge merge, CancellationToken ct)
    {
        foreach (var table in MergedTables.All)
            await table.MoveAsync(db, [.. merge.Of(table.Table).Select(row => row.RowId)], merge.StayingId, merge.LeavingId, ct);
        foreach (var (table, _, pointAsync) in MergedTables.Persons)
        {
            foreach (var former in merge.Of(table).GroupBy(row => row.Former!.Value))
                await pointAsync(db, [.. former.Select(row => row.RowId)], former.Key, ct);
        }
        await MoveVisitsBackAsync(merge, ct);
        foreach (var row in merge.Of(MergedTable.CancelledTarget))
        {
            var former = row.Former!.Value;
            (await db.RoundTargets.IgnoreQueryFilters().SingleAsync(target => target.Id == row.RowId, ct)).TakeBackCancelling((VerificationState)(former % FormerWithVillage), former >= FormerWithVillage);
        }
    }

    // Both were asked about in one round: the one that goes is asked about no more. A decree that names it stands.
    private async Task<HashSet<long>> CancelTargetsAsync(HouseholdMerge merge, CancellationToken ct)
    {
        var stuck = await db.RoundTargets.IgnoreQueryFilters().Where(target => target.HouseholdId == merge.LeavingId
            && db.RoundTargets.IgnoreQueryFilters().Any(other => other.RoundId == target.RoundId && other.HouseholdId == merge.StayingId)).ToListAsync(ct);
        foreach (var target in stuck)
        {
            var former = (long)target.State + (target.IsWithVillage ? FormerWithVillage : 0);
            var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == target.RoundId, ct);
            if (target.Cancel("Tercatat dua kali; keluarga ini digabung dengan catatan lain yang juga menjadi sasaran.", round).IsAccepted)
                merge.Moved(MergedTable.CancelledTarget, target.Id, former);
        }
        return [.. stuck.Select(target => target.Id)];
    }

    // Kunjungan ke-n counts by the day, whichever record was visited; below zero they wait for the number that the other still has.
    private async Task MoveVisitsAsync(HouseholdMerge merge, HashSet<long> stuck, CancellationToken ct)
    {
        var visits = (await db.Visits.IgnoreQueryFilters().AsNoTracking().Where(visit => visit.HouseholdId == merge.StayingId || visit.HouseholdId == merge.LeavingId)
            .Select(visit => new { visit.Id, visit.HouseholdId, visit.Number, visit.VisitedOn, visit.RoundTargetId }).ToListAsync(ct))
            .Where(visit => visit.HouseholdId == merge.StayingId || visit.RoundTargetId is not { } target || !stuck.Contains(target))
            .OrderBy(visit => visit.VisitedOn ?? DateOnly.MaxValue).ThenBy(visit => visit.Id).ToList();
        var renumbered = new List<(long Id, int Number)>();
        foreach (var (i, visit) in visits.Index())
        {
            if (visit.HouseholdId == merge.LeavingId)
                merge.Moved(MergedTable.Visit, visit.Id, visit.Number);
            else if (visit.Number != i + 1)
                merge.Moved(MergedTable.VisitNumber, visit.Id, visit.Number);
            else
                continue;
            renumbered.Add((visit.Id, i + 1));
        }
        await RenumberAsync(renumbered, merge.StayingId, ct);
    }

    private async Task MoveVisitsBackAsync(HouseholdMerge merge, CancellationToken ct)
    {
        await RenumberAsync([.. merge.Of(MergedTable.Visit).Select(row => (row.RowId, (int)row.Former!.Value))], merge.LeavingId, ct);
        // Visits since the merge keep the later numbers that they were given.
        var taken = await db.Visits.IgnoreQueryFilters().Where(visit => visit.HouseholdId == merge.StayingId).Select(visit => new { visit.Id, visit.Number }).ToListAsync(ct);
        var back = merge.Of(MergedTable.VisitNumber).Select(row => (Id: row.RowId, Number: (int)row.Former!.Value)).ToList();
        back.RemoveAll(own => taken.Exists(other => other.Number == own.Number && !back.Exists(one => one.Id == other.Id)));
        await RenumberAsync(back, merge.StayingId, ct);
    }

    private async Task RenumberAsync(List<(long Id, int Number)> visits, long household, CancellationToken ct)
    {
        var ids = visits.ConvertAll(visit => visit.Id);
        await db.Visits.IgnoreQueryFilters().Where(visit => ids.Contains(visit.Id)).ExecuteUpdateAsync(set => set.SetProperty(visit => visit.Number, visit => -(int)visit.Id).SetProperty(visit => visit.HouseholdId, household), ct);
        foreach (var (id, number) in visits)
            await db.Visits.IgnoreQueryFilters().Where(visit => visit.Id == id).ExecuteUpdateAsync(set => set.SetProperty(visit => visit.Number, number), ct);
    }

    private Dictionary<Person, IndexedNumber> NumbersFor(IReadOnlyDictionary<Person, Person> same)
    {
        var numbers = new Dictionary<Person, IndexedNumber>();
        foreach (var (other, own) in same)
        {
            if (own.Nik is null && other.Nik is { } held && Nik.TryParse(sealer.Open(held.Bytes, SealedField.PersonNik, other.PublicId), out var nik))
                numbers.Add(own, sealer.Seal(nik, SealedField.PersonNik, own.PublicId));
        }
        return numbers;
    }

    private IndexedNumber? CardFor(Household staying, Household leaving) =>
        staying.FamilyCard is null && leaving.FamilyCard is { } held && FamilyCardNumber.TryParse(sealer.Open(held.Bytes, SealedField.HouseholdFamilyCard, leaving.PublicId), out var card)
            ? sealer.Seal(card, SealedField.HouseholdFamilyCard, staying.PublicId) : null;

    private sealed record Past(long ChangeSetId, HouseholdVersion Leaving, List<PersonVersion> Left, HouseholdVersion? Staying, List<PersonVersion> Stayed);
}
