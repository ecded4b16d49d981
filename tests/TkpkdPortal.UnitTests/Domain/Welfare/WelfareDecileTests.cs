using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.UnitTests.Domain.Welfare;

public sealed class WelfareDecileTests
{
    [Theory]
    [InlineData("1", 1, "sangat miskin")]
    [InlineData("2", 2, "miskin")]
    [InlineData("3", 3, "hampir miskin")]
    [InlineData("4", 4, "rentan miskin")]
    [InlineData("10", 10, "lainnya")]
    [InlineData("4+", 99, "lainnya")]
    public void A_decile_is_one_to_ten_or_above_four(string text, byte code, string band)
    {
        Assert.True(WelfareDecile.TryParse(text, out var decile));
        Assert.Equal((code, text, band), (decile.Code, decile.ToString(), decile.Band));
        Assert.Equal(decile, WelfareDecile.FromCode(code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("11")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("5+")]
    [InlineData("99")]
    [InlineData("satu")]
    public void Anything_else_is_no_decile(string text) => Assert.False(WelfareDecile.TryParse(text, out _));

    [Fact]
    public void No_rank_yet_is_told_apart_from_every_rank() => Assert.Equal((false, "belum diketahui"), (WelfareDecile.FromCode(0).IsKnown, WelfareDecile.FromCode(0).Label));

    [Theory]
    [InlineData(11)]
    [InlineData(98)]
    public void No_decile_is_made_of_another_code(byte code) => Assert.Throws<ArgumentOutOfRangeException>(() => WelfareDecile.FromCode(code));

    [Fact]
    public void Above_four_sorts_last() => Assert.True(WelfareDecile.AboveFour.Code > WelfareDecile.FromCode(10).Code);
}
