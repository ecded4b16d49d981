using Microsoft.Playwright;

namespace TkpkdPortal.BrowserTests.Phone;

/// <summary>The line by which a phone sends its visits: stops at a chosen message, so that the server can be killed while that one is on its way.</summary>
internal sealed class SendingLine : IAsyncDisposable
{
    private readonly Lock _gate = new();

    private IAsyncDisposable? _watch;
    private TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _sent;
    private int _stopAt = int.MaxValue;
    private bool _answerIsLost;

    public static async Task<SendingLine> WatchAsync(IBrowserContext phone)
    {
        var line = new SendingLine();
        line._watch = await phone.RouteAsync("**/lapangan/kunjungan/**", line.PassAsync);
        return line;
    }

    /// <summary>Ends when the message is on its way: with the answer lost, the portal has it and the phone does not know.</summary>
    public Task StopAtAsync(int message, bool answerIsLost)
    {
        lock (_gate)
        {
            (_stopAt, _answerIsLost) = (message, answerIsLost);
            _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _stopped.Task;
        }
    }

    public void Cut() => _cut.SetResult();

    public ValueTask DisposeAsync() => _watch?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task PassAsync(IRoute route)
    {
        if (route.Request.Method != "POST" || !IsTheOne())
        {
            await route.ContinueAsync();
            return;
        }
        if (_answerIsLost)
            await route.FetchAsync();
        _stopped.SetResult();
        await _cut.Task;
        await route.AbortAsync();
    }

    // A message that comes late still stops the line, so that nobody waits for one that has passed.
    private bool IsTheOne()
    {
        lock (_gate)
        {
            if (++_sent < _stopAt)
                return false;
            _stopAt = int.MaxValue;
            return true;
        }
    }
}
