using TkpkdPortal.Comparing;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>A field or a place with its families (KK) that differ there, those that differ much, and for a place those that both sources name.</summary>
public sealed record PackDifferenceLine(string Name, int InBoth, int Families, int Large);

/// <summary>Ketidakselarasan: where two sources disagree about the same families (KK), as far as nobody has decided. The second is null where there is nothing to compare with.</summary>
public sealed record PackDifferences(string First, string? Second, int InBoth, int Differing, IReadOnlyList<PackDifferenceLine> ByField, IReadOnlyList<PackDifferenceLine> ByDistrict)
{
    public static async Task<PackDifferences> OfAsync(PortalDbContext db, CountCache cache, AreaDirectory areas, CancellationToken ct)
    {
        if (await NewestSources.OfAsync(db, ct) is not { } sources)
            return new PackDifferences("", null, 0, 0, [], []);
        var counts = await KeptCounts.OfAsync(db, cache, sources, ct);
        var all = FieldValues.Compared.Aggregate(HouseholdField.None, (fields, field) => fields | field);
        var districts = counts.Groups.Select(group => group.AreaCode[..AreaCode.DistrictLength]).Distinct().Order(StringComparer.Ordinal);
        return new PackDifferences(TitleOf(sources.First), TitleOf(sources.Second), counts.InBoth(), counts.Of(all),
            [.. FieldValues.Compared.Select(field => new PackDifferenceLine(FieldValues.Word(field), 0, counts.Of(field), counts.Of(field, largeOnly: true))).Where(line => line.Families > 0).OrderByDescending(line => line.Families)],
            [.. districts.Select(district => LineOf(areas.NameOf(district), counts, all, area => area.StartsWith(district, StringComparison.Ordinal)))]);
    }

    private static PackDifferenceLine LineOf(string name, MisalignmentCounts counts, HouseholdField all, Func<string, bool> isThere) =>
        new(name, counts.InBoth(isThere), counts.Of(all, largeOnly: false, isThere), counts.Of(all, largeOnly: true, isThere));

    // Without a day for the register: the source line below the table names it, and a sentence does not change with it.
    private static string TitleOf(ComparedSource source) => source.Release is { } release ? $"{release.Title} (rilis {Indonesian.Date(release.ReleasedOn)})" : FieldValues.Word(null).ToLower(System.Globalization.CultureInfo.InvariantCulture);
}
