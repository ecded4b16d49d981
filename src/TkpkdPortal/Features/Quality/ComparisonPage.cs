using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Comparing;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Security;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Quality;

/// <summary>Which two releases, and which families of their comparison; an address that can be sent on, without a name or number.</summary>
public sealed class ComparisonAsk
{
    [FromQuery(Name = "a")]
    public Guid? First { get; set; }

    [FromQuery(Name = "b")]
    public Guid? Second { get; set; }

    [FromQuery(Name = "jenis")]
    public DifferenceKind? Kind { get; set; }

    [FromQuery(Name = "wilayah")]
    public string? Area { get; set; }

    [FromQuery(Name = "halaman")]
    public int? Page { get; set; }

    public string Link(ListRelease first, ListRelease second, DifferenceKind? kind = null, string? area = null, int? page = null, bool families = false) =>
        $"/kualitas-data/banding{(families ? "/keluarga" : "")}?a={first.PublicId}&b={second.PublicId}{(kind is { } k ? $"&jenis={k}" : "")}{(area is null ? "" : $"&wilayah={area.TrimEnd('.')}")}{(page is > 1 ? $"&halaman={page}" : "")}";
}

/// <summary>Finds the releases that are asked for, and compares them once for all who ask until anything is saved.</summary>
internal static class ReleasePair
{
    public static Task<List<ListRelease>> AllAsync(PortalDbContext db, CancellationToken ct) =>
        db.ListReleases.AsNoTracking().OrderBy(release => release.List).ThenByDescending(release => release.ReleasedOn).ThenByDescending(release => release.Id).ToListAsync(ct);

    /// <summary>The newest of the two lists that are there, else the two newest of the one.</summary>
    public static (ListRelease First, ListRelease Second)? Default(IReadOnlyList<ListRelease> releases)
    {
        var newest = releases.GroupBy(release => release.List).Select(list => list.First()).OrderBy(release => release.List).ToList();
        return newest.Count > 1 ? (newest[0], newest[1]) : releases.Count > 1 ? (releases[1], releases[0]) : null;
    }

    public static (ListRelease First, ListRelease Second)? Of(IReadOnlyList<ListRelease> releases, ComparisonAsk ask) =>
        releases.FirstOrDefault(release => release.PublicId == ask.First) is { } first && releases.FirstOrDefault(release => release.PublicId == ask.Second) is { } second && first != second
            ? (first, second) : null;

    public static Task<ComparedReleases> ComparedAsync(PortalDbContext db, CountCache counts, ListRelease first, ListRelease second, CancellationToken ct) =>
        counts.GetAsync((nameof(ComparedReleases), first.Id, second.Id), () => ComparedReleases.OfAsync(db, first, second, ct), ct);

    public static IEnumerable<ListDifference> OwnOf(this ComparedReleases compared, ActingUser user) =>
        compared.Differences([.. user.AreasOf(Permission.ViewDataQuality).Select(AreaRange.Of)]);

    public static ComparisonTally TallyFor(this ComparedReleases compared, ActingUser user) => ComparisonTally.Of(compared.First, compared.Second, [.. compared.OwnOf(user)]);
}

/// <summary>Families of the own area by kind and village, in KK. A family counts once for each kind in which it differs, and once as different.</summary>
public sealed record ComparisonTally(ListRelease First, ListRelease Second, IReadOnlyList<(DifferenceKind Kind, int Households)> Kinds, IReadOnlyList<VillageTally> Villages)
{
    public int Households => Villages.Sum(village => village.InBoth);

    public int Different => Villages.Sum(village => village.Different);

    public static ComparisonTally Of(ListRelease first, ListRelease second, List<ListDifference> differences) => new(first, second,
        [.. differences.CountBy(difference => difference.Kind).OrderBy(count => count.Key).Select(count => (count.Key, count.Value))],
        [.. differences.GroupBy(difference => difference.Family.Village, StringComparer.Ordinal).OrderBy(village => village.Key, StringComparer.Ordinal).Select(village => VillageTally.Of(village.Key, [.. village]))]);
}

public sealed record VillageTally(string AreaCode, int InBoth, int Different, int Left, int Entered)
{
    public static VillageTally Of(string areaCode, IReadOnlyList<ListDifference> differences)
    {
        var both = differences.Where(difference => difference.Kind is not (DifferenceKind.Left or DifferenceKind.Entered)).GroupBy(difference => difference.Family.Id, StringComparer.Ordinal).ToList();
        return new VillageTally(areaCode, both.Count, both.Count(family => family.Any(difference => difference.Kind is not DifferenceKind.Same)),
            differences.Count(difference => difference.Kind is DifferenceKind.Left), differences.Count(difference => difference.Kind is DifferenceKind.Entered));
    }
}

