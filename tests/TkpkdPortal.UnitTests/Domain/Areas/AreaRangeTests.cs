using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.UnitTests.Domain.Areas;

public sealed class AreaRangeTests
{
    [Theory]
    [InlineData("64.08.", true)]
    [InlineData("64.08.03.2001.", true)]
    [InlineData("64.08.99.9999.999.999.", true)]
    [InlineData("64.07.99.", false)]
    [InlineData("64.09.", false)]
    [InlineData("64.", false)]
    [InlineData("64.080", false)]
    public void The_range_of_a_regency_holds_it_and_all_below(string code, bool isHeld) =>
        Assert.Equal(isHeld, AreaRange.Of(AreaCode.Parse("64.08")).Contains(code));

    [Fact]
    public void The_range_of_nobody_matches_nothing()
    {
        Assert.True(AreaRange.None.IsEmpty);
        Assert.False(AreaRange.None.Contains("64.08."));
        Assert.False(AreaRange.None.Contains("~"));
        Assert.Equal(AreaRange.None, AreaRange.Of(default));
    }

    [Theory]
    [InlineData("64.08", "64.08.-64.08/")]
    [InlineData("64.08 64.08.03", "64.08.-64.08/")]
    [InlineData("64.08.03.2001.000.003 64.08.03.2001", "64.08.03.2001.-64.08.03.2001/")]
    [InlineData("64.08.03.2001 64.08.03.2003", "64.08.03.2001.-64.08.03.2001/ 64.08.03.2003.-64.08.03.2003/")]
    [InlineData("64.08.03.2001.000.004 64.08.03.2001.000.003", "64.08.03.2001.000.003.-64.08.03.2001.000.004/")]
    [InlineData("64.08.03.2001.000.003 64.08.03.2001.000.005", "64.08.03.2001.000.003.-64.08.03.2001.000.003/ 64.08.03.2001.000.005.-64.08.03.2001.000.005/")]
    [InlineData("64.08.03.2001.001.003 64.08.03.2001.002.004", "64.08.03.2001.001.003.-64.08.03.2001.001.003/ 64.08.03.2001.002.004.-64.08.03.2001.002.004/")]
    [InlineData("", "")]
    public void Several_areas_are_covered_by_the_fewest_ranges(string codes, string ranges) =>
        Assert.Equal(ranges, string.Join(' ', AreaRange.Cover(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(AreaCode.Parse))
            .Select(range => $"{range.From}-{range.To}")));

    [Theory]
    [InlineData("64.08", "64.08.03", "64.08.03")]
    [InlineData("64.08.03", "64.08", "64.08.03")]
    [InlineData("64.08.03.2001", "64.08.03.2001", "64.08.03.2001")]
    [InlineData("64.08.03", "64.08.04", null)]
    [InlineData("64.08", "64.09.01", null)]
    public void Two_ranges_have_in_common_what_lies_in_both(string one, string other, string? common) =>
        Assert.Equal(common is null ? AreaRange.None : AreaRange.Of(AreaCode.Parse(common)), AreaRange.Of(AreaCode.Parse(one)).Common(AreaRange.Of(AreaCode.Parse(other))));

    [Fact]
    public void Nothing_is_common_with_nobody() => Assert.Equal(AreaRange.None, AreaRange.None.Common(AreaRange.Of(AreaCode.Parse("64.08"))));

    [Fact]
    public void RT_that_follow_each_other_open_no_RT_between_or_after_them()
    {
        var range = Assert.Single(AreaRange.Cover([AreaCode.Parse("64.08.03.2001.000.009"), AreaCode.Parse("64.08.03.2001.000.010")]));

        Assert.True(range.Contains("64.08.03.2001.000.009."));
        Assert.True(range.Contains("64.08.03.2001.000.010."));
        Assert.False(range.Contains("64.08.03.2001.000.008."));
        Assert.False(range.Contains("64.08.03.2001.000.011."));
        Assert.False(range.Contains("64.08.03.2001.001.009."));
    }
}
