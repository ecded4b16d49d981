using TkpkdPortal.Security;

namespace TkpkdPortal.Demo;

/// <summary>Prints the accounts when the portal starts, and fills the demo office while it serves already.</summary>
public sealed class DemoWorker(IServiceProvider services, DemoSettings settings, ILogger<DemoWorker> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _filling = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsEnabled)
            return;
        var fill = services.GetRequiredService<DemoFill>();
        if (!await fill.MayFillAsync(cancellationToken))
            return;
        var story = fill.Story(families: null);
        Print(story, await fill.OpenAccountsAsync(story, settings.Password, cancellationToken));
        _filling = Task.Run(() => FillAsync(fill, story), CancellationToken.None);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAny(_filling, Task.Delay(Timeout.Infinite, cancellationToken));
    }

    public void Dispose() => _stopping.Dispose();

    /// <summary>Accounts and password on standard output: the one place where they are said.</summary>
    internal static void Print(DemoStory story, string password)
    {
        Console.WriteLine($"Data uji. Akun untuk masuk (kata sandi semua akun: {password}):");
        foreach (var account in DemoAccounts.Of(story))
            Console.WriteLine($"  {account.Email,-26} {account.Role.Title(account.Area),-28} {account.Area.Official}");
    }

    private async Task FillAsync(DemoFill fill, DemoStory story)
    {
        try
        {
            await fill.FillAsync(story, DemoFill.DefaultSeed, onProgress: null, _stopping.Token);
            logger.LogInformation("The demo office is filled");
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            logger.LogInformation("The demo office is filled in part; the next start goes on");
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The demo office could not be filled");
        }
    }
}
