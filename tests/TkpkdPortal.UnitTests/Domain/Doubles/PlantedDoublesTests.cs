using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Testing;

namespace TkpkdPortal.UnitTests.Domain.Doubles;

/// <summary>The small setting of the benchmark `doubles`: the same recall and precision.</summary>
public sealed class PlantedDoublesTests
{
    [Fact]
    public void Of_200_planted_doubles_among_20_000_persons_at_least_98_in_100_are_found_and_at_most_one_in_ten_found_is_none()
    {
        var register = new PlantedRegister(20_000, 200);
        var finder = new DoubleFinder(new DoubleWeights());
        foreach (var family in register.Families())
            finder.Add(family);

        var found = finder.Find().ToList();

        Assert.Equal(200, register.Planted.Count);
        var right = found.Where(pair => register.Planted.ContainsKey((pair.FirstId, pair.SecondId))).ToList();
        Assert.True(right.Count >= 196, string.Join("; ", register.Planted.Where(planted => !right.Exists(pair => (pair.FirstId, pair.SecondId) == planted.Key)).GroupBy(planted => planted.Value).Select(kind => $"{kind.Key} {kind.Count()}")));
        Assert.True(right.Count >= found.Count * 0.9, $"{found.Count - right.Count} of {found.Count} are no doubles.");
        Assert.All(found, pair => Assert.InRange(pair.Score, 65, 100));
        // Everybody with everybody would be two hundred million.
        Assert.InRange(finder.Compared, 1, 2_000_000);
    }
}
