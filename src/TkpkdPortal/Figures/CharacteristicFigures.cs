using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.Figures;

/// <summary>Families (KK) of a release by their answer to one question, by area; of one decile where it is chosen.</summary>
public static class CharacteristicFigures
{
    public static async Task<FigureTable> OfAsync(PortalDbContext db, AreaDirectory areas, FigureScope scope, Characteristic characteristic, byte? decile, CancellationToken ct)
    {
        var families = decile is { } code ? scope.Families(db).Where(f => f.DecileCode == code) : scope.Families(db);
        var counts = await characteristic.Ask(families, AreaCode.LengthAt(scope.SplitLevel)).GroupBy(answer => new { answer.Area, answer.Value })
            .Select(g => new { g.Key.Area, g.Key.Value, Count = g.Count() }).ToListAsync(ct);
        var byArea = counts.ToLookup(count => count.Area, StringComparer.Ordinal);
        // What is not known stands apart; without its column the answers would not add up to the families.
        int?[] values = [.. characteristic.Answers.Select(answer => (int?)answer.Value), null];
        decimal?[] Cells(IEnumerable<(int? Value, int Count)> of)
        {
            var answers = of.ToList();
            return [.. values.Select(value => (decimal?)answers.Where(answer => answer.Value == value).Sum(answer => answer.Count)), answers.Sum(answer => answer.Count)];
        }
        return new FigureTable(characteristic.Title, AreaParts.WordBelow(scope.Area),
            [.. characteristic.Answers.Select(answer => new FigureColumn(answer.Label, "KK")), new FigureColumn("Belum diketahui", "KK"), new FigureColumn("Jumlah", "KK")],
            [.. AreaParts.Of(areas, scope.Area, byArea.Select(group => group.Key)).Select(area => AreaParts.Line(areas, scope.Area, area, Cells(byArea[area].Select(c => (c.Value, c.Count)))))],
            Cells(counts.Select(c => (c.Value, c.Count))));
    }
}
