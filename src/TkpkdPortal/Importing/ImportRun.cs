using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.Sheets;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Importing.Files;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Importing;

/// <summary>
/// One import from its file to the register: read, judge, stage in chunks under an unpublished change set, publish in one transaction. An uploaded
/// list waits between the two until a person has looked at its counts. A crash at any point leaves nothing that anybody can see.
/// </summary>
public sealed class ImportRun(PortalDbContext db, Sealer sealer, AreaDirectory areas, BpsCodes bpsCodes, OfficeClock clock, ImportCleanup cleanup, UserScope scope,
    ActingUser user, Recipients.RecipientRun recipients, CivilRegistry.AnswerRun answers, IServiceScopeFactory scopes)
{
    private const int ManyRecords = 50_000;

    private readonly ListedRows _rows = new(sealer);

    /// <summary>Runs a queued batch; <paramref name="onProgress"/> hears after each chunk how many records were read of how many.</summary>
    public async Task RunAsync(long batchId, Stream content, Action<int, int?>? onProgress, CancellationToken ct)
    {
        var batch = await db.ImportBatches.SingleAsync(b => b.Id == batchId, ct);
        await EndingWellAsync(batch, () => RunAsync(batch, content, onProgress, ct), ct);
    }

    /// <summary>Does what was decided about a judged upload: publishes it as its publisher, or removes what was staged.</summary>
    public async Task EndAsync(long batchId, CancellationToken ct)
    {
        var batch = await db.ImportBatches.SingleAsync(b => b.Id == batchId, ct);
        await EndingWellAsync(batch, () => batch.IsCancelRequested ? CancelAsync(batch, ct) : PublishAsync(batch, null, ct), ct);
    }

    private async Task EndingWellAsync(ImportBatch batch, Func<Task> work, CancellationToken ct)
    {
        try
        {
            await work();
        }
        catch (ImportCancelledException)
        {
            await CancelAsync(await AnewAsync(batch, CancellationToken.None), CancellationToken.None);
        }
        catch (UnknownHeadingException unknown) when (batch.MayAwaitColumns)
        {
            batch.AwaitColumns(unknown.Message);
            db.Changes.Note("Import.AwaitsColumns", batch);
            await db.SaveChangesAsync(ct);
        }
        catch (Exception refused) when (refused is UnreadableFileException or ImportRefusedException)
        {
            await FailAsync(batch, refused.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await FailAsync(batch, "Impor berhenti karena gangguan portal. Tidak ada yang dimuat; coba lagi, dan hubungi admin bila terulang.");
            throw;
        }
    }

    private async Task RunAsync(ImportBatch batch, Stream content, Action<int, int?>? onProgress, CancellationToken ct)
    {
        await RefuseBesideAnotherAsync(batch, ct);
        batch.Start(clock.UtcNow);
        await db.SaveChangesAsync(ct);
        using var file = RecordFile.Open(content, await FinderAsync(batch, ct), batch.Sheet);
        if (batch.Kind is ImportKind.Recipients)
        {
            await recipients.RunAsync(batch, file, onProgress, ct);
            return;
        }
        if (batch.Kind is ImportKind.CivilRegistry)
        {
            await answers.RunAsync(batch, file, onProgress, ct);
            return;
        }
        var target = await OpenTargetAsync(batch, file, ct);
        var judge = ListJudge.For(batch.Kind, areas, bpsCodes, AreaCode.Parse(batch.AreaCode), batch.DataYear, file.Columns);
        var rules = await db.NeedRulesAsync(clock.Today, ct);
        var stager = new ImportStager(db, _rows, target, rules);
        var (tally, hash) = await StageAllAsync(batch, file, judge, stager, onProgress, ct);
        batch.Judged(tally.Counts(stager, judge), stager.HasTestData, stager.HasRealData, clock.UtcNow);
        if (batch.IsDryRun)
        {
            batch.EndDryRun(clock.UtcNow);
            db.Changes.Note("Import.DryRun", batch, detail: batch.AuditDetail());
            await db.SaveChangesAsync(ct);
            return;
        }
        if (target.Kind.IsOfPersons() && !target.Kind.IsDtsen())
            await new ImportPublisher(db, _rows, target, rules).BuildNewHouseholdsAsync(stager is { HasTestData: true, HasRealData: false }, () => KeepAliveAsync(batch, ct), ct);
        if (!batch.IsPublishedByHand)
        {
            await PublishAsync(batch, hash, ct);
            return;
        }
        batch.AwaitPublisher();
        db.Changes.Note("Import.Judged", batch, detail: batch.AuditDetail());
        await db.SaveChangesAsync(ct);
    }

    // What waits was judged beside the list as it is now: another file of the list would change what it is new or changed against.
    private async Task RefuseBesideAnotherAsync(ImportBatch batch, CancellationToken ct)
    {
        if (batch.IsDryRun || !batch.Kind.IsOfList())
            return;
        var kinds = ImportKinds.Codes.All.Where(kind => kind.IsOfList() && kind.ListOf() == batch.Kind.ListOf()).ToList();
        if (await db.ImportBatches.IgnoreQueryFilters([FilterNames.Area]).Where(other => other.Id != batch.Id && other.State == ImportState.Judged && kinds.Contains(other.Kind))
                .Select(other => new { other.Kind, other.ReleaseName }).FirstOrDefaultAsync(ct) is { } waiting)
            throw new UnreadableFileException($"{waiting.Kind.Title(waiting.ReleaseName)} menunggu diterbitkan. Terbitkan atau batalkan dulu impor itu, lalu muat berkas ini lagi.");
    }

    // The profile that was asked for, or any that somebody has kept for this kind, the newest first.
    private async Task<HeadingFinder> FinderAsync(ImportBatch batch, CancellationToken ct)
    {
        var profiles = await db.ColumnProfiles.AsNoTracking().Where(profile => profile.Kind == batch.Kind).OrderByDescending(profile => profile.Id).ToListAsync(ct);
        if (batch.ProfileId is not { } id)
            return new HeadingFinder(batch.Kind, profiles);
        return new HeadingFinder(batch.Kind)
        {
            Only = profiles.Find(profile => profile.Id == id) ?? throw new UnreadableFileException("Profil kolom yang dipilih sudah dihapus. Muat berkasnya lagi dengan profil lain."),
        };
    }

    private async Task<StagingTarget> OpenTargetAsync(ImportBatch batch, RecordFile file, CancellationToken ct)
    {
        var list = batch.Kind.ListOf();
        var headings = string.Join('\t', file.Headings(batch.Kind));
        var titles = batch.Kind.IsSheet() ? string.Join('\t', SheetTitle.LinesOf(file.Columns.Titles)) : null;
        var release = await db.ListReleases.IgnoreQueryFilters([FilterNames.Published]).SingleOrDefaultAsync(r => r.List == list && r.Name == batch.ReleaseName, ct);
        if (release is not null && (release.ReleasedOn != batch.ReleasedOn || release.DataYear != batch.DataYear) && release.KnownFrom is not null)
        {
            throw new UnreadableFileException($"Rilis {release.Title} sudah ada dengan tanggal {Indonesian.Date(release.ReleasedOn)} dan tahun data {release.DataYear}. "
                + "Samakan tanggal dan tahunnya, atau pakai nama rilis lain.");
        }
        if (batch.IsDryRun)
        {
            batch.StageUnder(null, null, headings, titles);
            return new StagingTarget(batch.Id, batch.AreaCode, batch.Kind, list, release?.Id ?? 0, 0, true);
        }
        if (release is { KnownFrom: null })
        {
            // Nothing was ever published under it: an abandoned try must not decide the date.
            await db.ListReleases.IgnoreQueryFilters([FilterNames.Published]).Where(r => r.Id == release.Id).ExecuteDeleteAsync(ct);
            db.Entry(release).State = EntityState.Detached;
            release = null;
        }
        release ??= db.ListReleases.Add(new ListRelease(list, batch.ReleaseName, batch.ReleasedOn, batch.DataYear)).Entity;
        var change = db.ChangeSets.Add(new ChangeSet(ChangeSource.Import, batch.PublicId, $"Dimuat dari {ListRelease.TitleOf(list, batch.ReleaseName)}", scope.UserId)).Entity;
        await db.SaveChangesAsync(ct);
        batch.StageUnder(release.Id, change.Id, headings, titles);
        await db.SaveChangesAsync(ct);
        return new StagingTarget(batch.Id, batch.AreaCode, batch.Kind, list, release.Id, change.Id, false);
    }

    private async Task<(ImportTally Tally, byte[]? Hash)> StageAllAsync(ImportBatch batch, RecordFile file, ListJudge judge, ImportStager stager, Action<int, int?>? onProgress, CancellationToken ct)
    {
        var bulk = BulkWriter.For(db);
        ImportTally? tally = null;
        byte[]? hash = null;
        await bulk.ExpectManyAsync(true, ct);
        try
        {
            // The first list of an office, loaded by a verb, which has the database to itself.
            if (batch is { UploadName: null, IsDryRun: false } && file.EstimatedRecords >= ManyRecords && !await db.Persons.IgnoreQueryFilters().AnyAsync(ct))
                await LateIndexes.PutAsideAsync(db, ct);
            var staged = await StageAsync(batch, file, judge, stager, onProgress, ct);
            await JudgeSharedNumbersAsync(judge, stager, staged, ct);
            tally = staged;
        }
        finally
        {
            // The pages that were kept make room for the sorting.
            await bulk.ExpectManyAsync(false, CancellationToken.None);
            hash = await WhileIndexesReturnAsync(tally is null ? null : batch, ct);
        }
        return (tally, hash);
    }

    // Indexes are made over another connection; over this one all that was staged is told meanwhile, unless it is still to be paired.
    private async Task<byte[]?> WhileIndexesReturnAsync(ImportBatch? staged, CancellationToken ct)
    {
        if (!await LateIndexes.AreAsideAsync(db, CancellationToken.None))
            return null;
        var indexes = Task.Run(async () =>
        {
            await using var services = scopes.CreateAsyncScope();
            await LateIndexes.RestoreAsync(services.ServiceProvider.GetRequiredService<PortalDbContext>(), CancellationToken.None);
        }, CancellationToken.None);
        try
        {
            return staged is { ChangeSetId: { } changeSetId, Kind: var kind } && !kind.IsDtsen() ? await new RegisterContentHash(db, sealer).OfImportAsync(changeSetId, ct) : null;
        }
        finally
        {
            await indexes;
        }
    }

    private async Task<ImportTally> StageAsync(ImportBatch batch, RecordFile file, ListJudge judge, ImportStager stager, Action<int, int?>? onProgress, CancellationToken ct)
    {
        var tally = new ImportTally(batch.Kind);
        using var records = file.Rows().GetEnumerator();
        // A verb has the machine to itself; while an upload is judged the pages go on.
        var chunks = new ChunksAhead(records, judge.Judge, await PreparerAsync(batch, stager, ct), ahead: batch.UploadName is null ? 2 : 0);
        try
        {
            while (await chunks.NextAsync() is { Rows.Count: > 0 } chunk)
            {
                ct.ThrowIfCancellationRequested();
                chunk.Rows.ForEach(row => tally.Add(row.Judged));
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                await stager.StageAsync(chunk, ct);
                await StopIfCancelledAsync(batch, ct);
                batch.Progress(tally.Rows, file.EstimatedRecords, clock.UtcNow);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                onProgress?.Invoke(tally.Rows, file.EstimatedRecords);
            }
        }
        finally
        {
            await chunks.EndAsync();
        }
        return tally;
    }

    // A new release of families is stored row by row as it comes, and so it is sealed and made ahead; of one that is delivered again most rows are the same, and nothing of them is kept.
    private async Task<Func<List<(JudgedRow Judged, RawRecord Raw)>, StagedChunk>> PreparerAsync(ImportBatch batch, ImportStager stager, CancellationToken ct)
    {
        var isDtsen = batch.Kind.IsDtsen();
        var isNew = !batch.Kind.IsOfPersons() && !batch.IsDryRun && !await stager.HasSaidAsync(ct);
        var ahead = isNew ? await stager.AheadAsync(ct) : null;
        return rows =>
        {
            var staged = rows.ConvertAll(row => _rows.Stage(isDtsen ? _rows.WithKeyedIds(row.Judged) : row.Judged, row.Raw, isNew));
            return new StagedChunk(staged, ahead?.Invoke(staged));
        };
    }

    private async Task JudgeSharedNumbersAsync(ListJudge judge, ImportStager stager, ImportTally tally, CancellationToken ct)
    {
        var shared = judge.Close().ToList();
        if (shared.Count == 0)
            return;
        tally.AddShared(shared.Select(finding => finding.Row));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await stager.DemoteAsync(shared, ct);
        await transaction.CommitAsync(ct);
    }

    private async Task PublishAsync(ImportBatch batch, byte[]? hash, CancellationToken ct)
    {
        var target = new StagingTarget(batch.Id, batch.AreaCode, batch.Kind, batch.Kind.ListOf(), batch.ReleaseId!.Value, batch.ChangeSetId!.Value, false);
        var rules = await db.NeedRulesAsync(clock.Today, ct);
        var publisher = new ImportPublisher(db, _rows, target, rules);
        var pairing = new Dtsen.DtsenPairing(db, _rows, target, rules);
        if (target.Kind.IsDtsen())
        {
            // Beside the register as it is now, not as it was while the file was judged; what a pairing left that broke off is made anew.
            await pairing.ForgetAsync(ct);
            await pairing.PairAsync(await publisher.ReplacedAsync(ct), batch is { HasTestData: true, HasRealData: false }, () => Task.CompletedTask, ct);
        }
        hash ??= await new RegisterContentHash(db, sealer).OfImportAsync(target.ChangeSetId, ct);
        if (!await user.StillHoldsAsync(Permission.ImportLists, batch.AreaCode, ct))
            throw new ImportRefusedException();
        batch.BeginPublication(clock.UtcNow);
        await db.SaveChangesAsync(ct);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.UtcNow;
        await publisher.SupersedeAsync(ct);
        if (target.Kind.IsDtsen())
        {
            await pairing.LinkAsync(ct);
            await new Dtsen.DtsenPublisher(db, _rows, target, rules).ChangeKnownHouseholdsAsync(now, ct);
        }
        else
        {
            await publisher.ChangeKnownHouseholdsAsync(now, ct);
        }
        var change = await db.ChangeSets.SingleAsync(c => c.Id == target.ChangeSetId, ct);
        change.BecomeKnown(now);
        // What was staged before the rules of needs changed was judged by the former ones: the whole register is judged again.
        var inForce = await db.NeedRuleSets.OrderByDescending(r => r.Number).FirstAsync(ct);
        if (batch.CreatedAt < inForce.AdoptedAt)
            inForce.JudgeAgain();
        (await db.ListReleases.IgnoreQueryFilters([FilterNames.Published]).SingleAsync(r => r.Id == target.ReleaseId, ct)).BecomeKnown(now);
        if (batch.HasTestData)
            (await db.Offices.SingleAsync(ct)).MarkTestData();
        batch.Publish(hash, now);
        await SettleAsync(batch, ct);
        db.Changes.Note("Import.Published", batch, detail: batch.AuditDetail());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task CancelAsync(ImportBatch batch, CancellationToken ct)
    {
        await cleanup.DiscardAsync(batch, ct);
        batch.Cancel(clock.UtcNow);
        db.Changes.Note("Import.Cancelled", batch);
        await db.SaveChangesAsync(ct);
    }

    // The page that asks for it writes past this context.
    private async Task StopIfCancelledAsync(ImportBatch batch, CancellationToken ct)
    {
        if (batch.UploadName is not null && await db.ImportBatches.AsNoTracking().AnyAsync(b => b.Id == batch.Id && b.IsCancelRequested, ct))
            throw new ImportCancelledException();
    }

    // The rows have left the import in which they waited; one that waits again does so under its new reason, here.
    private async Task SettleAsync(ImportBatch batch, CancellationToken ct)
    {
        if (batch.ContinuesId is not { } earlier || await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == earlier, ct) is not { } waited)
            return;
        var decided = db.ListedPersons.IgnoreQueryFilters([FilterNames.Published]).Where(row => row.ChangeSetId == batch.ChangeSetId).Select(row => row.RowNumber);
        await db.WithheldRows.Where(row => row.BatchId == earlier && decided.Contains(row.Row)).ExecuteDeleteAsync(ct);
        waited.Settle(batch.Counts);
    }

    private async Task KeepAliveAsync(ImportBatch batch, CancellationToken ct)
    {
        batch.Progress(batch.RecordsRead, batch.RecordsTotal, clock.UtcNow);
        await db.SaveChangesAsync(ct);
    }

    private async Task FailAsync(ImportBatch batch, string message)
    {
        var failed = await AnewAsync(batch, CancellationToken.None);
        await cleanup.DiscardAsync(failed, CancellationToken.None);
        failed.Fail(message, clock.UtcNow);
        db.Changes.Note("Import.Failed", failed, detail: AuditDetail.Of(("reason", message)));
        await db.SaveChangesAsync();
    }

    // What the step that broke off had in hand must not be saved with its end.
    private Task<ImportBatch> AnewAsync(ImportBatch batch, CancellationToken ct)
    {
        foreach (var entry in db.ChangeTracker.Entries().ToList())
            entry.State = EntityState.Detached;
        return db.ImportBatches.SingleAsync(b => b.Id == batch.Id, ct);
    }
}
