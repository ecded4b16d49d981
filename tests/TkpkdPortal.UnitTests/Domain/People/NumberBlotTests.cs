using TkpkdPortal.Domain.People;

namespace TkpkdPortal.UnitTests.Domain.People;

public sealed class NumberBlotTests
{
    [Theory]
    [InlineData("6408991234567890")]
    [InlineData("6408.9912.3456.7890")]
    [InlineData("6408/9912/3456/7890")]
    [InlineData("6408  9912  3456  7890")]
    [InlineData("6408_9912_3456_7890")]
    [InlineData("6408\u00a09912\u00a03456\u00a07890")]
    [InlineData("64.08.99.12.34.56.78.90")]
    [InlineData("6408\u20139912\u20133456\u20137890")]
    public void A_number_is_blotted_out_however_it_is_parted(string written) => Assert.Equal("KTP [nomor] ibu", NumberBlot.Apply($"KTP {written} ibu"));

    [Theory]
    [InlineData("01/02/2026 03/04/2026")]
    [InlineData("Rp1.500.000 dan 081250001111")]
    [InlineData("140/017/BA-MK/XI/2026")]
    [InlineData("64089912345678901")]
    public void What_is_no_number_of_a_person_stays(string written) => Assert.False(NumberBlot.Needed(written));
}
