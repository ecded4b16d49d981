using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Figures;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>A village with its families and the points of its score, to one decimal.</summary>
public sealed record PackLocus(string Name, string District, int Families, int FirstDecile, decimal Points);

/// <summary>The loci and all villages outside of them, by the method that holds.</summary>
public sealed record PackLoci(int Method, int Coverage, IReadOnlyList<PackLocus> Loci, IReadOnlyList<PackLocus> Rest)
{
    public int FirstDecile => Loci.Concat(Rest).Sum(line => line.FirstDecile);

    public static PackLoci Of(LocusFigures figures, AreaDirectory areas)
    {
        PackLocus Named(LocusLine line) => new(areas.NameOf(line.Village), areas.NameOf(line.Village.AtLevel(AreaLevel.District)), line.Families, line.FirstDecile, decimal.Round(line.Score.Points, 1));
        return new PackLoci(figures.Method.Number, figures.Method.Weights.Coverage, [.. figures.Loci.Select(Named)], [.. figures.Rest.Select(Named)]);
    }
}