/// <summary>The comparison as its page shows it; without one where fewer than two releases are there.</summary>
public sealed record ComparisonPage(IReadOnlyList<ListRelease> Releases, ComparisonAsk Ask, ComparisonTally? Tally)
{
    /// <summary>Two were asked for that cannot be compared: the same twice, or one that is not there.</summary>
    public bool IsRefused => Tally is null && Ask.First is not null;

    public static async Task<ComparisonPage> ForAsync(PortalDbContext db, ActingUser user, CountCache counts, ComparisonAsk ask, CancellationToken ct)
    {
        var releases = await ReleasePair.AllAsync(db, ct);
        var pair = ask.First is null && ask.Second is null ? ReleasePair.Default(releases) : ReleasePair.Of(releases, ask);
        return new ComparisonPage(releases, ask, pair is { } two ? (await ReleasePair.ComparedAsync(db, counts, two.First, two.Second, ct)).TallyFor(user) : null);
    }
}

/// <summary>One family behind a number: what the first release says and what the second, and whether it is being helped now.</summary>
public sealed record ComparedFamilyLine(ListDifference Difference, Guid? Household, bool HasAid);

public sealed record ComparedFamiliesPage(ListRelease First, ListRelease Second, ComparisonAsk Ask, AreaCode? Area, IReadOnlyList<ComparedFamilyLine> Lines, Paging Paging)
{
    public static async Task<ComparedFamiliesPage?> ForAsync(PortalDbContext db, ActingUser user, CountCache counts, AreaDirectory areas, ComparisonAsk ask, int year, CancellationToken ct)
    {
        if (ReleasePair.Of(await ReleasePair.AllAsync(db, ct), ask) is not { } pair)
            return null;
        AreaCode? area = areas.TryFind(ask.Area, out var found) ? found : null;
        if (ask.Area is not null && area is null)
            return null;
        var differences = (await ReleasePair.ComparedAsync(db, counts, pair.First, pair.Second, ct)).OwnOf(user)
            .Where(difference => (ask.Kind is null ? difference.Kind is not DifferenceKind.Same : difference.Kind == ask.Kind) && area?.Contains(AreaCode.Parse(difference.Family.AreaCode)) is not false)
            .OrderBy(difference => difference.Family.Village, StringComparer.Ordinal).ThenBy(difference => difference.Family.Head.Name, StringComparer.Ordinal).ThenBy(difference => difference.Family.Id, StringComparer.Ordinal)
            .ThenBy(difference => difference.Kind).ToList();
        var paging = Paging.Of(ask.Page, differences.Count);
        var shown = differences.Skip(paging.Skip).Take(paging.PageSize).ToList();
        var ids = shown.Select(difference => difference.Family.HouseholdId).Distinct().ToList();
        var households = await db.Households.AsNoTracking().Where(household => ids.Contains(household.Id))
            .Select(household => new { household.Id, household.PublicId, HasAid = db.Interventions.Any(aid => aid.HouseholdId == household.Id && aid.Period.Year == year && aid.State != InterventionState.Cancelled && aid.State != InterventionState.NotDelivered) })
            .ToDictionaryAsync(household => household.Id, ct);
        return new ComparedFamiliesPage(pair.First, pair.Second, ask, area,
            [.. shown.Select(difference => households.TryGetValue(difference.Family.HouseholdId, out var household) ? new ComparedFamilyLine(difference, household.PublicId, household.HasAid) : new ComparedFamilyLine(difference, null, false))], paging);
    }

    public string Title => Ask.Kind is { } kind ? DifferenceKinds.Words.Label(kind) : "Semua perbedaan";

    public string Words(ListDifference difference, AreaDirectory areas, bool isSecond)
    {
        var text = isSecond ? difference.To : difference.From;
        return difference.Kind switch
        {
            DifferenceKind.Moved => areas.NameOf(AreaCode.Parse(text)),
            DifferenceKind.DecileUp or DifferenceKind.DecileDown => $"desil {text}",
            DifferenceKind.MembersAdded or DifferenceKind.MembersGone or DifferenceKind.Split => $"{text} jiwa",
            _ => text.Length == 0 ? "–" : text,
        };
    }
}
