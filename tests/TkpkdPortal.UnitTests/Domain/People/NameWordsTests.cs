using TkpkdPortal.Domain.People;

namespace TkpkdPortal.UnitTests.Domain.People;

public sealed class NameWordsTests
{
    [Theory]
    [InlineData("Hj. Soeharni", "SUHARNI")]
    [InlineData("H. Djoko Tjahjono", "JOKO CAHJONO")]
    [InlineData("Muh. Noor", "MUHAMAD NUR")]
    [InlineData("M. Yusuf", "MUHAMAD YUSUF")]
    [InlineData("Muhammad", "MUHAMAD")]
    [InlineData("St. Aminah", "SITI AMINAH")]
    [InlineData("Abd. Rahman bin Abd. Rahman", "ABDUL RAHMAN")]
    [InlineData("Nur'aini", "NUR AINI")]
    [InlineData("Anwar-Sani/Anwar", "ANWAR SANI")]
    [InlineData("José", "JOSE")]
    [InlineData("Siti2 Aminah", "SITI AMINAH")]
    [InlineData("Nurhayati", "NURHAYATI")]
    [InlineData("Norhayati", "NORHAYATI")]
    [InlineData("Ahmad, ST", "AHMAD")]
    [InlineData("123", "")]
    [InlineData("", "")]
    public void A_name_is_found_by_its_words_without_titles_in_either_spelling(string name, string words) =>
        Assert.Equal(words, string.Join(' ', NameWords.Of(name)));

    [Fact]
    public void A_word_longer_than_its_column_is_cut() => Assert.Equal(NameWords.MaxLength, Assert.Single(NameWords.Of(string.Concat(Enumerable.Repeat("AB", 40)))).Length);
}
