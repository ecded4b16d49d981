using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Security;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Quality.Villages;

/// <summary>Which villages, and in which order.</summary>
public sealed record VillagesAsk
{
    public const string ByIncomplete = "kelengkapan", ByFaulty = "keabsahan", ByDifferent = "keselarasan", ByStale = "kemutakhiran";

    [FromQuery(Name = "wilayah")]
    public string? Area { get; init; }

    [FromQuery(Name = "urut")]
    public string? Order { get; init; }

    [FromQuery(Name = "halaman")]
    public int? Page { get; init; }

    /// <summary>The orders that can be asked for: those with most to do first.</summary>
    public static IReadOnlyList<(string? Key, string Label)> Orders => [(null, "wilayah"), (ByIncomplete, "paling banyak kurang"), (ByFaulty, "paling banyak keliru"), (ByDifferent, "paling banyak berbeda"), (ByStale, "paling banyak kabar lama")];

    public bool IsIn(string? order) => (Orders.Any(one => one.Key == Order) ? Order : null) == order;

    public string Link(string? order = null, int? page = null)
    {
        string[] parts = [.. string.IsNullOrEmpty(Area) ? Array.Empty<string>() : [$"wilayah={Uri.EscapeDataString(Area)}"], .. order is null ? Array.Empty<string>() : [$"urut={order}"], .. page is > 1 ? [$"halaman={page}"] : Array.Empty<string>()];
        return "/kualitas-data/kelurahan" + (parts.Length == 0 ? "" : "?" + string.Join('&', parts));
    }
}

/// <summary>The four measures of a village; the agreement where two sources can be compared.</summary>
public sealed record VillageLine(AreaCode Village, QualityPart Counts, AgreementPart? Agreement)
{
    /// <summary>Each with the list of what is left to do.</summary>
    public IReadOnlyList<Measure> Measures => MeasuresOf(Counts, Agreement, Village);

    public static IReadOnlyList<Measure> MeasuresOf(QualityPart counts, AgreementPart? agreement, AreaCode area) => MeasuresOf(counts, agreement, new WorkList(area), Villages.Agreement.List(area));

    private static IReadOnlyList<Measure> MeasuresOf(QualityPart counts, AgreementPart? agreement, WorkList list, string differences) =>
    [
        new("Kelengkapan", counts.Households - counts.Incomplete, counts.Households, list.Incomplete, "belum lengkap"),
        new("Keabsahan", counts.Households - counts.Faulty, counts.Households, list.Faulty, "ada yang keliru"),
        new("Keselarasan", agreement?.Alike, agreement?.Households ?? 0, differences, "berbeda"),
        new("Kemutakhiran", counts.Households - counts.Stale, counts.Households, list.Stale, "kabarnya lama"),
    ];
}

/// <summary>"12 dari 40 KK": how many are as they should be, of how many, and the list of the others; without a count where nothing can be compared.</summary>
public sealed record Measure(string Name, int? Good, int Of, string? List, string LeftWord)
{
    public int Left => Of - (Good ?? Of);
}

/// <summary>How good the data of each village are, in KK of the register, as far as the reader sees them.</summary>
public sealed record VillagesPage(AreaCode Area, VillagesAsk Ask, IReadOnlyList<VillageLine> Lines, Paging Paging, VillageLine Total, Agreement? Agreement, string Source)
{
    private const int PageSize = 30;

    /// <summary>What the list can be narrowed to.</summary>
    public required IReadOnlyList<AreaCode> Parts { get; init; }

    /// <summary>Null for an area that is not the own.</summary>
    public static async Task<VillagesPage?> ForAsync(PortalDbContext db, ActingUser user, CountCache counts, AreaDirectory areas, VillagesAsk ask, DateOnly today, CancellationToken ct)
    {
        var home = user.HomeOf(Permission.ViewDataQuality);
        var area = string.IsNullOrEmpty(ask.Area) ? home : areas.TryFind(ask.Area, out var found) && home.Contains(found.Value) && found.Value.Level <= AreaLevel.Village ? found : null;
        if (area is not { } shown)
            return null;
        var parts = await counts.GetAsync(("kualitas", shown, AreaLevel.Village, today), () => QualityCounts.ByAreaAsync(db, shown, AreaLevel.Village, today, ct), ct);
        var agreement = await Agreement.OfAsync(db, counts, ct);
        var (byCode, alike) = (parts.ToDictionary(part => part.AreaCode, StringComparer.Ordinal), agreement?.ByVillage());
        var lines = Ordered(areas.Villages(shown).Where(village => user.CanAt(Permission.ViewDataQuality, village.Stored))
            .Select(village => new VillageLine(village, byCode.GetValueOrDefault(village.Stored) ?? QualityPart.Sum(village.Stored, []), alike is null ? null : alike.GetValueOrDefault(village.Stored) ?? AgreementPart.Sum(village.Stored, []))), ask.Order).ToList();
        var paging = Paging.Of(ask.Page, lines.Count, PageSize);
        return new VillagesPage(shown, ask, [.. lines.Skip(paging.Skip).Take(paging.PageSize)], paging,
            new VillageLine(shown, QualityPart.Sum(shown.Stored, parts), agreement is null ? null : AgreementPart.Sum(shown.Stored, lines.Select(line => line.Agreement!))), agreement, await RegisterSource.OfAsync(db, ct))
        {
            Parts = home.Level < AreaLevel.District ? [.. areas.Children(home)] : [],
        };
    }

    private static IEnumerable<VillageLine> Ordered(IEnumerable<VillageLine> lines, string? order) => order switch
    {
        VillagesAsk.ByIncomplete => lines.OrderByDescending(line => line.Counts.Incomplete),
        VillagesAsk.ByFaulty => lines.OrderByDescending(line => line.Counts.Faulty),
        VillagesAsk.ByDifferent => lines.OrderByDescending(line => line.Agreement?.Different),
        VillagesAsk.ByStale => lines.OrderByDescending(line => line.Counts.Stale),
        _ => lines,
    };
}

/// <summary>Where the register's figures come from: the newest release of each list that ranks families.</summary>
public static class RegisterSource
{
    public static async Task<string> OfAsync(PortalDbContext db, CancellationToken ct)
    {
        var newest = (await ReleasePair.AllAsync(db, ct)).Where(release => release.List is SourceList.P3ke or SourceList.Dtsen).GroupBy(release => release.List).Select(list => list.First()).ToList();
        return newest.Count == 0 ? "register keluarga" : $"register keluarga, dari daftar {Indonesian.List([.. newest.Select(release => $"{release.Title} (rilis {Indonesian.Date(release.ReleasedOn)})")])} dan kunjungan";
    }
}
