using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Figures;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>A need, an OPD or a place with what is needed there: by need and place in KK, by OPD in needs.</summary>
public sealed record PackNeedLine(string Name, int Needing, int Met, int Planned, int Nobody, int Unknown);

/// <summary>Needs of the register against the aid of a budget year.</summary>
public sealed record PackNeeds(int Year, int Households, int InNeed, int FullyMet, int NotMet, IReadOnlyList<PackNeedLine> ByNeed, IReadOnlyList<PackNeedLine> ByOpd, IReadOnlyList<PackNeedLine> ByDistrict)
{
    private static readonly Need[] All = [.. NeedWords.Of((Need)~0)];

    public static async Task<PackNeeds> OfAsync(PortalDbContext db, NeedTallies tallies, AreaDirectory areas, AreaCode office, int year, CancellationToken ct)
    {
        var villages = await tallies.OfAsync(year, office, ct);
        var total = SumOf(villages.Values);
        var opds = await db.Opds.AsNoTracking().Where(opd => opd.Duty != Need.None).OrderBy(opd => opd.Name).ToListAsync(ct);
        var districts = villages.GroupBy(village => AreaCode.Parse(village.Key).AtLevel(AreaLevel.District).Stored, village => village.Value, StringComparer.Ordinal).OrderBy(district => district.Key, StringComparer.Ordinal);
        return new PackNeeds(year, total.Households, total.InNeed, total.FullyMet, total.NotMet,
            [.. All.Select(need => LineOf(NeedWords.Values.Label(need), total, need))],
            [.. opds.Select(opd => LineOf(opd.ShortName, total, opd.Duty))],
            [.. districts.Select(district => DistrictOf(areas.NameOf(district.Key), SumOf(district)))]);
    }

    private static PackNeedLine LineOf(string name, NeedTally tally, Need duty)
    {
        int Sum(NeedAid state) => NeedWords.Of(duty).Sum(need => tally.Of(need, state));
        return new PackNeedLine(name, NeedWords.Of(duty).Sum(tally.Needing), Sum(NeedAid.Met), Sum(NeedAid.Planned), Sum(NeedAid.Nobody), Sum(NeedAid.Unknown));
    }

    // Of a place the families: in need, with aid for every need, for some of them, for none.
    private static PackNeedLine DistrictOf(string name, NeedTally tally) => new(name, tally.InNeed, tally.FullyMet, tally.InNeed - tally.FullyMet - tally.NotMet, tally.NotMet, 0);

    private static NeedTally SumOf(IEnumerable<NeedTally> parts)
    {
        var sum = new NeedTally();
        foreach (var part in parts)
            sum.Add(part);
        return sum;
    }
}
