using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Doubles;

/// <summary>Works off searches that a page asked for, each with the rights and area that its user holds when it runs.</summary>
public sealed class DoubleWorker(IServiceScopeFactory scopes, OfficeSettings office, ILogger<DoubleWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await RunNextAsync(stoppingToken))
                    await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The search says that it failed; the worker goes on with the next one.
                logger.LogError(exception, "A search for doubles failed");
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
        var search = await db.DoubleSearches.Where(s => s.State == DoubleSearchState.Queued).OrderBy(s => s.Id).FirstOrDefaultAsync(ct);
        if (search is null)
            return false;
        var user = services.GetRequiredService<ActingUser>();
        if (!await user.BecomeAsync(search.UserId, osUser: null, ct) || !user.CanAt(Permission.SeekDoubles, search.AreaCode))
        {
            search.Fail("Akun yang meminta pencarian ini tidak lagi memegang tugas itu.", services.GetRequiredService<OfficeClock>().UtcNow);
            db.Changes.Note("Double.SearchFailed", search, search.AreaCode);
            await db.SaveChangesAsync(ct);
            return true;
        }
        user.LookWith(Permission.SeekDoubles);
        await services.GetRequiredService<DoubleSearchRun>().RunAsync(search.Id, onProgress: null, ct);
        return true;
    }
}
