namespace TkpkdPortal.Data.Sqlite;

/// <summary>
/// SQLite has one writer at a time. Inside the process that turn is taken here, in order, before <c>BEGIN IMMEDIATE</c>, so that nobody
/// spins on a locked file and no two connections ever write or checkpoint at once (docs/decisions/0011-sqlite.md).
/// </summary>
public sealed class WriterGate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task EnterAsync(CancellationToken ct)
    {
        if (!await _turn.WaitAsync(Patience, ct))
            throw new TimeoutException("Another writer has kept the database for a minute.");
    }

    public void Enter()
    {
        if (!_turn.Wait(Patience))
            throw new TimeoutException("Another writer has kept the database for a minute.");
    }

    public void Leave() => _turn.Release();

    public void Dispose() => _turn.Dispose();
}
