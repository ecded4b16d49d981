using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.CivilRegistry;
using TkpkdPortal.Importing.Files;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Importing.CivilRegistry;

/// <summary>
/// One answer of the civil registry: judge and match in chunks, stage out of sight, then note the match of every person found in the one
/// transaction that publishes the answers. What differs is listed and changes nothing by itself.
/// </summary>
public sealed class AnswerRun(PortalDbContext db, Sealer sealer, OfficeClock clock, UserScope scope, ActingUser user)
{
    private const int ChunkSize = 500;

    private readonly BulkWriter _bulk = BulkWriter.For(db);

    public async Task RunAsync(ImportBatch batch, RecordFile file, Action<int, int?>? onProgress, CancellationToken ct)
    {
        var changeSetId = await OpenAsync(batch, file, ct);
        var (judge, stager) = (new AnswerJudge(file.Columns), new AnswerStager(db, sealer, batch, changeSetId));
        foreach (var chunk in file.Rows().Chunk(ChunkSize))
        {
            ct.ThrowIfCancellationRequested();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await stager.StageAsync([.. chunk.Select(record => (judge.Judge(record), record))], ct);
            batch.Progress(stager.Rows, file.EstimatedRecords, clock.UtcNow);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            onProgress?.Invoke(stager.Rows, file.EstimatedRecords);
        }
        batch.Judged(stager.Counts(), hasTestData: false, hasRealData: false, clock.UtcNow);
        if (changeSetId is { } change)
            await PublishAsync(batch, change, stager, ct);
        else
            await EndDryRunAsync(batch, ct);
    }

    private async Task<long?> OpenAsync(ImportBatch batch, RecordFile file, CancellationToken ct)
    {
        var headings = string.Join('\t', file.Headings(batch.Kind));
        var change = batch.IsDryRun ? null
            : db.ChangeSets.Add(new ChangeSet(ChangeSource.Import, batch.PublicId, $"Dimuat dari {batch.Kind.Title(batch.ReleaseName)}", scope.UserId)).Entity;
        await db.SaveChangesAsync(ct);
        batch.StageUnder(null, change?.Id, headings);
        await db.SaveChangesAsync(ct);
        return change?.Id;
    }

    private async Task EndDryRunAsync(ImportBatch batch, CancellationToken ct)
    {
        batch.EndDryRun(clock.UtcNow);
        db.Changes.Note("Import.DryRun", batch, detail: batch.AuditDetail());
        await db.SaveChangesAsync(ct);
    }

    private async Task PublishAsync(ImportBatch batch, long changeSetId, AnswerStager stager, CancellationToken ct)
    {
        if (!await user.StillHoldsAsync(Permission.MatchCivilRegistry, batch.AreaCode, ct))
            throw new ImportRefusedException();
        batch.BeginPublication(clock.UtcNow);
        await db.SaveChangesAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.UtcNow;
        await stager.SupersedeAsync(ct);
        await NoteMatchesAsync(changeSetId, now, ct);
        (await db.ChangeSets.SingleAsync(c => c.Id == changeSetId, ct)).BecomeKnown(now);
        batch.Publish(stager.ContentHash(), now);
        db.Changes.Note("Import.Published", batch, detail: batch.AuditDetail());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task NoteMatchesAsync(long changeSetId, DateTime now, CancellationToken ct)
    {
        long after = 0;
        while (await HouseholdIdsAsync(changeSetId, after, ct) is { Count: > 0 } ids)
        {
            var answers = (await Staged(changeSetId).Where(row => ids.Contains(row.HouseholdId!.Value)).ToListAsync(ct)).ToDictionary(row => row.PersonId!.Value); // Both stand in every matched row.
            var households = await db.Households.AsNoTracking().Include(h => h.Members).Where(h => ids.Contains(h.Id)).ToListAsync(ct);
            var changes = await RegisterChange.OfAsync(db, households, now, ct);
            foreach (var household in households)
                changes.Of(household, () => Note(household, answers));
            await changes.WriteAsync(db, _bulk, changeSetId, ct);
            after = ids[^1];
        }
    }

    private static void Note(Household household, Dictionary<long, CivilRegistryAnswer> answers)
    {
        foreach (var member in household.Members)
        {
            if (answers.TryGetValue(member.Id, out var answer))
                Household.TakeAnswer(member, answer.Match, answer.AnsweredOn);
        }
    }

    private IQueryable<CivilRegistryAnswer> Staged(long changeSetId) =>
        db.CivilRegistryAnswers.IgnoreQueryFilters([FilterNames.Published]).AsNoTracking().Where(row => row.ChangeSetId == changeSetId && row.PersonId != null);

    private Task<List<long>> HouseholdIdsAsync(long changeSetId, long after, CancellationToken ct) => Staged(changeSetId).Where(row => row.HouseholdId > after)
        .Select(row => row.HouseholdId!.Value).Distinct().OrderBy(id => id).Take(ChunkSize).ToListAsync(ct); // Matched rows have their household.
}
