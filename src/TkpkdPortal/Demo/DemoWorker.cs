using TkpkdPortal.Security;

namespace TkpkdPortal.Demo;

/// <summary>Prints the accounts when the portal starts, and fills the demo office while it serves already.</summary>
public sealed class DemoWorker(IServiceProvider services, DemoSettings settings, ILogger<DemoWorker> logger) : BackgroundService
{
    private Func<CancellationToken, Task>? _fill;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.IsEnabled && services.GetRequiredService<DemoFill>() is var fill && await fill.MayFillAsync(cancellationToken))
        {
            var story = fill.Story(families: null);
            Print(story, await fill.OpenAccountsAsync(story, settings.Password, cancellationToken));
            _fill = stopping => FillAsync(fill, story, stopping);
        }
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _fill?.Invoke(stoppingToken) ?? Task.CompletedTask;

    /// <summary>Accounts and password on standard output: the one place where they are said.</summary>
    internal static void Print(DemoStory story, string password)
    {
        Console.WriteLine($"Data uji. Akun untuk masuk (kata sandi semua akun: {password}):");
        foreach (var account in DemoAccounts.Of(story))
            Console.WriteLine($"  {account.Email,-26} {account.Role.Title(account.Area),-28} {account.Area.Official}");
    }

    private async Task FillAsync(DemoFill fill, DemoStory story, CancellationToken stopping)
    {
        try
        {
            await fill.FillAsync(story, DemoFill.DefaultSeed, onProgress: null, stopping);
            logger.LogInformation("The demo office is filled");
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            logger.LogInformation("The demo office is filled in part; the next start goes on");
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The demo office could not be filled");
        }
    }
}
