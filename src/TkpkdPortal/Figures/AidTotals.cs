using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;

namespace TkpkdPortal.Figures;

/// <summary>Aid of the programs of one year as it was recorded by an instant: by OPD, strategy, fund source and area.</summary>
public sealed record AidTotals(IReadOnlyList<AidTotal> ByOpd, IReadOnlyList<AidTotal> ByStrategy, IReadOnlyList<AidTotal> ByFundSource, IReadOnlyList<AidTotal> ByArea)
{
    private const string Title = "Bantuan";

    private static readonly FigureColumn[] Columns =
        [new("Tersalur", "KK"), new("Tersalur", "bantuan"), new("Realisasi", "Rp"), new("Direncanakan", "bantuan"), new("Rencana", "Rp")];

    /// <summary>The whole area; a family is counted once, however many programs reach it.</summary>
    public AidTotal Total => new("", ByArea.Sum(a => a.Families), ByArea.Sum(a => a.Pieces), ByArea.Sum(a => a.Realised), ByArea.Sum(a => a.PlannedPieces), ByArea.Sum(a => a.Planned));

    public static async Task<AidTotals> OfAsync(PortalDbContext db, FigureScope scope, int year, CancellationToken ct)
    {
        var (at, length) = (scope.At, AreaCode.LengthAt(scope.SplitLevel));
        // Where a family was helped later is asked past the Area filter; the area itself is the reader's own (FigureScope).
        var aid = db.Interventions.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking().Where(i => i.RecordedAt <= at && db.AidPrograms.Any(p => p.Id == i.ProgramId && p.Year == year));
        var pieces = from i in aid.In(scope.Area)
                     join program in db.AidPrograms on i.ProgramId equals program.Id
                     join opd in db.Opds on program.OpdId equals opd.Id
                     select new Piece
                     {
                         Opd = opd.Name,
                         Strategy = program.Strategy,
                         FundSource = program.FundSource,
                         Area = i.AreaCode.Substring(0, length),
                         HouseholdId = i.HouseholdId,
                         HasArrived = i.ArrivedAt != null && i.ArrivedAt <= at,
                         IsPlan = (i.ArrivedAt == null || i.ArrivedAt > at) && (i.DroppedAt == null || i.DroppedAt > at),
                         Amount = i.Amount ?? 0m,
                     };
        // A family counts where its latest aid was recorded: one that moved would otherwise count twice, and the areas would not add up.
        var reached = await aid.In(scope.Area).Where(i => i.ArrivedAt <= at && !aid.Any(later => later.HouseholdId == i.HouseholdId && later.ArrivedAt <= at && later.Id > i.Id))
            .GroupBy(i => i.AreaCode.Substring(0, length)).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var byArea = await SumAsync(pieces.GroupBy(p => p.Area), key => key, ct);
        return new AidTotals(
            await SumAsync(pieces.GroupBy(p => p.Opd), key => key, ct),
            await SumAsync(pieces.GroupBy(p => p.Strategy), key => AidWords.Strategies.Label(key), ct),
            await SumAsync(pieces.GroupBy(p => p.FundSource), key => AidWords.FundSources.Label(key), ct),
            [.. byArea.Select(area => area with { Families = reached.GetValueOrDefault(area.Key) })]);
    }

    /// <summary>The lines of one grouping as a table; a family that two of them reach stands in both, and once in the total.</summary>
    public FigureTable Table(string lineWord, IReadOnlyList<AidTotal> totals) =>
        new(Title, lineWord, Columns, [.. totals.Select(total => new FigureLine(total.Key, null, total.Values))], Total.Values)
        {
            Note = "KK dihitung sekali dalam setiap baris; keluarga yang menerima dari beberapa baris dihitung sekali dalam jumlah.",
        };

    public FigureTable AreaTable(AreaDirectory areas, AreaCode area)
    {
        var byCode = ByArea.ToDictionary(total => total.Key, StringComparer.Ordinal);
        return new FigureTable(Title, AreaParts.WordBelow(area), Columns,
            [.. AreaParts.Of(areas, area, byCode.Keys).Select(code => AreaParts.Line(areas, area, code, (byCode.GetValueOrDefault(code) ?? AidTotal.None(code)).Values))], Total.Values)
        {
            Note = "Setiap keluarga dihitung sekali, di wilayah tempat bantuan terakhirnya dicatat.",
        };
    }

    private static async Task<IReadOnlyList<AidTotal>> SumAsync<TKey>(IQueryable<IGrouping<TKey, Piece>> groups, Func<TKey, string> label, CancellationToken ct)
    {
        var sums = await groups.Select(g => new
        {
            g.Key,
            Families = g.Where(p => p.HasArrived).Select(p => p.HouseholdId).Distinct().Count(),
            Pieces = g.Count(p => p.HasArrived),
            Realised = g.Sum(p => p.HasArrived ? p.Amount : 0m),
            PlannedPieces = g.Count(p => p.IsPlan),
            Planned = g.Sum(p => p.IsPlan ? p.Amount : 0m),
        }).ToListAsync(ct);
        return [.. sums.Select(s => new AidTotal(label(s.Key), s.Families, s.Pieces, s.Realised, s.PlannedPieces, s.Planned)).OrderBy(total => total.Key, StringComparer.Ordinal)];
    }

    private sealed record Piece
    {
        public required string Opd { get; init; }

        public AidStrategy Strategy { get; init; }

        public FundSource FundSource { get; init; }

        public required string Area { get; init; }

        public long HouseholdId { get; init; }

        public bool HasArrived { get; init; }

        public bool IsPlan { get; init; }

        public decimal Amount { get; init; }
    }
}

/// <summary>Families reached (KK), pieces of aid and rupiah that have arrived, and what is planned.</summary>
public sealed record AidTotal(string Key, int Families, int Pieces, decimal Realised, int PlannedPieces, decimal Planned)
{
    public IReadOnlyList<decimal?> Values => [Families, Pieces, Realised, PlannedPieces, Planned];

    public static AidTotal None(string key) => new(key, 0, 0, 0m, 0, 0m);
}
