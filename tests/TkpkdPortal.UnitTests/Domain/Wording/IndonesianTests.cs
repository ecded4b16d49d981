using System.Globalization;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.UnitTests.Domain.Wording;

public sealed class IndonesianTests
{
    [Fact]
    public void Numbers_are_written_with_a_dot_for_thousands_and_a_comma_for_decimals()
    {
        Assert.Equal(("5.000", "0", "-1.234.567"), (Indonesian.Number(5000), Indonesian.Number(0), Indonesian.Number(-1234567)));
        Assert.Equal(("1.234,50", "0,3"), (Indonesian.Number(1234.5m, 2), Indonesian.Number(0.25m, 1)));
        Assert.Equal(("29,0", "33,3", "–"), (Indonesian.Percent(29, 100), Indonesian.Percent(1, 3), Indonesian.Percent(0, 0)));
        Assert.Equal(("Rp1.288.680", "Rp1.288.680,50"), (Indonesian.Rupiah(1288680m), Indonesian.Rupiah(1288680.5m)));
    }

    [Theory]
    [InlineData("200000", 200000)]
    [InlineData("200.000", 200000)]
    [InlineData("Rp1.288.680,50", 1288680.5)]
    [InlineData(" rp. 1.000 ", 1000)]
    [InlineData("0,5", 0.5)]
    public void An_amount_is_read_as_people_type_it(string typed, double amount)
    {
        Assert.True(Indonesian.TryReadRupiah(typed, out var read));
        Assert.Equal((decimal)amount, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Rp")]
    [InlineData("200.00")]
    [InlineData("1.5")]
    [InlineData("1,234")]
    [InlineData("1,2,3")]
    [InlineData("1000.000")]
    [InlineData("-5")]
    [InlineData("seribu")]
    public void An_amount_that_could_mean_two_things_is_refused(string? typed) => Assert.False(Indonesian.TryReadRupiah(typed, out _));

    [Fact]
    public void Days_are_written_as_an_official_writes_them()
    {
        var day = new DateOnly(2025, 12, 1);

        Assert.Equal(("1 Desember 2025", "1 Des 2025"), (Indonesian.Date(day), Indonesian.ShortDate(day)));
        Assert.Equal(("Senin, 1 Desember 2025", "01/12/2025"), (Indonesian.DayAndDate(day), Indonesian.TypedDate(day)));
        Assert.Equal(("09.05", "14.32"), (Indonesian.Time(new TimeOnly(9, 5)), Indonesian.Time(new DateTime(2025, 12, 1, 14, 32, 0))));
    }

    [Theory]
    [InlineData("9.00", "09:00")]
    [InlineData(" 09:30 ", "09:30")]
    [InlineData("24.00", null)]
    [InlineData("9", null)]
    [InlineData(null, null)]
    public void A_time_is_read_with_a_dot_or_a_colon(string? typed, string? time)
    {
        Assert.Equal(time is not null, Indonesian.TryReadTime(typed, out var read));
        if (time is not null)
            Assert.Equal(time, read.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("A", "A")]
    [InlineData("A B", "A dan B")]
    [InlineData("A B C", "A, B, dan C")]
    public void A_list_ends_with_dan(string items, string sentence) =>
        Assert.Equal(sentence, Indonesian.List(items.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void Months_are_known_by_name_in_any_case()
    {
        Assert.All(Enumerable.Range(1, 12), month => Assert.Equal(month, Indonesian.MonthNumber(Indonesian.MonthName(month).ToUpperInvariant())));
        Assert.Equal(0, Indonesian.MonthNumber("January"));
    }

    [Fact]
    public void The_culture_needs_nothing_that_the_machine_has_installed() =>
        Assert.Equal(("1.234,5", "01/12/2025"), (1234.5.ToString("#,0.0", Indonesian.Culture), new DateOnly(2025, 12, 1).ToString("d", Indonesian.Culture)));
}
