using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Doubles;

/// <summary>
/// One search from the register to the pairs that wait: read, compare, keep. What was decided is not asked again; what is alike no more waits no longer. Pairs become known
/// in one transaction at the end, so that a search that is cancelled or killed leaves nothing.
/// </summary>
public sealed class DoubleSearchRun(PortalDbContext db, ComparedRegister register, DoubleSearchDesk desk, ActingUser user, OfficeClock clock)
{
    private const int PersonsBetweenSigns = 20_000, PairsAtOnce = 500;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    public async Task RunAsync(long searchId, Action<string, int, int?>? onProgress, CancellationToken ct)
    {
        var search = await db.DoubleSearches.SingleAsync(s => s.Id == searchId, ct);
        try
        {
            await RunAsync(search, onProgress, ct);
        }
        catch (SearchCancelledException)
        {
            search.Cancel(clock.UtcNow);
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            db.ChangeTracker.Clear();
            var failed = await db.DoubleSearches.SingleAsync(s => s.Id == searchId, CancellationToken.None);
            failed.Fail("Pencarian berhenti karena gangguan portal. Tidak ada pasangan yang berubah; cari lagi, dan hubungi admin bila terulang.", clock.UtcNow);
            db.Changes.Note("Double.SearchFailed", failed, failed.AreaCode);
            await db.SaveChangesAsync(CancellationToken.None);
            throw;
        }
    }

    private async Task RunAsync(DoubleSearch search, Action<string, int, int?>? onProgress, CancellationToken ct)
    {
        var rules = await desk.RulesAsync(ct);
        var before = search.IsWhole ? null : await db.DoubleSearches.AsNoTracking()
            .Where(done => done.State == DoubleSearchState.Done && done.RulesNumber == rules.Number && done.AreaCode == search.AreaCode).OrderByDescending(done => done.Id).Select(done => done.StartedAt).FirstOrDefaultAsync(ct);
        search.Start(rules.Number, isWhole: before is null, await register.CountPersonsAsync(ct), clock.UtcNow);
        await db.SaveChangesAsync(ct);

        var finder = new DoubleFinder(rules.Weights);
        var areas = new Dictionary<long, string>();
        var fresh = new HashSet<long>();
        await ReadAsync(search, before, finder, areas, fresh, onProgress, ct);
        var found = await CompareAsync(search, finder, onProgress, ct);
        if (!await user.StillHoldsAsync(Permission.SeekDoubles, search.AreaCode, ct))
            throw new SearchCancelledException();
        await KeepAsync(search, found, finder.TooCommon, areas, before is null ? null : fresh, ct);
    }

    private async Task ReadAsync(DoubleSearch search, DateTime? since, DoubleFinder finder, Dictionary<long, string> areas, HashSet<long> fresh, Action<string, int, int?>? onProgress, CancellationToken ct)
    {
        var next = PersonsBetweenSigns;
        await foreach (var (family, area) in register.FamiliesAsync(since, ct))
        {
            finder.Add(family);
            areas.Add(family.HouseholdId, area);
            if (family.IsFresh)
                fresh.Add(family.HouseholdId);
            if (finder.Persons < next)
                continue;
            next = finder.Persons + PersonsBetweenSigns;
            search.Read(finder.Persons, clock.UtcNow);
            await SignAsync(search, ct);
            onProgress?.Invoke("Orang dibaca", finder.Persons, search.PersonsTotal);
        }
        search.Read(finder.Persons, clock.UtcNow);
        await SignAsync(search, ct);
    }

    // Comparing is work of the processor alone: it goes on beside, while this one says how far it is and hears whether it is to stop.
    private async Task<List<FoundDouble>> CompareAsync(DoubleSearch search, DoubleFinder finder, Action<string, int, int?>? onProgress, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var (done, total) = (0, 1);
        var work = Task.Run(() => finder.Find((step, steps) => (done, total) = (step, steps), stop.Token).ToList(), stop.Token);
        try
        {
            while (await Task.WhenAny(work, Task.Delay(Tick, ct)) != work)
            {
                search.Compared(done, total, clock.UtcNow);
                await SignAsync(search, ct);
                onProgress?.Invoke("Langkah dibandingkan", done, total);
            }
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
        search.Compared(total, total, clock.UtcNow);
        return await work;
    }

    private async Task SignAsync(DoubleSearch search, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        if (await db.DoubleSearches.AsNoTracking().AnyAsync(s => s.Id == search.Id && s.IsCancelAsked, ct))
            throw new SearchCancelledException();
    }

    private async Task KeepAsync(DoubleSearch search, List<FoundDouble> found, int tooCommon, Dictionary<long, string> areas, HashSet<long>? fresh, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var bulk = BulkWriter.For(db);
        var (next, @new) = (await bulk.ReserveIdsAsync<DoublePair>(ct), 0);
        foreach (var chunk in found.Chunk(PairsAtOnce))
        {
            var firsts = chunk.Select(pair => pair.FirstId).Distinct().ToList();
            var known = await db.DoublePairs.AsNoTracking().Where(pair => firsts.Contains(pair.FirstId)).ToDictionaryAsync(pair => (pair.FirstId, pair.SecondId), ct);
            var fallen = chunk.Where(pair => !known.ContainsKey((pair.FirstId, pair.SecondId)))
                .Select(pair => new DoublePair(next++, pair, areas[pair.FirstId], areas[pair.SecondId], search.RulesNumber, clock.UtcNow)).ToList();
            @new += fallen.Count;
            await bulk.InsertAsync(fallen, ct);
            await bulk.UpdateAsync([.. chunk.Where(pair => known.TryGetValue((pair.FirstId, pair.SecondId), out var old) && old.FindAgain(pair, areas[pair.FirstId], areas[pair.SecondId], search.RulesNumber))
                .Select(pair => known[(pair.FirstId, pair.SecondId)])], ct);
        }
        var gone = await CloseAsync(bulk, [.. found.Select(pair => (pair.FirstId, pair.SecondId))], areas, fresh, ct);
        search.End(found.Count, @new, gone, tooCommon, clock.UtcNow);
        db.Changes.Note("Double.Sought", search, search.AreaCode, AuditDetail.Of(("persons", search.PersonsRead), ("found", found.Count), ("new", @new), ("gone", gone), ("rules", search.RulesNumber), ("whole", search.IsWhole)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    // Waiting pairs that were looked at and not found; of one that is closed or left the area nobody needs to decide either.
    private async Task<int> CloseAsync(BulkWriter bulk, HashSet<(long, long)> found, Dictionary<long, string> areas, HashSet<long>? fresh, CancellationToken ct)
    {
        var gone = 0;
        long after = 0;
        while (await db.DoublePairs.AsNoTracking().Where(pair => pair.State == DoubleState.Waiting && pair.Id > after).OrderBy(pair => pair.Id).Take(PairsAtOnce).ToListAsync(ct) is { Count: > 0 } waiting)
        {
            after = waiting[^1].Id;
            var lost = waiting.FindAll(pair => !found.Contains((pair.FirstId, pair.SecondId)) && IsLookedAt(pair) && pair.Disappear());
            gone += lost.Count;
            await bulk.UpdateAsync(lost, ct);
        }
        return gone;

        bool IsLookedAt(DoublePair pair) => fresh is null || fresh.Contains(pair.FirstId) || fresh.Contains(pair.SecondId) || !areas.ContainsKey(pair.FirstId) || !areas.ContainsKey(pair.SecondId);
    }

    private sealed class SearchCancelledException : Exception;
}
