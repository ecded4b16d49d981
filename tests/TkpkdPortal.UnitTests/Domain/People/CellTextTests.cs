using TkpkdPortal.Domain.People;

namespace TkpkdPortal.UnitTests.Domain.People;

public sealed class CellTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("Jalan Poros", "Jalan Poros")]
    [InlineData(" Jalan Poros", "Jalan Poros")]
    [InlineData("Jalan Poros ", "Jalan Poros")]
    [InlineData("Jalan   Poros", "Jalan Poros")]
    [InlineData("Jalan\u00a0Poros", "Jalan Poros")]
    [InlineData("Jalan\r\n Poros\t1", "Jalan Poros 1")]
    [InlineData("\u00a0", "")]
    public void White_space_is_one_space_and_never_at_an_end(string? text, string cleaned) => Assert.Equal(cleaned, CellText.Clean(text));
}
