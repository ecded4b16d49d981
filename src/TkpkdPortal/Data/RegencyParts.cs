using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.Data;

/// <summary>
/// A province counted one regency after another. SQLite sorts what it groups in memory, since no personal data may go to the system's temporary folder: a part at a time it holds a tenth of a province, not a million rows.
/// </summary>
public sealed class RegencyParts
{
    private readonly IReadOnlyList<AreaRange> _ranges;

    private RegencyParts(IReadOnlyList<AreaRange> ranges) => _ranges = ranges;

    /// <summary>Ranges that are together exactly the area; more than one only for a province with households in several regencies.</summary>
    public static async Task<RegencyParts> OfAsync(PortalDbContext db, AreaCode area, CancellationToken ct)
    {
        var whole = AreaRange.Of(area);
        if (area.Level >= AreaLevel.Regency)
            return new RegencyParts([whole]);
        var (starts, from) = (new List<string>(), whole.From);
        // The first by the index, not the smallest: that would read them all.
        while (await db.Households.In(new AreaRange(from, whole.To)).OrderBy(household => household.AreaCode).Select(household => household.AreaCode).FirstOrDefaultAsync(ct) is { } first)
        {
            var regency = AreaRange.Of(AreaCode.Parse(first).AtLevel(AreaLevel.Regency));
            starts.Add(regency.From);
            from = regency.To;
        }
        return new RegencyParts(starts.Count < 2 ? [whole] : [.. starts.Select((start, i) => new AreaRange(i == 0 ? whole.From : start, i + 1 < starts.Count ? starts[i + 1] : whole.To))]);
    }

    /// <summary>The answers of all parts, one part after another.</summary>
    public async Task<List<T>> ReadAsync<T>(Func<AreaRange, IQueryable<T>> ask, CancellationToken ct)
    {
        var answers = new List<T>();
        foreach (var range in _ranges)
            answers.AddRange(await ask(range).ToListAsync(ct));
        return answers;
    }
}
