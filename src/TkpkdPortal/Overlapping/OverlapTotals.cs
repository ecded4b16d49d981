using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.Overlapping;

/// <summary>Aid of one OPD from one fund source that open findings name: findings, families (KK) and rupiah. A finding across two OPDs stands in the line of each.</summary>
public sealed record OverlapTotal(string Opd, FundSource FundSource, int Findings, int Families, decimal Amount)
{
    /// <summary>By OPD and fund source, the largest amount first.</summary>
    public static async Task<IReadOnlyList<OverlapTotal>> OfAsync(PortalDbContext db, IEnumerable<OverlapFinding> open, CancellationToken ct)
    {
        var opds = await db.Opds.AsNoTracking().ToDictionaryAsync(opd => opd.Id, opd => opd.Name, ct);
        var funds = await db.AidPrograms.AsNoTracking().ToDictionaryAsync(program => program.Id, program => program.FundSource, ct);
        return [.. open.SelectMany(finding => finding.Pieces.Select(piece => (finding.Mark, Piece: piece))).GroupBy(part => (part.Piece.OpdId, Fund: funds[part.Piece.ProgramId]))
            .Select(group => new OverlapTotal(opds[group.Key.OpdId], group.Key.Fund, group.Select(part => part.Mark).Distinct().Count(), group.Select(part => part.Piece.HouseholdId).Distinct().Count(),
                // A piece that two rules name is worth what it is worth once.
                group.DistinctBy(part => part.Piece.Id).Sum(part => part.Piece.Amount ?? 0m)))
            .OrderByDescending(total => total.Amount).ThenBy(total => total.Opd, StringComparer.Ordinal)];
    }
}
