using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Needs;

/// <summary>
/// Judges the needs of all households anew once a day, since children come to school age and grown people grow old without anybody writing anything; and at once what a
/// judging left that broke off, or what an older version of the portal judged.
/// </summary>
public sealed class NeedWorker(IServiceScopeFactory scopes, OfficeSettings office, OfficeClock clock, ILogger<NeedWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5), Patience = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunIfDueAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // What was judged stays, and the portal goes on; the next pass does the rest.
                logger.LogError(exception, "Needs could not be judged anew");
            }
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    internal async Task RunIfDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<UserScope>().KeepHouse(office.Area);
        var set = await services.GetRequiredService<PortalDbContext>().NeedRuleSets.AsNoTracking().OrderByDescending(rules => rules.Number).FirstAsync(ct);
        // Whoever has just adopted a set is judging by it.
        if (set.JudgedOn >= clock.Today || (set is { JudgedOn: null, AdoptedById: not null } && clock.UtcNow - set.AdoptedAt < Patience))
            return;
        var changed = await services.GetRequiredService<NeedRejudging>().RunAsync(ct);
        logger.LogInformation("Needs judged anew: {Changed} of {Households} households changed", changed.Changed, changed.Households);
    }
}
