using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Households;

namespace TkpkdPortal.Figures;

/// <summary>A desa with its families of decile 1, how many of them Dana Desa reaches or is planned to, and the money; KK and rupiah.</summary>
public sealed record DanaDesaLine(AreaCode Village, int FirstDecile, int FirstDecileReached)
{
    public decimal? Budget { get; init; }

    public int Planned { get; init; }

    public int Delivered { get; init; }

    public decimal DeliveredAmount { get; init; }

    /// <summary>Families of decile 1 live there, and for none of them Dana Desa is planned or has come: money alone is no plan for them.</summary>
    public bool IsWithoutPlan => FirstDecile > 0 && FirstDecileReached == 0;
}

/// <summary>
/// The desa of an area with what Dana Desa does for their poorest in a year, those without a plan first. How many families of decile 1 a desa has is one number for every reader of that area;
/// the money and the aid are those of the programs that the reader sees.
/// </summary>
public static class DanaDesaFigures
{
    public static async Task<IReadOnlyList<DanaDesaLine>> OfAsync(PortalDbContext db, AreaDirectory areas, AreaCode area, int year, CancellationToken ct)
    {
        var programs = new BudgetQuestion(area, year, BudgetSplit.ByVillage, IsWholeOffice: false) { FundSource = FundSource.DanaDesa }.Programs(db);
        var length = AreaCode.LengthAt(AreaLevel.Village);
        var (first, given) = (FirstDecile(db, area), GivenAid.ArrivedOrPlanned(db, year));
        var families = await CountAsync(first, ct);
        var reached = await CountAsync(first.Where(h => given.Any(aid => aid.HouseholdId == h.Id && programs.Any(p => p.Id == aid.ProgramId))), ct);
        var budgets = await db.VillageBudgets.AsNoTracking().In(area).Where(b => programs.Any(p => p.Id == b.ProgramId)).GroupBy(b => b.AreaCode)
            .Select(g => new { g.Key, Amount = g.Sum(b => b.Amount) }).ToDictionaryAsync(g => g.Key, g => g.Amount, ct);
        var aid = await db.Interventions.AsNoTracking().In(area).Where(i => i.State != InterventionState.Cancelled && i.State != InterventionState.NotDelivered && programs.Any(p => p.Id == i.ProgramId))
            .Select(i => new { Village = i.AreaCode.Substring(0, length), i.HouseholdId, HasArrived = i.State == InterventionState.Delivered || i.State == InterventionState.Verified, Amount = i.Amount ?? 0m })
            .GroupBy(i => i.Village).Select(g => new
            {
                g.Key,
                Planned = g.Where(i => !i.HasArrived).Select(i => i.HouseholdId).Distinct().Count(),
                Delivered = g.Where(i => i.HasArrived).Select(i => i.HouseholdId).Distinct().Count(),
                Amount = g.Sum(i => i.HasArrived ? i.Amount : 0m),
            }).ToDictionaryAsync(g => g.Key, ct);
        return [.. DesaOf(db, areas, area).Select(desa => new DanaDesaLine(desa, families.GetValueOrDefault(desa.Stored), reached.GetValueOrDefault(desa.Stored))
        {
            Budget = budgets.TryGetValue(desa.Stored, out var budget) ? budget : null,
            Planned = aid.GetValueOrDefault(desa.Stored)?.Planned ?? 0,
            Delivered = aid.GetValueOrDefault(desa.Stored)?.Delivered ?? 0,
            DeliveredAmount = aid.GetValueOrDefault(desa.Stored)?.Amount ?? 0m,
        }).OrderByDescending(line => line.IsWithoutPlan).ThenByDescending(line => line.IsWithoutPlan ? line.FirstDecile : 0).ThenBy(line => line.Village.Stored, StringComparer.Ordinal)];
    }

    /// <summary>The reader's own desa of the area, which may lie around several of them.</summary>
    public static IEnumerable<AreaCode> DesaOf(PortalDbContext db, AreaDirectory areas, AreaCode area) =>
        areas.Villages(area).Where(village => village.VillageKind is VillageKind.Desa && db.Scope.Covers(village.Stored));

    private static IQueryable<Household> FirstDecile(PortalDbContext db, AreaCode area) =>
        db.Households.IgnoreQueryFilters([FilterNames.Duty]).AsNoTracking().In(area).Where(h => h.DecileCode == 1);

    private static Task<Dictionary<string, int>> CountAsync(IQueryable<Household> households, CancellationToken ct)
    {
        var length = AreaCode.LengthAt(AreaLevel.Village);
        return households.GroupBy(h => h.AreaCode.Substring(0, length)).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }
}
