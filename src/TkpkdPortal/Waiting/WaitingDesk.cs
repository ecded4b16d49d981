using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Waiting;

/// <summary>What waits for the signed-in person over all that they hold; each kind is looked for with the permission that it belongs to.</summary>
public sealed class WaitingDesk(PortalDbContext db, ActingUser user, UserScope scope, OfficeClock clock, CountCache cache)
{
    /// <summary>How many of each kind that the person deals with, also none; every page shows the sum in its menu.</summary>
    public Task<IReadOnlyList<WaitingCount>> CountsAsync(CancellationToken ct) => cache.GetAsync(new CountedWaiting(user.Id, clock.Today), () => CountAllAsync(ct), ct);

    public async Task<int> CountAsync(WaitingKind kind, CancellationToken ct) => (await CountsAsync(ct)).Where(count => count.Kind == kind).Sum(count => count.Count);

    /// <summary>The oldest first, over all kinds. Each kind gives as many as the page could need, since no two are looked for with the same rights.</summary>
    public async Task<IReadOnlyList<WaitingItem>> OldestAsync(int skip, int take, CancellationToken ct)
    {
        var items = new List<WaitingItem>();
        foreach (var source in Own)
        {
            using (scope.Meanwhile(user.Grants, source.Permission))
                items.AddRange(await source.Items(db, user, clock).Take(skip + take).ToListAsync(ct));
        }
        var page = items.Select(Dated).OrderBy(item => item.Since).ThenBy(item => item.SinceAt).ThenBy(item => item.Kind).ThenBy(item => item.Id).Skip(skip).Take(take).ToList();
        return await WithHeadsAsync(page, ct);
    }

    private async Task<IReadOnlyList<WaitingCount>> CountAllAsync(CancellationToken ct)
    {
        var counts = new List<WaitingCount>();
        foreach (var source in Own)
        {
            using (scope.Meanwhile(user.Grants, source.Permission))
                counts.Add(new WaitingCount(source.Kind, await source.Items(db, user, clock).CountAsync(ct)));
        }
        return counts;
    }

    private IEnumerable<WaitingSource> Own => WaitingSource.All.Where(source => user.Can(source.Permission));

    private WaitingItem Dated(WaitingItem item)
    {
        var since = item.SinceAt is { } at ? clock.Zone.DayOf(at) : item.Since == default ? clock.Today : item.Since;
        return item with { Since = since, Days = Math.Max(0, clock.Today.DayNumber - since.DayNumber) };
    }

    // Whoever heads the village today, a stand-in too.
    private async Task<IReadOnlyList<WaitingItem>> WithHeadsAsync(List<WaitingItem> items, CancellationToken ct)
    {
        var villages = items.Select(VillageOf).OfType<string>().Distinct().ToList();
        if (villages.Count == 0)
            return items;
        var today = clock.Today;
        var heads = (await db.Assignments.AsNoTracking().Where(a => a.Role == Role.VillageHead && villages.Contains(a.AreaCode) && a.ValidFrom <= today
                && (a.ValidUntil == null || a.ValidUntil >= today)).OrderBy(a => a.Id)
            .Join(db.Users.Where(u => u.DisabledAt == null), a => a.UserId, u => u.Id, (a, u) => new { a.AreaCode, u.FullName }).ToListAsync(ct)).ToLookup(head => head.AreaCode, head => head.FullName);
        return [.. items.Select(item => VillageOf(item) is not { } village ? item : item with { WaitsFor = heads[village].FirstOrDefault() ?? "belum ada yang bertugas" })];
    }

    private static string? VillageOf(WaitingItem item) =>
        item is { Kind: WaitingKind.VisitWithHead, AreaCode: { } area } ? AreaCode.Parse(area).AtLevel(AreaLevel.Village).Stored : null;
}

/// <summary>Whose waiting things are counted, on which day.</summary>
internal sealed record CountedWaiting(long UserId, DateOnly Today);
