using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.Figures;

/// <summary>A village with its families (KK): all in the register, those of decile 1, and the score with its parts.</summary>
public sealed record LocusLine(AreaCode Village, int Families, int FirstDecile, LocusScore Score);

/// <summary>
/// The villages of an area by score: loci until they together hold the part of all families of decile 1 that the method says, and all others as the rest. Families that live scattered are listed
/// too, since a locus leaves nobody out of sight. Same score, more families of decile 1 first.
/// </summary>
public sealed record LocusFigures(LocusMethod Method, int Year, IReadOnlyList<LocusLine> Loci, IReadOnlyList<LocusLine> Rest)
{
    public int FirstDecile => Loci.Concat(Rest).Sum(line => line.FirstDecile);

    public static async Task<LocusMethod> MethodAsync(PortalDbContext db, CancellationToken ct) =>
        await db.LocusMethods.AsNoTracking().OrderByDescending(method => method.Number).FirstOrDefaultAsync(ct) ?? LocusMethod.Given;

    public static async Task<LocusFigures> OfAsync(PortalDbContext db, NeedTallies tallies, AreaCode area, int year, CancellationToken ct)
    {
        var method = await MethodAsync(db, ct);
        var length = AreaCode.LengthAt(AreaLevel.Village);
        var parts = await RegencyParts.OfAsync(db, area, ct);
        var places = await parts.ReadAsync(part => db.Households.AsNoTracking().In(part).GroupBy(household => household.AreaCode.Substring(0, length)).Select(village => new
        {
            Village = village.Key,
            Families = village.Count(),
            Ranked = village.Count(household => household.DecileCode > 0),
            First = village.Count(household => household.DecileCode == 1),
            FirstThree = village.Count(household => household.DecileCode >= 1 && household.DecileCode <= 3),
            Visited = village.Count(household => household.Eligibility != null),
            ExtremelyPoor = village.Count(household => household.Eligibility == Eligibility.ExtremelyPoor),
            StuntingKnown = village.Count(household => household.StuntingRisk != null),
            Stunting = village.Count(household => household.StuntingRisk == true),
        }), ct);
        var needs = await tallies.OfAsync(year, area, ct);
        var everywhere = places.Sum(place => place.First);
        var lines = places.Select(place => new LocusLine(AreaCode.Parse(place.Village), place.Families, place.First, LocusScore.Of(new Dictionary<LocusIndicator, LocusShare>
        {
            [LocusIndicator.Concentration] = new(place.First, everywhere),
            [LocusIndicator.ExtremelyPoor] = new(place.ExtremelyPoor, place.Visited),
            [LocusIndicator.FirstDecile] = new(place.First, place.Ranked),
            [LocusIndicator.FirstThreeDeciles] = new(place.FirstThree, place.Ranked),
            [LocusIndicator.UnmetNeeds] = needs.TryGetValue(place.Village, out var tally) ? new(tally.UnmetNeeds, tally.Needs) : default,
            [LocusIndicator.Stunting] = new(place.Stunting, place.StuntingKnown),
        }, method.Weights))).OrderByDescending(line => line.Score.Points).ThenByDescending(line => line.FirstDecile).ThenBy(line => line.Village.Stored, StringComparer.Ordinal).ToList();
        var loci = method.Weights.LociAmong(lines.ConvertAll(line => line.FirstDecile));
        return new LocusFigures(method, year, lines[..loci], lines[loci..]);
    }
}
