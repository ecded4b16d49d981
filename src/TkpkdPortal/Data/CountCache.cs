using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Security;

namespace TkpkdPortal.Data;

/// <summary>
/// Keeps what was counted over the register until anything is saved. Every save, also the one that publishes an import, moves the end of the
/// audit; that end and what the user may see are part of the key. So a count is never older than the page that shows it, on any number of
/// servers, and never another user's.
/// </summary>
public sealed class CountCache
{
    private static readonly KeptQuery<Func<PortalDbContext, Task<long>>> EndOfAudit = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db) => db.AuditHeads.AsNoTracking().Select(head => head.Sequence).Single()));

    private readonly PortalDbContext _db;
    private readonly UserScope _scope;
    private readonly CountStore _store;
    private long? _end;

    public CountCache(PortalDbContext db, UserScope scope, CountStore store)
    {
        (_db, _scope, _store) = (db, scope, store);
        db.SavedChanges += (_, _) => _end = null;
    }

    /// <param name="question">All that the count depends on beside the register, a record of its own kind, compared by value.</param>
    /// <param name="countAsync">Counts as the current scope sees it.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<T> GetAsync<T>(object question, Func<Task<T>> countAsync, CancellationToken ct)
        where T : class => await _store.GetAsync(new CountKey(await EndAsync(), Sight.Of(_scope), question), countAsync, ct);

    // A page shows one moment throughout, and after its own save the one that the save made.
    private async Task<long> EndAsync() => _end ??= await EndOfAudit.On(_db)(_db);
}

/// <summary>What is kept, for all requests of this process: a bounded number of counts, each for as long as somebody asks for it.</summary>
public sealed class CountStore : IDisposable
{
    private const int MaxCounts = 2_000;

    private static readonly TimeSpan Unasked = TimeSpan.FromMinutes(20);

    private readonly MemoryCache _counts = new(new MemoryCacheOptions { SizeLimit = MaxCounts });

    // After a save the same question comes from many at once; it is answered once.
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 16).Select(_ => new SemaphoreSlim(1))];

    internal async Task<T> GetAsync<T>(CountKey key, Func<Task<T>> countAsync, CancellationToken ct)
        where T : class
    {
        if (_counts.TryGetValue(key, out T? known) && known is not null)
            return known;
        var gate = _gates[(key.GetHashCode() & int.MaxValue) % _gates.Length];
        await gate.WaitAsync(ct);
        try
        {
            if (_counts.TryGetValue(key, out known) && known is not null)
                return known;
            return _counts.Set(key, await countAsync(), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Unasked });
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        _counts.Dispose();
        foreach (var gate in _gates)
            gate.Dispose();
    }
}

internal sealed record CountKey(long End, Sight Sight, object Question);

/// <summary>What a scope lets its user see.</summary>
internal sealed record Sight(AreaRange First, AreaRange Second, AreaRange Third, AreaRange Fourth, bool IsDutyBound, long OpdId, Need Duty)
{
    public static Sight Of(UserScope scope) => scope.Ranges is [var first, var second, var third, var fourth]
        ? new Sight(first, second, third, fourth, scope.IsDutyBound, scope.OpdId, scope.Duty)
        : throw new InvalidOperationException("The scope has another number of ranges than the key.");
}
