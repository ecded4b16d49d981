using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.Figures;

/// <summary>For an office with fewer than a hundred persons: the size of every family by village, so that a paper can draw each person.</summary>
public sealed record FamilySizes(string VillageCode, IReadOnlyList<int> Families)
{
    /// <summary>From this many persons on, squares say less than a table.</summary>
    public const int PersonsLimit = 100;

    public int Persons => Families.Sum();

    public static async Task<IReadOnlyList<FamilySizes>> OfAsync(PortalDbContext db, FigureScope scope, CancellationToken ct)
    {
        if (await scope.Persons(db).CountAsync(ct) is 0 or >= PersonsLimit)
            return [];
        var families = await scope.Persons(db).GroupBy(p => new { Village = p.AreaCode.Substring(0, AreaCode.VillageLength), p.FamilyListId })
            .Select(g => new { g.Key.Village, Size = g.Count() }).ToListAsync(ct);
        return [.. families.GroupBy(f => f.Village).Select(g => new FamilySizes(g.Key, [.. g.Select(f => f.Size).OrderDescending()]))
            .OrderByDescending(v => v.Persons).ThenBy(v => v.VillageCode, StringComparer.Ordinal)];
    }
}
