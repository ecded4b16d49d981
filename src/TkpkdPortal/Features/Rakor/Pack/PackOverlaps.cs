using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Overlapping;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>Aid of one OPD from one fund source that a rule takes for double.</summary>
public sealed record PackOverlapLine(string Opd, string FundSource, int Findings, int Families, decimal Amount);

/// <summary>Aid that rules take for double and about which nobody has decided yet: findings, families (KK) and rupiah, each family and piece once.</summary>
public sealed record PackOverlaps(int Year, int Findings, int Families, decimal Amount, IReadOnlyList<PackOverlapLine> ByOpd)
{
    public static async Task<PackOverlaps> OfAsync(PortalDbContext db, int year, CancellationToken ct)
    {
        var open = (await new OverlapSearch(db).OfYearAsync(year, ct)).Where(finding => finding.IsOpen).ToList();
        var pieces = open.SelectMany(finding => finding.Pieces).DistinctBy(piece => piece.Id).ToList();
        return new PackOverlaps(year, open.Count, pieces.Select(piece => piece.HouseholdId).Distinct().Count(), pieces.Sum(piece => piece.Amount ?? 0m),
            [.. (await OverlapTotal.OfAsync(db, open, ct)).Select(total => new PackOverlapLine(total.Opd, AidWords.FundSources.Label(total.FundSource), total.Findings, total.Families, total.Amount))]);
    }
}
