using TkpkdPortal.Waiting;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Home;

/// <summary>All that waits for the reader, of every kind, the oldest first.</summary>
public sealed record WaitingPage(IReadOnlyList<WaitingCount> Counts, IReadOnlyList<WaitingItem> Items, Paging Paging)
{
    public static async Task<WaitingPage> ForAsync(WaitingDesk waiting, int? page, CancellationToken ct)
    {
        var counts = await waiting.CountsAsync(ct);
        var paging = Paging.Of(page, counts.Sum(count => count.Count));
        return new WaitingPage(counts, await waiting.OldestAsync(paging.Skip, paging.PageSize, ct), paging);
    }
}
