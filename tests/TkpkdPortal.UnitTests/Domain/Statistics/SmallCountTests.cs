using TkpkdPortal.Domain.Statistics;

namespace TkpkdPortal.UnitTests.Domain.Statistics;

/// <summary>What is withheld cannot be computed back from what is told.</summary>
public sealed class SmallCountTests
{
    [Theory]
    [InlineData(new[] { 12, 30, 7 }, new int[0], true)]
    [InlineData(new[] { 12, 3, 7 }, new[] { 1, 2 }, true)]
    [InlineData(new[] { 12, 1, 1, 9 }, new[] { 1, 2, 3 }, true)]
    [InlineData(new[] { 3, 4, 20 }, new[] { 0, 1 }, true)]
    [InlineData(new[] { 2 }, new[] { 0 }, false)]
    [InlineData(new[] { 1, 2 }, new[] { 0, 1 }, false)]
    [InlineData(new[] { 0, 20, 3 }, new[] { 1, 2 }, true)]
    [InlineData(new int[0], new int[0], true)]
    public void A_small_part_goes_with_the_next_smallest_and_the_sum_where_that_is_not_enough(int[] parts, int[] withheld, bool isSumShown)
    {
        var (found, isShown) = SmallCount.Withhold(parts);

        Assert.Equal(withheld, found.Order());
        Assert.Equal(isSumShown, isShown);
    }

    [Fact]
    public void A_part_that_is_asked_for_does_not_stand_alone_either() => Assert.Equal([0, 2], SmallCount.Withhold([40, 50, 45], 0).Withheld.Order());

    [Fact]
    public void Small_rows_go_together_and_with_the_smallest_other_one_where_they_are_alone()
    {
        Assert.Equal([[0], [1], [2]], SmallCount.Together([[9, 20], [8, 0], [30, 7]]));
        Assert.Equal([[1], [0, 2]], SmallCount.Together([[9, 3], [30, 40], [8, 6]]));
        // The sum of both is 4 in the second column, so that the next goes with them.
        Assert.Equal([[3], [0, 1, 2]], SmallCount.Together([[9, 3], [9, 1], [8, 6], [30, 40]]));
        Assert.Equal([[0, 1]], SmallCount.Together([[9, 3], [9, 2]]));
        // Even all of them are few.
        Assert.Empty(SmallCount.Together([[9, 3], [9, 1]]));
    }
}
