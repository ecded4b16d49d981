using TkpkdPortal.Domain.People;

namespace TkpkdPortal.UnitTests.Domain.People;

public sealed class PersonalNumberTests
{
    [Fact]
    public void A_KK_number_has_the_form_of_a_NIK_without_the_women()
    {
        Assert.True(FamilyCardNumber.TryParse(Given.Digits(birth: "120321"), out var card));
        Assert.Equal((Given.Digits(birth: "120321"), "640899••••••••••"), (card.Digits, card.ToString()));
        Assert.False(FamilyCardNumber.TryParse(Given.Digits(birth: "520321"), out _));
        Assert.False(FamilyCardNumber.TryParse(Given.Digits(sequence: "0000"), out _));
        Assert.False(FamilyCardNumber.TryParse("", out _));
        Assert.Throws<InvalidOperationException>(() => default(FamilyCardNumber).Digits);
    }

    [Theory]
    [InlineData("  12\u00a0 34 ", "12 34", false)]
    [InlineData("'1234", "1234", false)]
    [InlineData("' 1234", "1234", false)]
    [InlineData("1234.0", "1234", true)]
    [InlineData("1234.00", "1234.00", false)]
    [InlineData(null, "", false)]
    [InlineData(".0", "", true)]
    public void A_cell_is_cleaned_before_its_number_is_judged(string? cell, string cleaned, bool cutDecimal)
    {
        Assert.Equal(cleaned, PersonalNumberText.Clean(cell, out var wasCut));
        Assert.Equal(cutDecimal, wasCut);
    }

    [Fact]
    public void Two_sealed_numbers_are_equal_by_their_bytes_and_show_only_the_mask()
    {
        Assert.Equal(Given.Sealed(1).Number, Given.Sealed(1).Number);
        Assert.NotEqual(Given.Sealed(1).Number, Given.Sealed(2).Number);
        Assert.Equal("640899••••••••••", Given.Sealed().Number.ToString());
    }

    [Fact]
    public void Every_reason_for_a_missing_number_has_its_words()
    {
        Assert.Equal(Enum.GetValues<NumberAbsence>().Order(), NumberAbsenceWords.Values.All.Order());
        Assert.Equal("Belum perekaman", NumberAbsenceWords.Values.Label(NumberAbsence.NeverRecorded));
    }
}
