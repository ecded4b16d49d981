using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Figures;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>A desa whose families of decile 1 Dana Desa neither reaches nor plans for.</summary>
public sealed record PackDesa(string Name, string District, int FirstDecile, decimal? Budget);

/// <summary>What Dana Desa does for the poorest in a year: desa with families of decile 1, those families, how many it reaches or plans for, money, and the desa that plan for none.</summary>
public sealed record PackDanaDesa(int Year, int Desa, int FirstDecile, int Reached, decimal Budget, decimal Delivered, IReadOnlyList<PackDesa> WithoutPlan)
{
    public static async Task<PackDanaDesa> OfAsync(PortalDbContext db, AreaDirectory areas, AreaCode office, int year, CancellationToken ct)
    {
        var lines = await DanaDesaFigures.OfAsync(db, areas, office, year, ct);
        return new PackDanaDesa(year, lines.Count(line => line.FirstDecile > 0), lines.Sum(line => line.FirstDecile), lines.Sum(line => line.FirstDecileReached), lines.Sum(line => line.Budget ?? 0m), lines.Sum(line => line.DeliveredAmount),
            [.. lines.Where(line => line.IsWithoutPlan).Select(line => new PackDesa(areas.NameOf(line.Village), areas.NameOf(line.Village.AtLevel(AreaLevel.District)), line.FirstDecile, line.Budget))]);
    }
}
