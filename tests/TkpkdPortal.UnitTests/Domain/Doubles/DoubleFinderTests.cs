using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.UnitTests.Domain.Doubles;

public sealed class DoubleFinderTests
{
    private const string Here = "64.08.03.2001.001.002.", There = "64.08.03.2002.";

    private static readonly DateOnly Born = new(1979, 5, 14);

    [Theory]
    [InlineData("MUHAMMAD NUR", "Moh. Noer", DoublePart.SameName)]
    [InlineData("SITI AMINAH", "St. Aminah", DoublePart.SameName)]
    [InlineData("DJUMIATI", "Hj. Jumiati, S.Pd", DoublePart.SameName)]
    [InlineData("AMINAH SITI", "SITI AMINAH", DoublePart.SameName)]
    [InlineData("ZAINUDDIN", "JAINUDIN", DoublePart.NearName)]
    [InlineData("RIZALDI RAHMI", "RIJALDI RAHMI", DoublePart.NearName)]
    [InlineData("SUPRIYADI", "SUPIRYADI", DoublePart.NearName)]
    [InlineData("MUHAMMAD RIZKI", "RIZKI", DoublePart.PartOfName)]
    [InlineData("AHMAD SUPIAN", "A. SUPIAN", DoublePart.PartOfName)]
    public void A_name_is_known_again_however_it_is_written(string name, string other, DoublePart part)
    {
        var found = Assert.Single(Find(Family(1, Here, Head(name)), Family(2, Here, Head(other))));

        Assert.Contains(found.Parts, one => one.Part == part && one.Points > 0);
        Assert.Equal((1, 2, DoubleKind.Family), (found.FirstId, found.SecondId, found.Kind));
        Assert.Equal(Math.Min(100, found.Parts.Sum(one => one.Points)), found.Score);
    }

    [Theory]
    [InlineData("SITI AMINAH", "SITI FATIMAH")]
    [InlineData("AHMAD RAHMAN", "AHMAD HIDAYAT")]
    [InlineData("ALI", "ADI")]
    public void Two_names_are_not_one_because_a_word_is_the_same(string name, string other) =>
        Assert.Empty(Find(Family(1, Here, Head(name)), Family(2, Here, Head(other))));

