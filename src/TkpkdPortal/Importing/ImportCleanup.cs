using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.Importing;

/// <summary>Removes every trace of an import that was not published; called after a failure, and at start for work that a killed process left behind.</summary>
public sealed class ImportCleanup(PortalDbContext db, TimeProvider clock)
{
    private const int ChunkSize = 5_000;

    /// <summary>Work without a sign of life for this long is taken for dead where several processes share a database.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Takes up what is left of imports whose process is gone. <paramref name="isAlone"/>: nobody else can be working on one.</summary>
    public async Task RecoverAsync(bool isAlone, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var silent = now - Patience;
        // A queued upload waits for the worker; a verb's file waits for nobody once the verb is gone.
        var left = await db.ImportBatches.Where(batch => batch.State == ImportState.Staging || batch.State == ImportState.Publishing
            || (batch.State == ImportState.Queued && batch.UploadName == null)).ToListAsync(ct);
        foreach (var batch in left.Where(batch => isAlone || (batch.AliveAt ?? batch.CreatedAt) < silent))
        {
            if (!batch.IsWholeUnpublished)
                await DiscardAsync(batch, ct);
            batch.Interrupt(now);
            db.Changes.Note("Import.Interrupted", batch);
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>Removes the staged rows, findings and withheld rows of a batch, in pieces, so that nobody waits long.</summary>
    public async Task DiscardAsync(ImportBatch batch, CancellationToken ct)
    {
        if (batch.ChangeSetId is { } change && await db.ChangeSets.AnyAsync(c => c.Id == change && c.KnownFrom == null, ct))
        {
            await RemoveAsync(db.RecipientRows.IgnoreQueryFilters().Where(row => row.ChangeSetId == change), row => row.Id, ct);
            await RemoveAsync(db.CivilRegistryAnswers.IgnoreQueryFilters().Where(row => row.ChangeSetId == change), row => row.Id, ct);
            // Members and name words go with their household.
            await RemoveAsync(db.ListedPersons.IgnoreQueryFilters().Where(row => row.ChangeSetId == change), row => row.Id, ct);
            await RemoveAsync(db.ListedHouseholds.IgnoreQueryFilters().Where(row => row.ChangeSetId == change), row => row.Id, ct);
            await RemoveAsync(db.ListKeys.IgnoreQueryFilters().Where(row => row.ChangeSetId == change), row => row.Id, ct);
            await RemoveAsync(db.Households.IgnoreQueryFilters().Where(row => row.ChangeSetId == change), row => row.Id, ct);
            await db.ChangeSets.Where(c => c.Id == change).ExecuteDeleteAsync(ct);
        }
        await RemoveAsync(db.RecipientOverlaps.Where(overlap => overlap.BatchId == batch.Id), overlap => overlap.Id, ct);
        await RemoveAsync(db.ImportFindings.Where(finding => finding.BatchId == batch.Id), finding => finding.Id, ct);
        await RemoveAsync(db.WithheldRows.Where(row => row.BatchId == batch.Id), row => row.Id, ct);
    }

    private static async Task RemoveAsync<T>(IQueryable<T> rows, System.Linq.Expressions.Expression<Func<T, long>> id, CancellationToken ct)
        where T : class
    {
        while (await rows.Select(id).OrderBy(key => key).Take(ChunkSize).ToListAsync(ct) is { Count: > 0 } ids)
        {
            var last = ids[^1];
            var parameter = id.Parameters[0];
            var upTo = System.Linq.Expressions.Expression.Lambda<Func<T, bool>>(
                System.Linq.Expressions.Expression.LessThanOrEqual(id.Body, System.Linq.Expressions.Expression.Constant(last)), parameter);
            await rows.Where(upTo).ExecuteDeleteAsync(ct);
        }
    }
}
