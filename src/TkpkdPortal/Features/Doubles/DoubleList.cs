using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Proposing;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Doubles;

/// <summary>Which pairs are looked at: how far, where, of which kind, how alike.</summary>
public sealed record DoubleFilter
{
    [FromQuery(Name = "keadaan")]
    public DoubleState? State { get; init; }

    [FromQuery(Name = "wilayah")]
    public string? Area { get; init; }

    [FromQuery(Name = "jenis")]
    public DoubleKind? Kind { get; init; }

    [FromQuery(Name = "skor")]
    public int? Score { get; init; }

    public DoubleState Shown => State ?? DoubleState.Waiting;

    public IReadOnlyList<(string Name, string? Value)> Kept => [("keadaan", State?.ToString()), ("wilayah", Area), ("jenis", Kind?.ToString()), ("skor", Score is { } score ? FormattableString.Invariant($"{score}") : null)];

    public string At(string path) => PageAddress.Of(path, Kept);
}

/// <summary>Pairs of families that may be one, those that are most alike first.</summary>
public sealed record DoubleList(DoubleFilter Filter, AreaCode? Area, ListAsk Ask, IReadOnlyList<DoubleRow> Rows, Paging Paging)
{
    public const string Path = "/kualitas-data/ganda";

    /// <summary>Only these scores are offered as a filter: from here on nearly every pair is one family.</summary>
    public const int Sure = 90;

    public ListTools Tools => new(Path, Ask, "Cari nama kepala keluarga", ("skor", "Paling mirip"), ("baru", "Baru ditemukan"), ("wilayah", "Wilayah")) { Kept = Filter.Kept };

    public required IReadOnlyDictionary<DoubleState, int> States { get; init; }

    public required IReadOnlyDictionary<DoubleKind, int> Kinds { get; init; }

    /// <summary>Persons (jiwa) in the families of the pairs that are shown, as far as they are the own.</summary>
    public required int Persons { get; init; }

    public required IReadOnlyList<Choice> Villages { get; init; }

    public DoubleSearch? Search { get; init; }

    public static async Task<DoubleList> ForAsync(PortalDbContext db, AreaDirectory areas, DoubleFilter filter, AreaCode? area, ListAsk ask, CancellationToken ct)
    {
        var placed = area is { } place ? db.DoublePairs.In(place) : db.DoublePairs;
        var states = await placed.GroupBy(pair => pair.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        var shown = placed.Where(pair => pair.State == filter.Shown);
        var kinds = await shown.GroupBy(pair => pair.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        if (filter.Kind is { } kind)
            shown = shown.Where(pair => pair.Kind == kind);
        if (filter.Score is { } least)
            shown = shown.Where(pair => pair.Score >= least);
        // A name is sought among the families of the own area alone.
        shown = ask.Patterns.Aggregate(shown, (found, word) => found.Where(pair => db.Households.Any(h => (h.Id == pair.FirstId || h.Id == pair.SecondId) && EF.Functions.Like(h.HeadName, word, LikePatterns.Escape))));
        var paging = ask.Paging(await shown.CountAsync(ct));
        var pairs = await Ordered(shown, ask.Order).AsNoTracking().Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct);
        return new DoubleList(filter, area, ask, await DoubleRow.OfAsync(db, pairs, ct), paging)
        {
            States = states,
            Kinds = kinds,
            Persons = await db.Households.Where(h => shown.Any(pair => pair.FirstId == h.Id || pair.SecondId == h.Id)).SumAsync(h => h.MemberCount, ct),
            Villages = await VillagesAsync(db, areas, filter.Shown, ct),
            Search = await db.DoubleSearches.AsNoTracking().OrderByDescending(search => search.Id).FirstOrDefaultAsync(ct),
        };
    }

    private static async Task<IReadOnlyList<Choice>> VillagesAsync(PortalDbContext db, AreaDirectory areas, DoubleState state, CancellationToken ct)
    {
        var codes = await db.DoublePairs.Where(pair => pair.State == state).Select(pair => pair.FirstAreaCode).Union(db.DoublePairs.Where(pair => pair.State == state).Select(pair => pair.SecondAreaCode)).ToListAsync(ct);
        return [.. codes.Where(db.Scope.Covers).Select(code => AreaCode.Parse(code).AtLevel(AreaLevel.Village)).Distinct().OrderBy(areas.NameOf).Select(village => new Choice(village.Official, areas.TitleOf(village)))];
    }

    private static IOrderedQueryable<DoublePair> Ordered(IQueryable<DoublePair> pairs, string? order) => order switch
    {
        "baru" => pairs.OrderByDescending(pair => pair.Id),
        "wilayah" => pairs.OrderBy(pair => pair.FirstAreaCode).ThenBy(pair => pair.Id),
        _ => pairs.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Id),
    };
}

/// <summary>One family of a pair as a list shows it; of another area only initials and the village.</summary>
public sealed record DoubleName(string HeadName, AreaCode Village, int? MemberCount, bool IsOwn);

public sealed record DoubleRow(DoublePair Pair, DoubleName First, DoubleName Second)
{
    public static async Task<IReadOnlyList<DoubleRow>> OfAsync(PortalDbContext db, IReadOnlyList<DoublePair> pairs, CancellationToken ct)
    {
        var ids = pairs.SelectMany(pair => new[] { pair.FirstId, pair.SecondId }).Distinct().ToList();
        var households = await db.Households.IgnoreQueryFilters([FilterNames.Area, FilterNames.Open]).AsNoTracking().Where(h => ids.Contains(h.Id))
            .Select(h => new { h.Id, h.HeadName, h.AreaCode, h.MemberCount }).ToDictionaryAsync(h => h.Id, ct);
        return [.. pairs.Where(pair => households.ContainsKey(pair.FirstId) && households.ContainsKey(pair.SecondId)).Select(pair => new DoubleRow(pair, NameOf(pair.FirstId), NameOf(pair.SecondId)))];

        DoubleName NameOf(long id)
        {
            var (household, isOwn) = (households[id], db.Scope.Covers(households[id].AreaCode));
            return new DoubleName(isOwn ? household.HeadName : SimilarHousehold.InitialsOf(household.HeadName), AreaCode.Parse(household.AreaCode).AtLevel(AreaLevel.Village), isOwn ? household.MemberCount : null, isOwn);
        }
    }
}
