using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Overlapping;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Overlaps;

/// <summary>Which findings are asked for; an address that can be sent on, without a name or number.</summary>
public sealed record OverlapAsk
{
    public const string Path = "/tumpang-tindih", Decided = "diputus";

    [FromQuery(Name = "tahun")]
    public int? Year { get; init; }

    [FromQuery(Name = "wilayah")]
    public string? Area { get; init; }

    [FromQuery(Name = "jenis")]
    public string? Kind { get; init; }

    [FromQuery(Name = "keadaan")]
    public string? State { get; init; }

    public bool OnlyDecided => State == Decided;

    public IReadOnlyList<(string Name, string? Value)> Kept =>
        [("tahun", Year is { } year ? FormattableString.Invariant($"{year}") : null), ("wilayah", Area), ("jenis", Kind), ("keadaan", State)];

    public string Link => PageAddress.Of(Path, Kept);
}

/// <summary>One finding as the list shows it: whose, by which rule, and which OPDs gave what.</summary>
public sealed record OverlapRow(OverlapFinding Finding, Guid Household, string HeadName, IReadOnlyList<string> Given);

/// <summary>The overlaps of a budget year in the own area.</summary>
public sealed record OverlapList(OverlapAsk Ask, int Year, AreaCode? Area, ListAsk ListAsk)
{
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>Before the filter of kind: what the chips count.</summary>
    public IReadOnlyList<OverlapFinding> InArea { get; init; } = [];

    public IReadOnlyList<OverlapFinding> Chosen { get; init; } = [];

    public IReadOnlyList<OverlapRow> Rows { get; init; } = [];

    public IReadOnlyList<OverlapTotal> Totals { get; init; } = [];

    public Paging Paging { get; init; } = Paging.Of(null, 0);

    public ListTools Tools => new(OverlapAsk.Path, ListAsk, "Cari nama kepala keluarga", ("nilai", "Nilai terbesar"), ("wilayah", "Wilayah")) { Kept = Ask.Kept };

    public int Families => Chosen.SelectMany(finding => finding.Pieces).Select(piece => piece.HouseholdId).Distinct().Count();

    /// <summary>Rupiah of the pieces that the findings name, each counted once.</summary>
    public decimal Amount => Chosen.SelectMany(finding => finding.Pieces).DistinctBy(piece => piece.Id).Sum(piece => piece.Amount ?? 0m);

    /// <summary>Villages in which something is found, with their findings and families.</summary>
    public IEnumerable<(AreaCode Village, int Findings, int Families)> ByVillage => Chosen.GroupBy(finding => AreaCode.Parse(finding.AreaCode).AtLevel(AreaLevel.Village))
        .Select(village => (village.Key, village.Count(), village.SelectMany(finding => finding.Pieces).Select(piece => piece.HouseholdId).Distinct().Count())).OrderByDescending(line => line.Item2);

    public static async Task<OverlapList> ForAsync(PortalDbContext db, CountCache cache, OverlapSearch search, OverlapAsk ask, AreaCode? area, ListAsk list, int thisYear, CancellationToken ct)
    {
        var years = await db.AidPrograms.AsNoTracking().Select(program => program.Year).Distinct().OrderByDescending(year => year).ToListAsync(ct);
        var year = ask.Year ?? (years.Contains(thisYear) || years.Count == 0 ? thisYear : years[0]);
        var all = await cache.GetAsync((nameof(OverlapList), year), () => search.OfYearAsync(year, ct), ct);
        var inArea = all.Where(finding => (area is not { } place || finding.AreaCode.StartsWith(place.Stored, StringComparison.Ordinal)) && finding.IsOpen != ask.OnlyDecided).ToList();
        var chosen = ask.Kind is null ? inArea : inArea.FindAll(finding => finding.Kind == ask.Kind);
        var page = new OverlapList(ask, year, area, list) { Years = years, InArea = inArea, Chosen = chosen };
        var sought = list.IsSearch ? await SoughtAsync(db, list, chosen, ct) : chosen;
        var ordered = list.Order is "wilayah" ? sought.OrderBy(finding => finding.AreaCode, StringComparer.Ordinal).ThenBy(finding => finding.HouseholdId) : sought.OrderByDescending(finding => finding.Amount).ThenBy(finding => finding.HouseholdId);
        var paging = list.Paging(sought.Count);
        return page with
        {
            Paging = paging,
            Totals = await OverlapTotal.OfAsync(db, chosen, ct),
            Rows = await RowsAsync(db, [.. ordered.Skip(paging.Skip).Take(paging.PageSize)], ct),
        };
    }

    private static async Task<List<OverlapFinding>> SoughtAsync(PortalDbContext db, ListAsk list, List<OverlapFinding> chosen, CancellationToken ct)
    {
        var ids = chosen.Select(finding => finding.HouseholdId).Distinct().ToList();
        var named = await list.Patterns.Aggregate(db.Households.AsNoTracking().Where(household => ids.Contains(household.Id)),
            (found, word) => found.Where(household => EF.Functions.Like(household.HeadName, word, LikePatterns.Escape))).Select(household => household.Id).ToHashSetAsync(ct);
        return chosen.FindAll(finding => named.Contains(finding.HouseholdId));
    }

    private static async Task<IReadOnlyList<OverlapRow>> RowsAsync(PortalDbContext db, List<OverlapFinding> shown, CancellationToken ct)
    {
        var ids = shown.ConvertAll(finding => finding.HouseholdId);
        var heads = await db.Households.AsNoTracking().Where(household => ids.Contains(household.Id)).Select(household => new { household.Id, household.PublicId, household.HeadName }).ToDictionaryAsync(household => household.Id, ct);
        var programs = await GivenProgram.AllAsync(db, ct);
        return [.. shown.Where(finding => heads.ContainsKey(finding.HouseholdId)).Select(finding => new OverlapRow(finding, heads[finding.HouseholdId].PublicId, heads[finding.HouseholdId].HeadName,
            [.. finding.Pieces.Select(piece => programs[piece.ProgramId].Words(piece))]))];
    }
}

/// <summary>A program beside the OPD that runs it.</summary>
public sealed record GivenProgram(long Id, string Name, string Opd, FundSource FundSource)
{
    /// <summary>"PKH, Dinas Sosial, Triwulan I 2026, Rp750.000".</summary>
    public string Words(AidPiece piece) => $"{Name}, {Opd}, {piece.Period.Label}{(piece.Amount is { } amount ? $", {Domain.Wording.Indonesian.Rupiah(amount)}" : "")}";

    public static Task<Dictionary<long, GivenProgram>> AllAsync(PortalDbContext db, CancellationToken ct) =>
        db.AidPrograms.AsNoTracking().Join(db.Opds, program => program.OpdId, opd => opd.Id, (program, opd) => new GivenProgram(program.Id, program.Name, opd.ShortName, program.FundSource)).ToDictionaryAsync(program => program.Id, ct);
}
