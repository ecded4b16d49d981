namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>Packs are composed a few at a time, since each reads the whole office and holds its paper in memory; the others wait for their turn, and the meeting's page says how many.</summary>
public sealed class PackQueue : IDisposable
{
    private const int AtOnce = 2;

    private readonly SemaphoreSlim _places = new(AtOnce);
    private int _waiting;

    /// <summary>Packs that wait for their turn now.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public async Task<T> TakeTurnAsync<T>(Func<Task<T>> compose, CancellationToken ct)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _places.WaitAsync(ct);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
        try
        {
            return await compose();
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
