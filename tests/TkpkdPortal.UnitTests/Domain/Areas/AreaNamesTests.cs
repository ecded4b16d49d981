using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.UnitTests.Domain.Areas;

public sealed class AreaNamesTests
{
    [Theory]
    [InlineData("Kel. Sungaijawi Dalam", "SUNGAI JAWI DALAM")]
    [InlineData("Kab. Kutai Timur", "KUTAI TIMUR")]
    [InlineData("kota  Palangka Raya", "Palangkaraya")]
    [InlineData("Ma'rang", "MARANG")]
    [InlineData("Desa\u00a0Kelinjau Ulu", "Kelinjau Ulu")]
    public void Two_spellings_of_one_name_have_the_same_letters(string one, string other) =>
        Assert.Equal(AreaNames.Letters(one), AreaNames.Letters(other));

    [Theory]
    [InlineData("Kota", "kota")]
    [InlineData("Kotabaru", "kotabaru")]
    [InlineData("Sungai Desa", "sungaidesa")]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    public void Only_a_kind_in_front_of_a_name_falls_away(string? name, string letters) => Assert.Equal(letters, AreaNames.Letters(name));

    [Theory]
    [InlineData("kelinjau", "kelinjau", 0)]
    [InlineData("kelinjau", "kelinjao", 1)]
    [InlineData("kelinjau", "klinjau", 1)]
    [InlineData("kelinjau", "kelnijau", 2)]
    [InlineData("", "ab", 2)]
    [InlineData("kelinjau", "busang", 3)]
    public void The_distance_counts_edits_up_to_the_limit(string a, string b, int distance) => Assert.Equal(distance, AreaNames.Distance(a, b, limit: 2));
}
