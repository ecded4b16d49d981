using TkpkdPortal.Domain.Rounds;

namespace TkpkdPortal.UnitTests.Domain.Rounds;

/// <summary>A code that is typed wrong is never another one's.</summary>
public sealed class SheetCodeTests
{
    private const string Alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    [Fact]
    public void Every_wrong_letter_and_every_exchange_of_neighbours_is_noticed()
    {
        for (var n = 0; n < 200; n++)
        {
            var code = SheetCode.New();
            for (var i = 0; i < code.Length; i++)
            {
                foreach (var other in Alphabet.Where(letter => letter != code[i]))
                    Assert.False(SheetCode.TryRead(code[..i] + other + code[(i + 1)..], out _), $"{code} with {other} at {i}");
                if (i > 0 && code[i] != code[i - 1])
                    Assert.False(SheetCode.TryRead(code[..(i - 1)] + code[i] + code[i - 1] + code[(i + 1)..], out _), $"{code} changed over at {i}");
            }
        }
    }

    [Fact]
    public void It_is_read_as_printed_as_typed_and_as_scanned()
    {
        var code = SheetCode.New();

        foreach (var typed in new[] { code, SheetCode.Written(code), code.ToLowerInvariant(), $" {code[..4]} {code[4..]} ", $"https://portal.uji.invalid/kunjungan/kertas?kode={code}", $"https://portal.uji.invalid/f/{code}" })
        {
            Assert.True(SheetCode.TryRead(typed, out var read), typed);
            Assert.Equal(code, read);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K7QM")]
    [InlineData("OOOOOOOO")]
    [InlineData("6271990302800001")]
    public void What_is_no_code_is_none(string? typed) => Assert.False(SheetCode.TryRead(typed, out _));
}
