using TkpkdPortal.Domain.People;

namespace TkpkdPortal.UnitTests.Domain.People;

// Numbers are put together here, so that no whole one stands in the name of a test.
public sealed class NikTests
{
    [Theory]
    [InlineData("120383", Sex.Male)]
    [InlineData("520383", Sex.Female)]
    [InlineData("290200", Sex.Male)]
    [InlineData("690296", Sex.Female)]
    [InlineData("311299", Sex.Male)]
    [InlineData("410100", Sex.Female)]
    public void A_good_number_tells_the_sex(string birth, Sex sex)
    {
        Assert.Equal(NikFault.None, Nik.Judge(Given.Digits(birth: birth), out var nik));
        Assert.Equal(sex, nik.Sex);
        Assert.Equal("640899", nik.PlaceOfRegistration);
    }

    [Theory]
    [InlineData("6.47299E+15", NikFault.ScientificNotation)]
    [InlineData("6,47299E+15", NikFault.ScientificNotation)]
    [InlineData("6e15", NikFault.ScientificNotation)]
    [InlineData("E15", NikFault.Letters)]
    [InlineData("6.4.2E+15", NikFault.Letters)]
    [InlineData("640899E", NikFault.Letters)]
    [InlineData("64 0899", NikFault.Letters)]
    [InlineData("", NikFault.Length)]
    [InlineData("640899", NikFault.Length)]
    public void A_text_that_is_no_number_is_told_apart(string text, NikFault fault) => Assert.Equal(fault, Nik.Judge(text, out _));

    [Theory]
    [InlineData("64O899", "120383", "0001", NikFault.Letters)]
    [InlineData("640899", "120383", "00012", NikFault.Length)]
    [InlineData("640899", "120383", "001", NikFault.Length)]
    [InlineData("999999", "999999", "9999", NikFault.Uniform)]
    [InlineData("100899", "120383", "0001", NikFault.Province)]
    [InlineData("970899", "120383", "0001", NikFault.Province)]
    [InlineData("000899", "320083", "0000", NikFault.Province)]
    [InlineData("640899", "321283", "0001", NikFault.Date)]
    [InlineData("640899", "000183", "0001", NikFault.Date)]
    [InlineData("640899", "400183", "0001", NikFault.Date)]
    [InlineData("640899", "720183", "0001", NikFault.Date)]
    [InlineData("640899", "121383", "0001", NikFault.Date)]
    [InlineData("640899", "120083", "0001", NikFault.Date)]
    [InlineData("640899", "310483", "0001", NikFault.Date)]
    [InlineData("640899", "290283", "0001", NikFault.Date)]
    [InlineData("640899", "300284", "0000", NikFault.Date)]
    [InlineData("640899", "120383", "0000", NikFault.Sequence)]
    [InlineData("110899", "120383", "0001", NikFault.None)]
    [InlineData("960899", "710183", "0001", NikFault.None)]
    public void Only_the_first_fault_is_reported(string place, string birth, string sequence, NikFault fault) =>
        Assert.Equal(fault, Nik.Judge(place + birth + sequence, out _));

    [Fact]
    public void A_form_takes_the_separators_that_people_type()
    {
        Assert.True(Nik.TryParse("6408.99 120383-0001\u00a0", out var nik));
        Assert.Equal(Given.Digits(), nik.Digits);
        Assert.False(Nik.TryParse("", out _));
        Assert.False(Nik.TryParse(null, out _));
    }

    [Theory]
    [InlineData("120383", 1983, 3, 12, true)]
    [InlineData("520383", 1983, 3, 12, true)]
    [InlineData("120383", 1883, 3, 12, true)]
    [InlineData("120383", 1983, 12, 3, false)]
    [InlineData("120383", 1984, 3, 12, false)]
    [InlineData("120383", 1983, 3, 13, false)]
    public void A_birth_date_is_compared_without_its_century(string birth, int year, int month, int day, bool agrees) =>
        Assert.Equal(agrees, Given.Nik(birth).AgreesWith(new DateOnly(year, month, day)));

    [Fact]
    public void A_number_is_written_as_its_mask()
    {
        Assert.Equal("640899••••••••••", Given.Nik().ToString());
        Assert.Equal("640899••••••••••", $"{Given.Nik()}");
        Assert.Equal("", default(Nik).ToString());
        Assert.Throws<InvalidOperationException>(() => default(Nik).Digits);
    }

    [Fact]
    public void An_invented_number_is_known_by_a_kecamatan_that_no_regency_has()
    {
        Assert.True(Given.Nik().IsSynthetic);
        Assert.True(Nik.TryParse(Given.Digits(place: "640803"), out var issued));
        Assert.False(issued.IsSynthetic);
    }
}
