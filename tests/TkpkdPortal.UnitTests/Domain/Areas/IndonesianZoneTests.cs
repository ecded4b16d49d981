using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.UnitTests.Domain.Areas;

public sealed class IndonesianZoneTests
{
    [Theory]
    [InlineData("31", "WIB", 7)]
    [InlineData("61.71", "WIB", 7)]
    [InlineData("62.71", "WIB", 7)]
    [InlineData("63", "WITA", 8)]
    [InlineData("64.08.03.2001", "WITA", 8)]
    [InlineData("51", "WITA", 8)]
    [InlineData("73", "WITA", 8)]
    [InlineData("81", "WIT", 9)]
    [InlineData("96", "WIT", 9)]
    public void The_zone_follows_the_province(string code, string label, int offset) =>
        Assert.Equal(new IndonesianZone(label, offset), IndonesianZone.Of(AreaCode.Parse(code)));

    [Theory]
    [InlineData(" wita ", "WITA")]
    [InlineData("WIB", "WIB")]
    [InlineData("wit", "WIT")]
    [InlineData("UTC", null)]
    [InlineData(null, null)]
    public void A_zone_is_read_by_its_label(string? typed, string? label) => Assert.Equal(label, IndonesianZone.FromLabel(typed)?.Label);

    [Fact]
    public void The_day_at_the_office_begins_before_the_day_in_UTC()
    {
        var lateInUtc = new DateTime(2025, 12, 1, 16, 0, 0, DateTimeKind.Utc);

        Assert.Equal(new DateOnly(2025, 12, 2), IndonesianZone.Wita.DayOf(lateInUtc));
        Assert.Equal(new DateOnly(2025, 12, 1), IndonesianZone.Wib.DayOf(lateInUtc));
        Assert.Equal(lateInUtc, IndonesianZone.Wita.StartOf(new DateOnly(2025, 12, 2)));
        Assert.Equal(DateTimeKind.Utc, IndonesianZone.Wita.StartOf(new DateOnly(2025, 12, 2)).Kind);
    }
}
