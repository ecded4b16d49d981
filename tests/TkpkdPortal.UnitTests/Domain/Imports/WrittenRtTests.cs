using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.UnitTests.Domain.Imports;

public sealed class WrittenRtTests
{
    [Theory]
    [InlineData("Jalan Poros RT 03 RW 06", 3, 6)]
    [InlineData("rt.05/rw.02", 5, 2)]
    [InlineData("RT24/RW03", 24, 3)]
    [InlineData("RT: 7", 7, null)]
    [InlineData("RW 2", null, 2)]
    [InlineData("RT 000", null, null)]
    [InlineData("RT 1234", null, null)]
    [InlineData("Jalan SMART 5", null, null)]
    [InlineData("", null, null)]
    public void The_RT_is_found_in_an_address(string address, int? rt, int? rw) => Assert.Equal((rt, rw), WrittenRt.In(address));
}
