using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.UnitTests.Domain.Areas;

public sealed class AreaDirectoryTests
{
    private static readonly AreaCode Office = AreaCode.Parse("64.08"), Ancalong = AreaCode.Parse("64.08.01");

    private static readonly AreaDirectory Areas = new(
    [
        ("64.", "Kalimantan Timur"), ("64.08.", "Kabupaten Kutai Timur"), ("64.08.01.", "Muara Ancalong"), ("64.08.02.", "Muara Wahau"),
        ("64.08.01.2002.", "Kelinjau Ilir"), ("64.08.01.2001.", "Kelinjau Ulu"), ("64.08.02.1001.", "Nehas Liah"), ("64.09.", "Kabupaten Penajam Paser Utara"),
        ("64.09.01.2001.", "Kelinjau Ulu"),
    ]);

    [Theory]
    [InlineData("64", "Kalimantan Timur", "Provinsi Kalimantan Timur")]
    [InlineData("64.08", "Kabupaten Kutai Timur", "Kabupaten Kutai Timur")]
    [InlineData("64.08.01", "Muara Ancalong", "Kecamatan Muara Ancalong")]
    [InlineData("64.08.01.2001", "Kelinjau Ulu", "Desa Kelinjau Ulu")]
    [InlineData("64.08.02.1001", "Nehas Liah", "Kelurahan Nehas Liah")]
    [InlineData("64.08.01.2001.006", "RW 006", "RW 006")]
    [InlineData("64.08.01.2001.000", "tanpa RW", "tanpa RW")]
    [InlineData("64.08.01.2001.000.003", "RT 003", "RT 003")]
    [InlineData("64.08.77", "64.08.77", "Kecamatan 64.08.77")]
    public void An_area_is_named_with_and_without_its_kind(string code, string name, string title) =>
        Assert.Equal((name, title), (Areas.NameOf(AreaCode.Parse(code)), Areas.TitleOf(AreaCode.Parse(code))));

    [Fact]
    public void A_crumb_names_a_regency_without_its_kind()
    {
        Assert.Equal("Kutai Timur", Areas.ShortNameOf(Office));
        Assert.Equal("Muara Ancalong", Areas.ShortNameOf(Ancalong));
    }

    [Fact]
    public void Children_stand_one_level_below_in_the_order_of_their_codes()
    {
        Assert.Equal(["64.08.01", "64.08.02"], Areas.Children(Office).Select(code => code.Official));
        Assert.Equal(["64.08.01.2001", "64.08.01.2002"], Areas.Children(Ancalong).Select(code => code.Official));
        Assert.Empty(Areas.Children(AreaCode.Parse("64.08.01.2001")));
        Assert.Equal(["64.08.01.2001", "64.08.01.2002", "64.08.02.1001"], Areas.Villages(Office).Select(code => code.Official));
        Assert.Equal(["64.08.01.2001"], Areas.Villages(AreaCode.Parse("64.08.01.2001.000.003")).Select(code => code.Official));
    }

    [Fact]
    public void A_path_leaves_out_an_RW_that_nobody_knows()
    {
        Assert.Equal(["64.08", "64.08.01", "64.08.01.2001", "64.08.01.2001.000.003"],
            AreaDirectory.Path(AreaCode.Parse("64.08.01.2001.000.003"), AreaLevel.Regency).Select(code => code.Official));
        Assert.Equal(["64.08.01.2001", "64.08.01.2001.006", "64.08.01.2001.006.003"],
            AreaDirectory.Path(AreaCode.Parse("64.08.01.2001.006.003"), AreaLevel.Village).Select(code => code.Official));
    }

    [Theory]
    [InlineData("kelinjau ulu", "64.08.01.2001")]
    [InlineData("Desa Kelinjauulu", "64.08.01.2001")]
    [InlineData("KELINJAO ULU", "64.08.01.2001")]
    [InlineData("nehasliah", "64.08.02.1001")]
    [InlineData("muara wah", "64.08.02")]
    [InlineData("ancalong", "64.08.01")]
    public void A_name_is_suggested_however_it_is_spelt(string typed, string first) =>
        Assert.Equal(first, Areas.Suggest(typed, Office)[0].Official);

    [Fact]
    public void A_suggestion_never_leaves_the_area_and_never_comes_of_one_letter()
    {
        Assert.DoesNotContain(Areas.Suggest("kelinjau ulu", Office), code => code.Official == "64.09.01.2001");
        Assert.Empty(Areas.Suggest("k", Office));
        Assert.Empty(Areas.Suggest("Samarinda", Office));
        Assert.Single(Areas.Suggest("kelinjau", Office, most: 1));
    }

    [Theory]
    [InlineData("64.08.01.2001", true)]
    [InlineData("64.08.01.2001.000.003", true)]
    [InlineData("64.08.01.2999", false)]
    [InlineData("Kelinjau Ulu", false)]
    [InlineData(null, false)]
    public void Only_a_code_that_is_in_the_list_or_below_a_village_is_found(string? text, bool isFound) => Assert.Equal(isFound, Areas.TryFind(text, out _));
}
