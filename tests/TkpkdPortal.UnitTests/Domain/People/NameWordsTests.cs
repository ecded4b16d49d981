using TkpkdPortal.Domain.People;

namespace TkpkdPortal.UnitTests.Domain.People;

public sealed class NameWordsTests
{
    [Theory]
    [InlineData("Muhammad Yusuf", "Mohammad Jusuf")]
    [InlineData("Muhammad", "Mochamad")]
    [InlineData("Muhammad", "Mohamed")]
    [InlineData("Muhammad Noor", "Moh. Noer")]
    [InlineData("Muhammad Noor", "Muh Nor")]
    [InlineData("Muhammad Noor", "M. Nur")]
    [InlineData("Muhammad Noor", "H.M. Noor, S.Pd., M.Si")]
    [InlineData("Siti Aminah", "St. Aminah")]
    [InlineData("Siti Aminah", "Sitti Amina")]
    [InlineData("Siti Aminah", "Hj. Sity Aminah, S.E")]
    [InlineData("Suharni", "Soeharni")]
    [InlineData("Joko Cahyono", "Djoko Tjahjono")]
    [InlineData("Yahya", "Jahja")]
    [InlineData("Yusuf", "Jusup")]
    [InlineData("Syamsul", "Sjamsul")]
    [InlineData("Syamsul", "Samsul")]
    [InlineData("Syarifah", "Sarifa")]
    [InlineData("Khairul", "Hairul")]
    [InlineData("Khairul", "Chairul")]
    [InlineData("Fatimah", "Patimah")]
    [InlineData("Fatimah", "Fathimah")]
    [InlineData("Novi", "Nopi")]
    [InlineData("Rahmi", "Rahmy")]
    [InlineData("Ahmad", "Achmad")]
    [InlineData("Ahmad", "Akhmad")]
    [InlineData("Taufik", "Taufiq")]
    [InlineData("Nurhayati", "Norhayati")]
    [InlineData("Nurhayati", "Nur Hayati")]
    [InlineData("Abdurrahman", "Abdul Rahman")]
    [InlineData("Abdurrahman", "Abd. Rahman")]
    [InlineData("Abdullah", "Abdulah")]
    [InlineData("Ridha", "Rida")]
    [InlineData("Ir. Budi", "BUDI, S.T.")]
    [InlineData("José", "Jose")]
    [InlineData("Anwar-Sani", "Anwar Sani")]
    [InlineData("Siti2 Aminah", "Siti Aminah")]
    public void Two_spellings_of_one_name_meet(string one, string other) => Assert.Equal(NameWords.Of(one), NameWords.Of(other));

    [Theory]
    [InlineData("Ahmad", "Muhammad")]
    [InlineData("Siti", "Sri")]
    [InlineData("Budi", "Rudi")]
    [InlineData("Hasan", "Husin")]
    [InlineData("Aminah", "Aman")]
    [InlineData("Nurdin", "Nordiana")]
    [InlineData("Salim", "Salma")]
    [InlineData("Rahman", "Rahmat")]
    [InlineData("Abdullah", "Abdul Gani")]
    [InlineData("Yusuf", "Yunus")]
    [InlineData("Fitri", "Fitra")]
    [InlineData("Sarah", "Sari")]
    public void Two_names_stay_apart(string one, string other) => Assert.NotEqual(NameWords.Of(one), NameWords.Of(other));

    [Theory]
    [InlineData("Muhamm", "Mochammad")]
    [InlineData("Mochamm", "Muhammad")]
    [InlineData("Soehar", "Suharni")]
    [InlineData("Nurha", "Norhayati")]
    [InlineData("Fati", "Patimah")]
    public void The_beginning_of_a_name_finds_the_name_in_another_spelling(string typed, string name) =>
        Assert.All(NameWords.Of(typed), word => Assert.Contains(NameWords.KeptOf(name), kept => kept.StartsWith(word, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Hj. Soeharni", "SUHARNI")]
    [InlineData("Abd. Rahman bin Abd. Rahman", "ABDUL RAHMAN")]
    [InlineData("Nur'aini", "NUR AINI")]
    [InlineData("Ma Ijah", "MA IA")]
    [InlineData("Ahmad, ST", "AHMAD")]
    [InlineData("123", "")]
    [InlineData("", "")]
    public void A_name_is_kept_by_its_words_without_titles(string name, string words) => Assert.Equal(words, string.Join(' ', NameWords.Of(name)));

    [Fact]
    public void A_word_longer_than_its_column_is_cut() => Assert.Equal(NameWords.MaxLength, Assert.Single(NameWords.Of(string.Concat(Enumerable.Repeat("AB", 40)))).Length);
}
