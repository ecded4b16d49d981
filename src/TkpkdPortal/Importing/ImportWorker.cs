using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Importing;

/// <summary>
/// Works off queued uploads one after the other, each with the rights and area that its user holds when it runs. Losing the browser, the
/// session or the process loses no upload.
/// </summary>
public sealed class ImportWorker(IServiceScopeFactory scopes, OfficeSettings office, TimeProvider clock, ILogger<ImportWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), ExpiryInterval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var expireAt = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (clock.GetUtcNow() >= expireAt)
                {
                    await InScopeAsync(services => services.GetRequiredService<ImportIntake>().ExpireAsync(stoppingToken));
                    expireAt = clock.GetUtcNow() + ExpiryInterval;
                }
                if (!await RunNextAsync(stoppingToken))
                    await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The batch says that it failed; the worker goes on with the next one.
                logger.LogError(exception, "An import failed");
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    private async Task<bool> RunNextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<UserScope>().KeepHouse(office.Area);
        var db = services.GetRequiredService<PortalDbContext>();
        // What was judged and decided comes first: its list waits for it.
        var batch = await db.ImportBatches.Where(b => (b.State == ImportState.Published && b.UndoerId != null) || (b.UploadName != null
                && (b.State == ImportState.Queued || (b.State == ImportState.AwaitingColumns && b.IsCancelRequested) || (b.State == ImportState.Judged && (b.PublisherId != null || b.IsCancelRequested)))))
            .OrderByDescending(b => b.State).ThenBy(b => b.Id).FirstOrDefaultAsync(ct);
        if (batch is null)
            return false;
        if (batch.IsCancelRequested)
        {
            await services.GetRequiredService<ImportRun>().EndAsync(batch.Id, ct);
            return true;
        }
        var user = services.GetRequiredService<ActingUser>();
        if (batch.IsUndoAsked)
        {
            await UndoAsync(services, db, batch, user, ct);
            return true;
        }
        if (!await user.BecomeAsync(batch.PublisherId ?? batch.UserId, osUser: null, ct) || !user.CanAt(ImportRights.For(batch.Kind), batch.AreaCode))
        {
            await services.GetRequiredService<ImportCleanup>().DiscardAsync(batch, ct);
            batch.Fail(ImportRefusedException.Sentence, clock.GetUtcNow().UtcDateTime);
            db.Changes.Note("Import.Refused", batch);
            await db.SaveChangesAsync(ct);
            return true;
        }
        user.LookWith(ImportRights.For(batch.Kind));
        if (batch.IsDecided)
        {
            await services.GetRequiredService<ImportRun>().EndAsync(batch.Id, ct);
            return true;
        }
        await using var content = services.GetRequiredService<ImportIntake>().OpenUpload(batch);
        await services.GetRequiredService<ImportRun>().RunAsync(batch.Id, content, onProgress: null, ct);
        return true;
    }

    private static async Task UndoAsync(IServiceProvider services, PortalDbContext db, ImportBatch batch, ActingUser user, CancellationToken ct)
    {
        if (await user.BecomeAsync(batch.UndoerId!.Value, osUser: null, ct) && user.CanAt(Permission.ImportLists, batch.AreaCode))
        {
            user.LookWith(Permission.ImportLists);
            await services.GetRequiredService<ImportUndo>().RunAsync(batch.Id, ct);
            return;
        }
        batch.RefuseUndo(ImportUndo.RightIsGone);
        db.Changes.Note("Import.UndoRefused", batch);
        await db.SaveChangesAsync(ct);
    }

    private async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<UserScope>().KeepHouse(office.Area);
        await work(scope.ServiceProvider);
    }
}