    [Theory]
    [InlineData("1979-05-14", "1979-05-14", DoublePart.SameBirth)]
    [InlineData("1979-05-04", "1979-04-05", DoublePart.SwappedBirth)]
    [InlineData("1979-05-14", "1979-05-16", DoublePart.BirthDigit)]
    [InlineData("1979-05-14", "1997-05-14", DoublePart.BirthDigit)]
    [InlineData("1979-01-01", "1979-01-01", DoublePart.SameNewYear)]
    [InlineData("1979-05-14", "1979-01-01", DoublePart.SameYear)]
    [InlineData("1979-05-14", "1983-11-02", DoublePart.OtherBirth)]
    public void A_birth_date_is_known_again_behind_the_slips_of_clerks(string one, string other, DoublePart part) =>
        Assert.Equal(part, BirthLikeness.Of(DateOnly.Parse(one, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(other, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void An_unknown_birth_date_speaks_neither_for_nor_against() => Assert.Null(BirthLikeness.Of(null, Born));

    [Fact]
    public void A_family_that_moved_is_found_by_its_name_and_that_of_the_spouse()
    {
        var found = Assert.Single(Find(
            Family(1, Here, Head("RUSDI HIDAYAT"), Spouse("SALASIAH")),
            Family(2, There, Head("RUSDI HIDAYAT"), Spouse("SALASIYAH"))));

        Assert.Contains(found.Parts, part => part.Part is DoublePart.SameKin or DoublePart.NearKin);
        Assert.Contains(found.Parts, part => part.Part is DoublePart.OtherMembers);
        Assert.DoesNotContain(found.Parts, part => part.Part is DoublePart.SameVillage or DoublePart.SameAddress);
    }

    [Fact]
    public void The_same_number_is_a_double_whatever_the_names_say()
    {
        var found = Assert.Single(Find(Family(1, Here, Head("RUSDI") with { NikIndex = Number(5) }), Family(2, There, Head("SALASIAH") with { NikIndex = Number(5) })));

        Assert.Equal((DoubleKind.Number, 100), (found.Kind, found.Score));
    }

    [Fact]
    public void Two_families_under_one_card_are_asked_about_though_a_son_may_only_have_taken_it_along()
    {
        var found = Assert.Single(Find(Family(1, Here, Head("RUSDI")) with { FamilyCardIndex = Number(7) }, Family(2, Here, Head("JUMRI") with { BirthDate = new DateOnly(2001, 2, 3) }) with { FamilyCardIndex = Number(7) }));

        Assert.Equal(DoubleKind.Number, found.Kind);
    }

    [Fact]
    public void Twins_of_one_family_are_none() =>
        Assert.Empty(Find(Family(1, Here, Head("RUSDI"), Child("NUR AINI"), Child("NUR AINA"))));

    [Fact]
    public void A_common_name_with_a_common_birthday_is_not_enough()
    {
        var many = Enumerable.Range(1, 60).Select(n => Family(n, There, Head("SITI AMINAH") with { BirthDate = Born.AddDays(n * 37), Sex = Sex.Female })).ToList();
        var (one, other) = (Family(101, Here, Head("SITI AMINAH") with { Sex = Sex.Female }), Family(102, "64.08.03.2003.", Head("SITI AMINAH") with { Sex = Sex.Female }));

        Assert.Empty(Find([.. many, one, other]));
    }

    [Fact]
    public void Somebody_who_stands_in_two_families_is_told_from_a_double_family()
    {
        var found = Assert.Single(Find(
            Family(1, Here, Head("RUSDI"), Child("HERMANSYAH PUTRA")),
            Family(2, Here, Head("LAWING") with { BirthDate = new DateOnly(1950, 2, 3) }, Child("HERMANSYAH PUTRA"))));

        Assert.Equal(DoubleKind.Member, found.Kind);
    }

    [Fact]
    public void A_search_that_goes_on_compares_only_what_is_new()
    {
        var (one, other) = (Family(1, Here, Head("RUSDI HIDAYAT")) with { IsFresh = false }, Family(2, Here, Head("RUSDI HIDAYAT")) with { IsFresh = false });

        Assert.Empty(Find(one, other));
        Assert.Single(Find(one, other with { IsFresh = true }));
    }

    [Fact]
    public void Of_a_name_that_too_many_bear_only_neighbours_are_compared_and_what_is_left_is_counted()
    {
        var finder = new DoubleFinder(new DoubleWeights());
        for (var n = 1; n <= DoubleFinder.MostOfAKey + 1; n++)
            finder.Add(Family(n, n % 2 == 0 ? Here : There, Head("SITI AMINAH")));
        finder.Add(Family(9001, "64.08.03.2003.", Head("SITI AMINAH")));

        Assert.NotEmpty(finder.Find());
        Assert.Equal(0, finder.TooCommon);

        for (var n = 2000; n <= 2000 + DoubleFinder.MostOfAKey; n++)
            finder.Add(Family(n, Here, Head("SITI AMINAH")));

        Assert.NotEmpty(finder.Find());
        Assert.True(finder.TooCommon > DoubleFinder.MostOfAKey);
    }

    [Fact]
    public void Parts_of_a_score_come_back_as_they_were_kept()
    {
        ScorePart[] parts = [new(DoublePart.SameName, 36), new(DoublePart.OtherNik, -12)];

        Assert.Equal(parts, ScorePart.Read(ScorePart.Write(parts)));
    }

    [Theory]
    [InlineData(49, 40, "Ambang")]
    [InlineData(65, 51, "sendirian")]
    [InlineData(65, 10, "lebih ringan")]
    public void Weights_that_ask_about_everybody_are_refused(int threshold, int sameName, string word) =>
        Assert.Contains(word, new DoubleWeights { Threshold = threshold, SameName = sameName }.Check().Refusal, StringComparison.Ordinal);

    [Fact]
    public void The_weights_of_the_program_pass_their_own_check() => Assert.True(new DoubleWeights().Check().IsAccepted);

    private static List<FoundDouble> Find(params ComparedFamily[] families)
    {
        var finder = new DoubleFinder(new DoubleWeights());
        Array.ForEach(families, finder.Add);
        return [.. finder.Find()];
    }

    private static ComparedFamily Family(long id, string area, params ComparedPerson[] members) => new(id, area, "JL. MAWAR RT 003", [.. members.Select((member, i) => member with { Id = (id * 10) + i })]);

    private static ComparedPerson Head(string name) => new(0, name, Relationship.Head) { BirthDate = Born, Sex = Sex.Male };

    private static ComparedPerson Spouse(string name) => new(0, name, Relationship.Spouse) { BirthDate = Born.AddYears(2), Sex = Sex.Female };

    private static ComparedPerson Child(string name) => new(0, name, Relationship.Child) { BirthDate = Born.AddYears(25), Sex = Sex.Male };

    private static byte[] Number(byte seed) => [.. Enumerable.Repeat(seed, 32)];
}
