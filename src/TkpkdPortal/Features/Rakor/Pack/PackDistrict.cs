using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Figures;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>A village on the page of its kecamatan, in families (KK).</summary>
public sealed record PackVillage(string Name, int Target, int Visited, int Eligible, int FirstDecile, int InNeed, int NotMet)
{
    /// <summary>In need, and with aid for at least one need.</summary>
    public int Helped => InNeed - NotMet;
}

/// <summary>The page of a kecamatan: its villages that have families in the register.</summary>
public sealed record PackDistrict(string AreaCode, string Name, IReadOnlyList<PackVillage> Villages)
{
    public PackVillage Total => new($"Kecamatan {Name}", Villages.Sum(village => village.Target), Villages.Sum(village => village.Visited), Villages.Sum(village => village.Eligible),
        Villages.Sum(village => village.FirstDecile), Villages.Sum(village => village.InNeed), Villages.Sum(village => village.NotMet));

    public static async Task<IReadOnlyList<PackDistrict>> AllAsync(NeedTallies tallies, AreaDirectory areas, Domain.Areas.AreaCode office, VerificationFigures verification, LocusFigures loci, int year, CancellationToken ct)
    {
        var needs = await tallies.OfAsync(year, office, ct);
        var visits = verification.ByArea.ToDictionary(figure => figure.AreaCode, StringComparer.Ordinal);
        var poorest = loci.Loci.Concat(loci.Rest).ToDictionary(line => line.Village.Stored, line => line.FirstDecile, StringComparer.Ordinal);
        PackVillage LineOf(Domain.Areas.AreaCode village)
        {
            var (visit, need) = (visits.GetValueOrDefault(village.Stored), needs.GetValueOrDefault(village.Stored));
            return new PackVillage(areas.NameOf(village), visit?.Target ?? 0, visit?.Visited ?? 0, visit?.Eligible ?? 0, poorest.GetValueOrDefault(village.Stored), need?.InNeed ?? 0, need?.NotMet ?? 0);
        }
        var villages = visits.Keys.Concat(needs.Keys).Distinct().Order(StringComparer.Ordinal).Where(code => code.Length == Domain.Areas.AreaCode.VillageLength).Select(Domain.Areas.AreaCode.Parse);
        return [.. villages.GroupBy(village => village.AtLevel(AreaLevel.District)).Select(district => new PackDistrict(district.Key.Stored, areas.NameOf(district.Key), [.. district.Select(LineOf)]))];
    }
}
