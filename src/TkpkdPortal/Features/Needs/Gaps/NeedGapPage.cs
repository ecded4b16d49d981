using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Figures;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Needs.Gaps;

/// <summary>Which year, area and OPD are asked for.</summary>
public sealed record NeedGapAsk
{
    public const string Path = "/kebutuhan";

    [FromQuery(Name = "tahun")]
    public int? Year { get; init; }

    [FromQuery(Name = "wilayah")]
    public string? Area { get; init; }

    [FromQuery(Name = "opd")]
    public Guid? Opd { get; init; }

    public string Link => PageAddress.Of(Path, [("tahun", Year?.ToString(CultureInfo.InvariantCulture)), ("wilayah", Area), ("opd", Opd?.ToString())]);
}

/// <summary>What one household's need costs to meet: the mean of the unit costs that the year's programs state, and of how many programs.</summary>
public sealed record NeedCost(decimal Amount, int Programs);

/// <summary>An OPD with the needs that are its duty.</summary>
public sealed record DutyHolder(Guid Id, string Name, Need Duty);

/// <summary>Needs of an area against the aid of a budget year: in KK and rupiah, by need, OPD and place.</summary>
public sealed record NeedGapPage(NeedGapAsk Ask, int Year, AreaCode Area)
{
    public IReadOnlyList<int> Years { get; init; } = [];

    public NeedTally Total { get; init; } = new();

    /// <summary>The parts of the area, the level below it; a village has none.</summary>
    public IReadOnlyList<(AreaCode Area, NeedTally Tally)> Parts { get; init; } = [];

    public IReadOnlyList<DutyHolder> Opds { get; init; } = [];

    public DutyHolder? Opd { get; init; }

    public IReadOnlyDictionary<Need, NeedCost> Costs { get; init; } = new Dictionary<Need, NeedCost>();

    /// <summary>Households that stand on no list: they were proposed and accepted.</summary>
    public int OnNoList { get; init; }

    public IReadOnlyList<Need> Needs => [.. NeedWords.Of(Opd?.Duty ?? (Need)~0)];

    /// <summary>Rupiah to meet what nobody gives or plans; null where no program of the year states a unit cost.</summary>
    public decimal? CostOf(Need need) => Costs.TryGetValue(need, out var cost) ? cost.Amount * Total.Of(need, NeedAid.Nobody) : null;

    public int Sum(NeedTally tally, Need duty, NeedAid state) => NeedWords.Of(duty).Sum(need => tally.Of(need, state));

    public string NamesOf(Need need, NeedAid state) => FormattableString.Invariant($"/keluarga?wilayah={Area.Official}&kebutuhan={need}&bantuan={state}&tahun={Year}");

    public static async Task<NeedGapPage> ForAsync(PortalDbContext db, NeedTallies tallies, NeedGapAsk ask, AreaCode area, int thisYear, CancellationToken ct)
    {
        var year = ask.Year ?? thisYear;
        var duty = db.Scope.IsDutyBound ? db.Scope.OpdId : 0;
        var opds = await db.Opds.AsNoTracking().Where(opd => opd.Duty != Need.None && (duty == 0 || opd.Id == duty)).OrderBy(opd => opd.Name).Select(opd => new DutyHolder(opd.PublicId, opd.Name, opd.Duty)).ToListAsync(ct);
        var villages = await tallies.OfAsync(year, area, ct);
        var total = new NeedTally();
        foreach (var village in villages.Values)
            total.Add(village);
        return new NeedGapPage(ask, year, area)
        {
            Years = [.. (await db.AidPrograms.AsNoTracking().Select(program => program.Year).Distinct().ToListAsync(ct)).Append(thisYear).Append(year).Distinct().OrderDescending()],
            Total = total,
            Parts = PartsOf(area, villages),
            Opds = opds,
            // Whoever is bound by duty sees the own needs alone.
            Opd = duty > 0 ? opds.SingleOrDefault() ?? new DutyHolder(Guid.Empty, "OPD Anda", Need.None) : opds.Find(opd => opd.Id == ask.Opd),
            Costs = await CostsAsync(db, year, ct),
            OnNoList = await db.Households.In(area).CountAsync(household => !db.ListKeys.Any(key => key.HouseholdId == household.Id), ct),
        };
    }

    private static IReadOnlyList<(AreaCode, NeedTally)> PartsOf(AreaCode area, IReadOnlyDictionary<string, NeedTally> villages)
    {
        if (area.Level >= AreaLevel.Village)
            return [];
        var parts = new SortedDictionary<string, NeedTally>(StringComparer.Ordinal);
        foreach (var (village, tally) in villages)
        {
            var part = AreaCode.Parse(village).AtLevel(area.Level + 1).Stored;
            if (!parts.TryGetValue(part, out var sum))
                parts[part] = sum = new NeedTally();
            sum.Add(tally);
        }
        return [.. parts.Select(part => (AreaCode.Parse(part.Key), part.Value)).OrderByDescending(part => part.Value.UnmetNeeds)];
    }

    private static async Task<IReadOnlyDictionary<Need, NeedCost>> CostsAsync(PortalDbContext db, int year, CancellationToken ct)
    {
        var programs = await db.AidPrograms.AsNoTracking().Where(program => program.Year == year && program.UnitCost != null).Select(program => new { program.Needs, Cost = program.UnitCost!.Value }).ToListAsync(ct);
        return NeedWords.Of((Need)~0).Select(need => (Need: need, Costs: programs.Where(program => program.Needs.HasFlag(need)).Select(program => program.Cost).ToList()))
            .Where(one => one.Costs.Count > 0).ToDictionary(one => one.Need, one => new NeedCost(decimal.Round(one.Costs.Average()), one.Costs.Count));
    }
}
