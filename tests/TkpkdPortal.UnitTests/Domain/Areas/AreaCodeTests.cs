using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.UnitTests.Domain.Areas;

public sealed class AreaCodeTests
{
    [Theory]
    [InlineData("64", "64.", AreaLevel.Province)]
    [InlineData("64.", "64.", AreaLevel.Province)]
    [InlineData("6408", "64.08.", AreaLevel.Regency)]
    [InlineData(" 64.08 ", "64.08.", AreaLevel.Regency)]
    [InlineData("640803", "64.08.03.", AreaLevel.District)]
    [InlineData("6408032001", "64.08.03.2001.", AreaLevel.Village)]
    [InlineData("64.08.03.2001.", "64.08.03.2001.", AreaLevel.Village)]
    [InlineData("64.08.03.2001.002", "64.08.03.2001.002.", AreaLevel.Rw)]
    [InlineData("64.08.03.2001.000.003.", "64.08.03.2001.000.003.", AreaLevel.Rt)]
    public void A_code_is_read_in_its_stored_official_and_digit_form(string text, string stored, AreaLevel level)
    {
        var code = AreaCode.Parse(text);

        Assert.Equal((stored, stored.TrimEnd('.'), level), (code.Stored, code.Official, code.Level));
        Assert.Equal(stored.Replace(".", "", StringComparison.Ordinal), code.Digits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("6")]
    [InlineData("64080")]
    [InlineData("64.8")]
    [InlineData("64.08.03.201")]
    [InlineData("64.08.03.2O01")]
    [InlineData("64-08")]
    [InlineData("64..08")]
    [InlineData("64.08.03.2001.000.003.001")]
    [InlineData("٦٤.٠٨")]
    public void What_is_no_code_is_refused(string? text) => Assert.False(AreaCode.TryParse(text, out _));

    [Fact]
    public void Parsing_what_is_no_code_says_so() =>
        Assert.Contains("64.8", Assert.Throws<FormatException>(() => AreaCode.Parse("64.8")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("64.08", false)]
    [InlineData("64.72", true)]
    [InlineData("62.71.03.1005", true)]
    [InlineData("64", false)]
    public void A_city_is_told_from_a_regency(string code, bool isCity) => Assert.Equal(isCity, AreaCode.Parse(code).IsCity);

    [Theory]
    [InlineData("64.08.03", null)]
    [InlineData(Given.Desa, VillageKind.Desa)]
    [InlineData(Given.Kelurahan, VillageKind.Kelurahan)]
    [InlineData("62.71.03.1005.000.003", VillageKind.Kelurahan)]
    public void The_kind_of_village_is_in_its_code(string code, VillageKind? kind) => Assert.Equal(kind, AreaCode.Parse(code).VillageKind);

    [Fact]
    public void A_prefix_of_digits_is_no_parent()
    {
        var regency = AreaCode.Parse("64.07");

        Assert.True(AreaCode.Parse("64").Contains(regency));
        Assert.True(regency.Contains(regency));
        Assert.False(regency.Contains(AreaCode.Parse("64.71")));
        Assert.False(default(AreaCode).Contains(regency));
    }

    [Fact]
    public void A_code_is_cut_at_a_higher_level_and_never_made_longer()
    {
        var village = AreaCode.Parse(Given.Desa);

        Assert.Equal("64.08.", village.AtLevel(AreaLevel.Regency).Stored);
        Assert.Equal(village, village.AtLevel(AreaLevel.Rt));
        Assert.Equal("64.08.03.", village.Parent!.Value.Stored);
        Assert.Null(AreaCode.Parse("64").Parent);
    }

    [Theory]
    [InlineData(6, 3, "64.08.03.2001.006.003.", "006", "003")]
    [InlineData(null, 3, "64.08.03.2001.000.003.", null, "003")]
    [InlineData(6, null, Given.Desa, null, null)]
    public void An_RT_lies_below_its_village_with_or_without_a_known_RW(int? rw, int? rt, string stored, string? shownRw, string? shownRt)
    {
        var code = AreaCode.Parse(Given.Desa).WithRt(rw, rt);

        Assert.Equal((stored, shownRw, shownRt), (code.Stored, code.Rw, code.Rt));
    }

    [Fact]
    public void An_RT_lies_nowhere_else() => Assert.Throws<InvalidOperationException>(() => AreaCode.Parse("64.08").WithRt(1, 1));

    [Theory]
    [InlineData("64.08.03.2001 64.08.03.2002", "64.08.03.")]
    [InlineData("64.08.03.2001 64.08.04", "64.08.")]
    [InlineData("64.08.03.2001", "64.08.03.2001.")]
    [InlineData("64.08.03.2001.000.001 64.08.03.2001.001.002", "64.08.03.2001.")]
    public void The_area_around_several_is_the_lowest_that_holds_them(string codes, string around) =>
        Assert.Equal(around, AreaCode.Around([.. codes.Split(' ').Select(AreaCode.Parse)]).Stored);
}
