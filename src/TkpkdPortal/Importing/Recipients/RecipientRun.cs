using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.Recipients;
using TkpkdPortal.Importing.Files;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Importing.Recipients;

/// <summary>
/// One file of recipients from the OPD to the ledger: judge and match in chunks, stage out of sight, then record the aid of all matched rows
/// in the one transaction that publishes them.
/// </summary>
public sealed class RecipientRun(PortalDbContext db, Sealer sealer, AreaDirectory areas, OfficeClock clock, UserScope scope, ActingUser user)
{
    private const int ChunkSize = 500;

    public async Task RunAsync(ImportBatch batch, RecordFile file, Action<int, int?>? onProgress, CancellationToken ct)
    {
        var changeSetId = await OpenAsync(batch, file, ct);
        var judge = new RecipientJudge(areas, AreaCode.Parse(batch.AreaCode), file.Columns);
        var stager = new RecipientStager(db, sealer, batch, changeSetId, await OpdNames.OfAsync(db, ct));
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
        await CloseAsync(batch, stager, judge, ct);
        if (changeSetId is { } change)
            await PublishAsync(batch, change, stager, ct);
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

    private async Task CloseAsync(ImportBatch batch, RecipientStager stager, RecipientJudge judge, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await stager.WriteOverlapsAsync(ct);
        batch.Judged(stager.Counts(judge), hasTestData: false, hasRealData: false, clock.UtcNow);
        if (batch.IsDryRun)
        {
            batch.EndDryRun(clock.UtcNow);
            db.Changes.Note("Import.DryRun", batch, detail: batch.AuditDetail());
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task PublishAsync(ImportBatch batch, long changeSetId, RecipientStager stager, CancellationToken ct)
    {
        if (!await user.StillHoldsAsync(Permission.ImportLists, batch.AreaCode, ct))
            throw new ImportRefusedException();
        batch.BeginPublication(clock.UtcNow);
        await db.SaveChangesAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.UtcNow;
        await stager.SupersedeAsync(ct);
        await new AidOfRecipients(db, batch, now).RecordAsync(changeSetId, ct);
        (await db.ChangeSets.SingleAsync(c => c.Id == changeSetId, ct)).BecomeKnown(now);
        batch.Publish(stager.ContentHash(), now);
        db.Changes.Note("Import.Published", batch, detail: batch.AuditDetail());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
