using System.Collections.Concurrent;
using TkpkdPortal.Domain.Privacy;

namespace TkpkdPortal.Privacy;

/// <summary>What was seen and is not written yet: a page waits for no writer on its account.</summary>
public sealed class AccessQueue
{
    private readonly ConcurrentQueue<SeenHousehold> _seen = new();

    public void Add(SeenHousehold seen) => _seen.Enqueue(seen);

    public IReadOnlyList<SeenHousehold> Take(int most)
    {
        var taken = new List<SeenHousehold>();
        while (taken.Count < most && _seen.TryDequeue(out var seen))
            taken.Add(seen);
        return taken;
    }
}

/// <summary>A household by the id that pages know, and who saw it how.</summary>
public readonly record struct SeenHousehold(Guid Household, long UserId, DateTime At, AccessChannel Channel, string Purpose);
