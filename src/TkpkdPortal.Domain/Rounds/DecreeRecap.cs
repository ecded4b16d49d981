using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Statistics;

namespace TkpkdPortal.Domain.Rounds;

/// <summary>
/// Rekap SK: how many families and persons a decree names in each kecamatan and village, as it may be published. Where a count is small it is withheld,
/// and so is whatever it could be computed from.
/// </summary>
public sealed record DecreeRecap(IReadOnlyList<DecreeDistrict> Districts, RecapCount Total)
{
    public bool HasWithheld => !Total.IsShown || Districts.Any(district => !district.Total.IsShown || district.Villages.Any(village => !village.Count.IsShown));

    /// <summary>Counts the households of a decree, each with where it lies and how many persons it has.</summary>
    public static DecreeRecap Of(IEnumerable<(AreaCode Area, int Members)> households)
    {
        var villages = households.GroupBy(household => household.Area.AtLevel(AreaLevel.Village)).OrderBy(group => group.Key.Stored, StringComparer.Ordinal)
            .Select(group => (Area: group.Key, Families: group.Count(), Persons: group.Sum(household => household.Members))).ToList();
        var districts = villages.GroupBy(village => village.Area.AtLevel(AreaLevel.District)).Select(group => (Area: group.Key, Villages: group.ToList())).ToList();
        var within = districts.ConvertAll(district => SmallCount.Withhold(district.Villages.ConvertAll(village => village.Families)));
        var (withheld, isTotalShown) = SmallCount.Withhold(districts.ConvertAll(district => district.Villages.Sum(village => village.Families)),
            within.Index().Where(one => !one.Item.IsSumShown).Select(one => one.Index));
        return new DecreeRecap([.. districts.Select((district, i) => District(district.Area, district.Villages, within[i].Withheld, !withheld.Contains(i)))],
            Count(villages.Sum(village => village.Families), villages.Sum(village => village.Persons), isTotalShown));
    }

    private static DecreeDistrict District(AreaCode area, List<(AreaCode Area, int Families, int Persons)> villages, IReadOnlySet<int> withheld, bool isShown)
    {
        // The sum of what is shown would tell a sum that is withheld.
        if (!isShown && withheld.Count == 0)
            withheld = new HashSet<int> { villages.IndexOf(villages.MinBy(village => village.Families)) };
        return new DecreeDistrict(area, [.. villages.Select((village, i) => new DecreeVillage(village.Area, Count(village.Families, village.Persons, !withheld.Contains(i))))],
            Count(villages.Sum(village => village.Families), villages.Sum(village => village.Persons), isShown));
    }

    private static RecapCount Count(int families, int persons, bool isShown) => isShown ? new RecapCount(families, persons) : new RecapCount(null, null);
}

/// <summary>The villages of one kecamatan in a decree.</summary>
public sealed record DecreeDistrict(AreaCode Area, IReadOnlyList<DecreeVillage> Villages, RecapCount Total);

/// <summary>One village in a decree.</summary>
public sealed record DecreeVillage(AreaCode Area, RecapCount Count);

/// <summary>Families (KK) and persons (jiwa) of one line; null where they are withheld.</summary>
public sealed record RecapCount(int? Families, int? Persons)
{
    public bool IsShown => Families is not null;
}
