using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Importing;

/// <summary>
/// Takes a published list back as a whole, in one transaction (decision 0035): what it replaced holds again, households that only it named leave the register, and what
/// somebody has verified, decided or given since stands. What was known in between can still be asked for.
/// </summary>
public sealed class ImportUndo(PortalDbContext db, ActingUser user, OfficeClock clock)
{
    public const string RightIsGone = "Akun yang meminta pencabutan tidak lagi memegang tugas impor di wilayah ini.";

    private const int ChunkSize = 500;

    /// <summary>Takes it back, or keeps the sentence that says why not; what breaks off leaves everything as it was and is done again.</summary>
    public async Task RunAsync(long batchId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Whoever comes second, a verb beside the portal, waits here and finds it done.
        if (await db.ImportBatches.Where(b => b.Id == batchId && b.State == ImportState.Published && b.UndoerId != null).ExecuteUpdateAsync(set => set.SetProperty(b => b.AliveAt, clock.UtcNow), ct) == 0)
            return;
        var batch = await db.ImportBatches.SingleAsync(b => b.Id == batchId, ct);
        if (await MayAsync(batch, ct) is { IsAccepted: false } refused)
        {
            batch.RefuseUndo(refused.Refusal!);
            db.Changes.Note("Import.UndoRefused", batch, detail: AuditDetail.Of(("reason", refused.Refusal)));
        }
        else
        {
            await TakeBackAsync(batch, ct);
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Lists are taken back from the newest on: what a later file said was judged beside this one.</summary>
    public async Task<Outcome> MayAsync(ImportBatch batch, CancellationToken ct)
    {
        if (!await user.StillHoldsAsync(Permission.ImportLists, batch.AreaCode, ct))
            return Outcome.Refuse(RightIsGone);
        if (batch.ContinuesId is not null || await db.ImportBatches.AnyAsync(b => b.ContinuesId == batch.Id, ct))
            return Outcome.Refuse("Sebagian baris berkas ini dimuat setelah wilayahnya dipilih orang. Impor seperti itu tidak dicabut; perbaiki barisnya dengan berkas baru.");
        var kinds = ImportKinds.Codes.All.Where(kind => kind.IsOfList() && kind.ListOf() == batch.Kind.ListOf()).ToList();
        var later = await db.ImportBatches.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking().Where(b => b.Id != batch.Id && kinds.Contains(b.Kind) && !b.IsDryRun
                && (b.State == ImportState.Staging || b.State == ImportState.Judged || b.State == ImportState.Publishing || (b.State == ImportState.Published && b.EndedAt > batch.EndedAt)))
            .OrderByDescending(b => b.EndedAt).Select(b => new { b.Kind, b.ReleaseName, b.FileName, b.State }).FirstOrDefaultAsync(ct);
        if (later is not null)
        {
            return Outcome.Refuse(later.State is ImportState.Published
                ? $"Berkas yang lebih baru dari daftar yang sama sudah dimuat: {later.Kind.Title(later.ReleaseName)} ({later.FileName}). Cabut berkas itu dulu."
                : $"{later.Kind.Title(later.ReleaseName)} sedang diperiksa atau menunggu diterbitkan. Terbitkan atau batalkan dulu impor itu.");
        }
        var named = HouseholdIds(batch.ChangeSetId!.Value);
        if (await db.Households.IgnoreQueryFilters([FilterNames.Area]).CountAsync(h => named.Contains(h.Id), ct) != await db.Households.CountAsync(h => named.Contains(h.Id), ct))
            return Outcome.Refuse("Sebagian keluarga berkas ini sekarang di luar wilayah tugas Anda. Minta analis kabupaten/kota mencabutnya.");
        return await ReleaseStaysAsync(batch, ct) || !await db.Rounds.AnyAsync(round => round.ReleaseId == batch.ReleaseId, ct) ? Outcome.Accepted
            : Outcome.Refuse("Rilis ini dasar sebuah periode verval, dan tanpa berkas ini tidak ada isinya lagi. Muat berkas yang benar dengan nama rilis yang sama.");
    }

    private async Task TakeBackAsync(ImportBatch batch, CancellationToken ct)
    {
        var (own, now) = (batch.ChangeSetId!.Value, clock.UtcNow);
        var releaseStays = await ReleaseStaysAsync(batch, ct);
        var undo = db.ChangeSets.Add(new ChangeSet(ChangeSource.ImportUndone, batch.PublicId, $"{batch.Kind.Title(batch.ReleaseName)} dicabut: {batch.UndoReason}", user.Id)).Entity;
        undo.BecomeKnown(now);
        batch.Undo(now);
        await db.SaveChangesAsync(ct);

        var (withdrawn, kept) = await ChangeHouseholdsAsync(batch, undo.Id, now, ct);
        await WithdrawRowsAsync(own, undo.Id, ct);
        await WithdrawKeysAsync(own, withdrawn, undo.Id, ct);
        foreach (var ids in withdrawn.Chunk(ChunkSize))
        {
            foreach (var pair in await db.DoublePairs.Where(pair => pair.State == DoubleState.Waiting && (ids.Contains(pair.FirstId) || ids.Contains(pair.SecondId))).ToListAsync(ct))
                pair.Disappear();
        }
        if (!releaseStays)
            (await db.ListReleases.SingleAsync(release => release.Id == batch.ReleaseId, ct)).Withdraw(now);
        db.Changes.Note("Import.Undone", batch, detail: AuditDetail.Of(("release", batch.ReleaseName), ("reason", batch.UndoReason), ("withdrawn", withdrawn.Count), ("kept", kept)));
    }

    // The release has rows that this import did not bring, or that come back when it goes.
    private async Task<bool> ReleaseStaysAsync(ImportBatch batch, CancellationToken ct)
    {
        var own = batch.ChangeSetId!.Value;
        return await db.ListedHouseholds.IgnoreQueryFilters([FilterNames.Area]).AnyAsync(row => row.ReleaseId == batch.ReleaseId
                && (row.SupersededById == own || (row.SupersededById == null && row.ChangeSetId != own && row.RestoredFromId != own)), ct)
            || await db.ListedPersons.IgnoreQueryFilters([FilterNames.Area]).AnyAsync(row => row.ReleaseId == batch.ReleaseId
                && (row.SupersededById == own || (row.SupersededById == null && row.ChangeSetId != own && row.RestoredFromId != own)), ct);
    }

    private IQueryable<long> HouseholdIds(long own) => db.ListKeys.IgnoreQueryFilters([FilterNames.Area]).Where(key => key.ChangeSetId == own).Select(key => key.HouseholdId)
        .Union(db.ListedHouseholds.IgnoreQueryFilters([FilterNames.Area]).Where(row => row.ChangeSetId == own || row.RestoredFromId == own).Select(row => row.HouseholdId))
        .Union(db.ListedPersons.IgnoreQueryFilters([FilterNames.Area]).Where(row => row.ChangeSetId == own || row.RestoredFromId == own).Select(row => row.HouseholdId));

    private async Task<(List<long> Withdrawn, int Kept)> ChangeHouseholdsAsync(ImportBatch batch, long undoId, DateTime now, CancellationToken ct)
    {
        var own = batch.ChangeSetId!.Value;
        var knownFrom = await db.ChangeSets.Where(change => change.Id == own).Select(change => change.KnownFrom!.Value).SingleAsync(ct);
        var (withdrawn, kept, bulk) = (new List<long>(), 0, BulkWriter.For(db));
        var rules = await db.NeedRulesAsync(clock.Today, ct);
        var all = await HouseholdIds(own).Where(id => id > 0).OrderBy(id => id).ToListAsync(ct);
        foreach (var ids in all.Chunk(ChunkSize))
        {
            var households = await db.Households.AsNoTracking().Include(h => h.Members).Where(h => ids.Contains(h.Id)).ToListAsync(ct);
            var past = await ImportTraces.OfAsync(db, batch, knownFrom, ids, ct);
            var changes = await RegisterChange.OfAsync(db, households, now, ct);
            foreach (var household in households)
            {
                if (past.MayLeave(household))
                {
                    changes.Of(household, () => household.Withdraw(clock.Today));
                    withdrawn.Add(household.Id);
                }
                else if (past.IsBroughtBy(household))
                {
                    kept++;
                }
                else
                {
                    changes.Of(household, () => household.TakeBack(past.Of(household), past.MembersOf(household), past.BroughtMembersOf(household), rules));
                }
            }
            await changes.WriteAsync(db, bulk, undoId, ct);
        }
        return (withdrawn, kept);
    }

    private async Task WithdrawRowsAsync(long own, long undoId, CancellationToken ct)
    {
        await db.ListedHouseholds.Where(row => row.SupersededById == null && (row.ChangeSetId == own || row.RestoredFromId == own)).ExecuteUpdateAsync(row => row.SetProperty(r => r.SupersededById, undoId), ct);
        await db.ListedPersons.Where(row => row.SupersededById == null && (row.ChangeSetId == own || row.RestoredFromId == own)).ExecuteUpdateAsync(row => row.SetProperty(r => r.SupersededById, undoId), ct);
        var bulk = BulkWriter.For(db);
        await bulk.RestoreAsync<ListedHousehold>(own, undoId, ct);
        await bulk.RestoreAsync<ListedPerson>(own, undoId, ct);
        var statements = await (from statement in db.SheetStatements.AsNoTracking()
                                join replaced in db.ListedPersons on statement.ListedPersonId equals replaced.Id
                                join again in db.ListedPersons on new { replaced.ReleaseId, replaced.PersonListId, ChangeSetId = undoId } equals new { again.ReleaseId, again.PersonListId, again.ChangeSetId }
                                where replaced.SupersededById == own
                                select new { statement, again.Id }).ToListAsync(ct);
        var id = await bulk.ReserveIdsAsync<SheetStatement>(ct);
        await bulk.InsertAsync([.. statements.Select(row => row.statement with { Id = id++, ListedPersonId = row.Id, ChangeSetId = undoId })], ct);
    }

    // A household that stays in the register stays the one that the list means. The half of a DTSEN family that came before waits for the other one again.
    private async Task WithdrawKeysAsync(long own, List<long> withdrawn, long undoId, CancellationToken ct)
    {
        foreach (var ids in withdrawn.Chunk(ChunkSize))
        {
            await db.ListKeys.Where(key => key.ChangeSetId == own && ids.Contains(key.HouseholdId)).ExecuteDeleteAsync(ct);
            await db.ListedHouseholds.Where(row => row.SupersededById == null && ids.Contains(row.HouseholdId)).ExecuteUpdateAsync(row => row.SetProperty(r => r.HouseholdId, 0L), ct);
            await db.ListedPersons.Where(row => row.SupersededById == null && ids.Contains(row.HouseholdId)).ExecuteUpdateAsync(row => row.SetProperty(r => r.HouseholdId, 0L), ct);
        }
    }
}
