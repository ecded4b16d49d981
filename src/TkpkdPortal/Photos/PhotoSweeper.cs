namespace TkpkdPortal.Photos;

/// <summary>Sweeps at the start of the portal and once a day after that; a sweep that fails is made up for by the next one.</summary>
public sealed class PhotoSweeper(IServiceScopeFactory scopes, ILogger<PhotoSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await SweepAsync(stoppingToken);
            await Task.Delay(Interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var (seen, removed) = await scope.ServiceProvider.GetRequiredService<PhotoSweep>().RunAsync(ct);
            logger.LogInformation("Photos swept: {Removed} files that no visit names, of {Seen} older than a day", removed, seen);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or IOException or UnauthorizedAccessException or TimeoutException)
        {
            logger.LogError(exception, "Photos could not be swept");
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The portal stops.
        }
    }
}
