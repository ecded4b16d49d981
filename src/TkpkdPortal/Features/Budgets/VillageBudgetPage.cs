using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Budgets;

/// <summary>The villages of one kecamatan with what a program may spend there, and what all villages together have of its ceiling.</summary>
public sealed record VillageBudgetPage(AidProgram Program, AreaCode District, VillageBudgetForm Form)
{
    public IReadOnlyList<DistrictBudget> Districts { get; init; } = [];

    /// <summary>Rupiah that has arrived in a village, by its code.</summary>
    public IReadOnlyDictionary<string, decimal> Delivered { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Kelurahan of the kecamatan that the money does not reach.</summary>
    public IReadOnlyList<AreaCode> Unreachable { get; init; } = [];

    public decimal Allotted => Districts.Sum(district => district.Amount);

    public static async Task<VillageBudgetPage> ForAsync(PortalDbContext db, AreaDirectory areas, AidProgram program, AreaCode office, AreaCode district, VillageBudgetForm? typed, bool isRefused, CancellationToken ct)
    {
        var kept = await db.VillageBudgets.AsNoTracking().Where(budget => budget.ProgramId == program.Id).ToListAsync(ct);
        var villages = areas.Villages(district).ToLookup(village => program.CanReach(village, "").IsAccepted);
        return new VillageBudgetPage(program, district, FormOf(district, [.. villages[true]], kept, typed, isRefused))
        {
            Districts = [.. DistrictsOf(areas, office).Select(one => new DistrictBudget(one, kept.Where(budget => one.Contains(AreaCode.Parse(budget.AreaCode))).Sum(budget => budget.Amount)))],
            Delivered = await VillageBudgetDesk.DeliveredAsync(db, program.Id, ct),
            Unreachable = [.. villages[false]],
        };
    }

    public static IEnumerable<AreaCode> DistrictsOf(AreaDirectory areas, AreaCode office) => areas.Villages(office).Select(village => village.AtLevel(AreaLevel.District)).Distinct();

    // What was typed stays. After a refusal the version is that of the stored budget: it has been told, so that saving once more is meant.
    private static VillageBudgetForm FormOf(AreaCode district, List<AreaCode> villages, List<VillageBudget> kept, VillageBudgetForm? typed, bool isRefused)
    {
        var stored = kept.ToDictionary(budget => budget.AreaCode, StringComparer.Ordinal);
        var entries = typed?.Rows.Where(row => AreaCode.TryParse(row.Village, out var village) && district.Contains(village)).DistinctBy(row => AreaCode.Parse(row.Village!).Stored)
            .ToDictionary(row => AreaCode.Parse(row.Village!).Stored, StringComparer.Ordinal) ?? [];
        return new VillageBudgetForm
        {
            Area = district.Official,
            Rows = [.. villages.Select(village =>
            {
                var budget = stored.GetValueOrDefault(village.Stored);
                return entries.TryGetValue(village.Stored, out var entry)
                    ? new VillageBudgetEntry { Village = village.Official, Amount = entry.Amount, Source = entry.Source, Version = isRefused ? budget?.Version : entry.Version }
                    : new VillageBudgetEntry { Village = village.Official, Amount = budget is null ? null : Indonesian.Rupiah(budget.Amount)[2..], Source = budget?.Source, Version = budget?.Version };
            })],
        };
    }
}

/// <summary>What the villages of a kecamatan have together of a program's money.</summary>
public sealed record DistrictBudget(AreaCode District, decimal Amount);
