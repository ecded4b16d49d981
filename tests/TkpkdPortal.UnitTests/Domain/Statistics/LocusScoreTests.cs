using TkpkdPortal.Domain.Statistics;

namespace TkpkdPortal.UnitTests.Domain.Statistics;

public sealed class LocusScoreTests
{
    [Fact]
    public void Parts_add_up_to_the_score_and_weights_to_the_whole_whatever_is_known()
    {
        var random = new Random(43);
        for (var round = 0; round < 500; round++)
        {
            var shares = LocusWords.Values.All.Where(_ => random.Next(3) > 0).ToDictionary(indicator => indicator, _ => random.Next(50) is var whole ? new LocusShare(random.Next(whole + 1), whole) : default);
            var score = LocusScore.Of(shares, new LocusWeights());

            Assert.Equal(score.Points, score.Parts.Sum(part => part.Points));
            Assert.InRange(score.Points, 0m, 100.000001m);
            Assert.True(score.Parts.Count == 0 || Math.Abs(score.Parts.Sum(part => part.Weight) - 100m) < 0.000001m);
            Assert.All(score.Parts, part => Assert.True(part.Share.Whole > 0 && Math.Abs(part.Points - (part.Weight * part.Share.Part / part.Share.Whole)) < 0.000001m));
        }
    }

    [Fact]
    public void What_nobody_has_asked_makes_a_village_neither_better_nor_worse()
    {
        var asked = LocusScore.Of(new Dictionary<LocusIndicator, LocusShare> { [LocusIndicator.Concentration] = new(1, 2), [LocusIndicator.FirstDecile] = new(1, 2) }, new LocusWeights());
        var unasked = LocusScore.Of(new Dictionary<LocusIndicator, LocusShare> { [LocusIndicator.Concentration] = new(1, 2), [LocusIndicator.FirstDecile] = new(0, 0) }, new LocusWeights());

        Assert.Equal((50m, 50m), (decimal.Round(asked.Points, 6), decimal.Round(unasked.Points, 6)));
        Assert.Equal([LocusIndicator.Concentration], unasked.Parts.Select(part => part.Indicator));
    }

    [Fact]
    public void A_score_is_absolute_another_village_does_not_move_it()
    {
        var shares = new Dictionary<LocusIndicator, LocusShare> { [LocusIndicator.FirstDecile] = new(30, 100) };
        Assert.Equal(30m, LocusScore.Of(shares, new LocusWeights()).Points);
    }

    [Theory]
    [InlineData(new[] { 9, 4, 4, 2, 1 }, 1)]
    [InlineData(new[] { 1, 9, 4, 4, 2 }, 2)]
    [InlineData(new[] { 1, 1, 1, 1, 1 }, 2)]
    [InlineData(new[] { 0, 0 }, 0)]
    [InlineData(new int[0], 0)]
    public void Villages_are_loci_until_they_hold_two_fifths_of_the_families(int[] firstDecile, int loci) => Assert.Equal(loci, new LocusWeights().LociAmong(firstDecile));

    [Theory]
    [InlineData(61, 39, 50, "Setiap bobot antara 0 dan 60")]
    [InlineData(60, 30, 50, "Jumlah bobot harus 100, sekarang 90.")]
    [InlineData(60, 40, 91, "Cakupan lokus antara 10 dan 90 persen.")]
    public void No_indicator_decides_alone_and_all_together_are_the_whole(int first, int second, int coverage, string refusal)
    {
        var weights = new LocusWeights { Concentration = first, ExtremelyPoor = second, FirstDecile = 0, FirstThreeDeciles = 0, UnmetNeeds = 0, Stunting = 0, Coverage = coverage };
        Assert.StartsWith(refusal, weights.Check().Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_follows_with_its_source_and_reason_and_says_something_new()
    {
        var other = new LocusWeights { Coverage = 50 };
        Assert.True(new LocusWeights().Check().IsAccepted);
        Assert.False(LocusMethod.Given.Follow(new LocusWeights(), "RPKD", "Uji", 1, default, out _).IsAccepted);
        Assert.False(LocusMethod.Given.Follow(other, " ", "Uji", 1, default, out _).IsAccepted);
        Assert.False(LocusMethod.Given.Follow(other, "RPKD", null, 1, default, out _).IsAccepted);
        Assert.True(LocusMethod.Given.Follow(other, "RPKD", "Uji", 1, default, out var next).IsAccepted);
        Assert.Equal((1, 50), (next!.Number, next.Weights.Coverage));
    }
}
