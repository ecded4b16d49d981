using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Privacy;

/// <summary>Writes every few seconds what was seen, many rows in one transaction, and the rest when the portal stops.</summary>
public sealed class AccessWriter(AccessQueue queue, IServiceScopeFactory scopes, OfficeSettings office, ILogger<AccessWriter> logger) : BackgroundService
{
    /// <summary>What a killed process may lose; the request log still has its addresses.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private const int MostAtOnce = 1_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await WriteAsync(CancellationToken.None);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    internal async Task WriteAsync(CancellationToken ct)
    {
        while (queue.Take(MostAtOnce) is { Count: > 0 } seen)
        {
            try
            {
                await WriteAsync(seen, ct);
            }
            catch (Exception exception) when (exception is DbUpdateException or System.Data.Common.DbException or TimeoutException)
            {
                // Nothing that was seen is forgotten because the database is busy or full: it is tried again at the next turn.
                foreach (var one in seen)
                    queue.Add(one);
                logger.LogError(exception, "{Count} accesses could not be written yet", seen.Count);
                return;
            }
        }
    }

    private async Task WriteAsync(IReadOnlyList<SeenHousehold> seen, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<UserScope>().KeepHouse(office.Area);
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var ids = seen.Select(one => one.Household).Distinct().ToList();
        var households = await db.Households.IgnoreQueryFilters([FilterNames.Open]).AsNoTracking().Where(h => ids.Contains(h.PublicId)).Select(h => new { h.PublicId, h.Id, h.AreaCode })
            .ToDictionaryAsync(h => h.PublicId, ct);
        foreach (var one in seen.Where(one => households.ContainsKey(one.Household)))
            db.HouseholdAccesses.Add(new HouseholdAccess(households[one.Household].Id, households[one.Household].AreaCode, one.UserId, one.At, one.Channel, one.Purpose));
        await db.SaveChangesAsync(ct);
    }
}
