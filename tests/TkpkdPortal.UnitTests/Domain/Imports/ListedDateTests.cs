using System.Globalization;
using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.UnitTests.Domain.Imports;

public sealed class ListedDateTests
{
    [Theory]
    [InlineData("1980-02-10", false, "1980-02-10")]
    [InlineData("1980-02-10 00:00:00", false, "1980-02-10")]
    [InlineData("1980-02-10T00:00:00", false, "1980-02-10")]
    [InlineData("10/02/1980", false, "1980-02-10")]
    [InlineData("1/2/1980", false, "1980-02-01")]
    [InlineData("10-02-1980", false, "1980-02-10")]
    [InlineData("1-2-1980", false, "1980-02-01")]
    [InlineData("10 Februari 1980", false, "1980-02-10")]
    [InlineData("10 FEBRUARI 1980", false, "1980-02-10")]
    [InlineData("1 agustus 2001", false, "2001-08-01")]
    [InlineData("29 Februari 2000", false, "2000-02-29")]
    [InlineData("29261", false, "1980-02-10")]
    [InlineData("29261", true, "1980-02-10")]
    [InlineData("29261.5", true, "1980-02-10")]
    [InlineData("366", true, "1900-12-31")]
    [InlineData("00061", true, "1900-03-01")]
    [InlineData("00060", true, null)]
    [InlineData("61", true, null)]
    [InlineData("60", true, null)]
    [InlineData("366", false, null)]
    [InlineData("29261.5", false, null)]
    [InlineData("100000", true, null)]
    [InlineData("", false, null)]
    [InlineData("-", false, null)]
    [InlineData("00000", false, null)]
    [InlineData("31/02/1980", false, null)]
    [InlineData("02/31/1980", false, null)]
    [InlineData("10/02/80", false, null)]
    [InlineData("10 Pebruari 1980", false, null)]
    [InlineData("29 Februari 1981", false, null)]
    [InlineData("0 Mei 1981", false, null)]
    [InlineData("10 Mei 81", false, null)]
    [InlineData("10 Mei 1799", false, null)]
    [InlineData("tidak tahu", false, null)]
    public void A_day_is_read_in_every_form_of_the_lists_and_in_no_other(string text, bool isNumericCell, string? day)
    {
        Assert.Equal(day is not null, ListedDate.TryRead(text, isNumericCell, out var read));
        if (day is not null)
            Assert.Equal(day, read.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
