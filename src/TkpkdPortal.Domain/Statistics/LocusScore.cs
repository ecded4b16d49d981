namespace TkpkdPortal.Domain.Statistics;

/// <summary>A part of a whole, in KK unless said otherwise; nothing is known where the whole is none.</summary>
public readonly record struct LocusShare(int Part, int Whole)
{
    public decimal? Percent => Whole == 0 ? null : 100m * Part / Whole;
}

/// <summary>What an indicator gives a village: its share, the weight it has where others are not known, and the points of both.</summary>
public sealed record LocusPart(LocusIndicator Indicator, LocusShare Share, decimal Weight, decimal Points);

/// <summary>
/// The score of a village from 0 to 100, the sum of its parts. An indicator of which nothing is known there is left out and its weight shared among the others in proportion: what nobody has asked
/// makes a village neither better nor worse.
/// </summary>
public sealed record LocusScore(decimal Points, IReadOnlyList<LocusPart> Parts)
{
    public static LocusScore Of(IReadOnlyDictionary<LocusIndicator, LocusShare> shares, LocusWeights weights)
    {
        var known = LocusWords.Values.All.Where(indicator => weights.Of(indicator) > 0 && shares.TryGetValue(indicator, out var share) && share.Percent is not null).ToList();
        var whole = known.Sum(weights.Of);
        var parts = known.ConvertAll(indicator =>
        {
            var weight = 100m * weights.Of(indicator) / whole;
            return new LocusPart(indicator, shares[indicator], weight, weight * shares[indicator].Percent!.Value / 100m);
        });
        return new LocusScore(parts.Sum(part => part.Points), parts);
    }
}
