using TkpkdPortal.Comparing;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Features.Quality.Misalignments;

namespace TkpkdPortal.Features.Quality.Villages;

/// <summary>Of how many families two sources say the same, or somebody has decided what stands, in KK, by the place that the register has.</summary>
public sealed record Agreement(ComparedSource First, ComparedSource Second, IReadOnlyList<AgreementPart> Parts)
{
    /// <summary>The one place that knows what is compared; null where there is no list yet.</summary>
    public static async Task<Agreement?> OfAsync(PortalDbContext db, CountCache counts, CancellationToken ct)
    {
        var sources = await SourcePair.ForAsync(db, new MisalignmentAsk(), ct);
        if (!sources.IsThere)
            return null;
        var counted = await KeptCounts.OfAsync(db, counts, sources.Between, ct);
        return new Agreement(sources.First!, sources.Second!, [.. counted.Groups.GroupBy(group => group.AreaCode, StringComparer.Ordinal).OrderBy(area => area.Key, StringComparer.Ordinal).Select(area => AgreementPart.Of(area.Key, [.. area]))]);
    }

    public string Titles => $"{SourcePair.TitleOf(First)} dan {SourcePair.TitleOf(Second)}";

    public string DatedTitles(DateOnly today) => $"{SourcePair.DatedTitleOf(First, today)} dan {SourcePair.DatedTitleOf(Second, today)}";

    /// <summary>An area's own part of it.</summary>
    public AgreementPart In(AreaCode area) => AgreementPart.Sum(area.Stored, Parts.Where(part => part.AreaCode.StartsWith(area.Stored, StringComparison.Ordinal)));

    /// <summary>The same of every village that has such families.</summary>
    public IReadOnlyDictionary<string, AgreementPart> ByVillage() => Parts.GroupBy(part => part.AreaCode[..Math.Min(part.AreaCode.Length, AreaCode.VillageLength)], StringComparer.Ordinal)
        .ToDictionary(village => village.Key, village => AgreementPart.Sum(village.Key, village), StringComparer.Ordinal);

    /// <summary>The same of each RT of a village; a family without one stands under the village.</summary>
    public IEnumerable<AgreementPart> Neighbourhoods(AreaCode village) => Parts.Where(part => part.AreaCode.StartsWith(village.Stored, StringComparison.Ordinal));

    /// <summary>Those of a village whose RT nobody knows.</summary>
    public AgreementPart WithoutRt(AreaCode village) => AgreementPart.Sum(village.Stored, Neighbourhoods(village).Where(part => part.AreaCode.Length < AreaCode.RtLength));

    /// <summary>Where the differences of an area are decided: as many families as the number says.</summary>
    public static string List(AreaCode area, HouseholdField? field = null) => new MisalignmentAsk { Area = area.Official, Field = field }.At(MisalignmentAsk.Path);
}

/// <summary>Families of an area that both sources name, those that differ, and in which field; a family counts once for each.</summary>
public sealed record AgreementPart(string AreaCode, int Households, int Different, IReadOnlyDictionary<HouseholdField, int> Fields)
{
    public int Alike => Households - Different;

    public static AgreementPart Of(string areaCode, IReadOnlyList<MisalignmentCount> groups) => new(areaCode, groups.Sum(group => group.Households), groups.Where(group => group.Open != 0).Sum(group => group.Households),
        FieldValues.Compared.Select(field => (field, Households: groups.Where(group => group.Open.HasFlag(field)).Sum(group => group.Households))).Where(one => one.Households > 0).ToDictionary(one => one.field, one => one.Households));

    public static AgreementPart Sum(string areaCode, IEnumerable<AgreementPart> parts)
    {
        var all = parts.ToList();
        return new AgreementPart(areaCode, all.Sum(part => part.Households), all.Sum(part => part.Different),
            all.SelectMany(part => part.Fields).GroupBy(field => field.Key).ToDictionary(field => field.Key, field => field.Sum(part => part.Value)));
    }
}
