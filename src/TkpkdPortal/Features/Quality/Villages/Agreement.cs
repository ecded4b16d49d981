using TkpkdPortal.Access;
using TkpkdPortal.Comparing;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;

namespace TkpkdPortal.Features.Quality.Villages;

/// <summary>Of how many families the two newest releases say the same, in KK, by the place that the first of them has.</summary>
public sealed record Agreement(ListRelease First, ListRelease Second, IReadOnlyList<AgreementPart> Parts)
{
    /// <summary>The one place that knows what is compared; null where there are no two releases.</summary>
    public static async Task<Agreement?> OfAsync(PortalDbContext db, ActingUser user, CountCache counts, CancellationToken ct)
    {
        if (ReleasePair.Default(await ReleasePair.AllAsync(db, ct)) is not { } pair)
            return null;
        var compared = await ReleasePair.ComparedAsync(db, counts, pair.First, pair.Second, ct);
        return await counts.GetAsync((nameof(Agreement), pair.First.Id, pair.Second.Id), () => Task.FromResult(Of(compared, user)), ct);
    }

    /// <summary>An area's own part of it.</summary>
    public AgreementPart In(AreaCode area) => AgreementPart.Sum(area.Stored, Parts.Where(part => part.AreaCode.StartsWith(area.Stored, StringComparison.Ordinal)));

    /// <summary>The same of every village that has such families.</summary>
    public IReadOnlyDictionary<string, AgreementPart> ByVillage() => Parts.GroupBy(part => part.AreaCode[..Math.Min(part.AreaCode.Length, AreaCode.VillageLength)], StringComparer.Ordinal)
        .ToDictionary(village => village.Key, village => AgreementPart.Sum(village.Key, village), StringComparer.Ordinal);

    /// <summary>The same of each RT of a village; a family without one stands under the village.</summary>
    public IEnumerable<AgreementPart> Neighbourhoods(AreaCode village) => Parts.Where(part => part.AreaCode.StartsWith(village.Stored, StringComparison.Ordinal));

    /// <summary>Those of a village that the first release has in no RT.</summary>
    public AgreementPart WithoutRt(AreaCode village) => AgreementPart.Sum(village.Stored, Neighbourhoods(village).Where(part => part.AreaCode.Length < AreaCode.RtLength));

    /// <summary>The families of an area that differ, each difference on a line; of one kind a line is a family.</summary>
    public string List(AreaCode area, DifferenceKind? kind = null) => new ComparisonAsk().Link(First, Second, kind, area.Stored, families: true);

    private static Agreement Of(ComparedReleases compared, ActingUser user) => new(compared.First, compared.Second,
        [.. compared.OwnOf(user).Where(difference => difference.Kind is not (DifferenceKind.Left or DifferenceKind.Entered)).GroupBy(difference => difference.Family.AreaCode, StringComparer.Ordinal)
            .OrderBy(area => area.Key, StringComparer.Ordinal).Select(area => AgreementPart.Of(area.Key, [.. area]))]);
}

/// <summary>Families of an area that both releases have, those that differ, and in what; a family counts once for each kind.</summary>
public sealed record AgreementPart(string AreaCode, int Households, int Different, IReadOnlyDictionary<DifferenceKind, int> Kinds)
{
    public int Alike => Households - Different;

    public static AgreementPart Of(string areaCode, IReadOnlyList<ListDifference> differences) => new(areaCode,
        differences.Select(difference => difference.Family.Id).Distinct(StringComparer.Ordinal).Count(),
        differences.Where(difference => difference.Kind is not DifferenceKind.Same).Select(difference => difference.Family.Id).Distinct(StringComparer.Ordinal).Count(),
        differences.Where(difference => difference.Kind is not DifferenceKind.Same).GroupBy(difference => difference.Kind)
            .ToDictionary(kind => kind.Key, kind => kind.Select(difference => difference.Family.Id).Distinct(StringComparer.Ordinal).Count()));

    public static AgreementPart Sum(string areaCode, IEnumerable<AgreementPart> parts)
    {
        var all = parts.ToList();
        return new AgreementPart(areaCode, all.Sum(part => part.Households), all.Sum(part => part.Different),
            all.SelectMany(part => part.Kinds).GroupBy(kind => kind.Key).ToDictionary(kind => kind.Key, kind => kind.Sum(part => part.Value)));
    }
}
