using TkpkdPortal.Domain.Lists;

namespace TkpkdPortal.UnitTests.Domain.Lists;

public sealed class ReleaseComparisonTests
{
    private const string Village = "64.72.04.1013.", OtherVillage = "64.72.04.1014.";

    private static readonly DateOnly Born = new(1980, 2, 10);

    [Fact]
    public void A_family_that_both_lists_tell_alike_is_found_by_any_member_and_counted_once() =>
        Assert.Equal([DifferenceKind.Same], Kinds([Family("1", persons: [Head(null), Member(2)])], [Family("A", persons: [Head(null), Member(2)])]));

    [Fact]
    public void A_head_whose_number_came_or_changed_is_found_by_name_birth_date_and_village()
    {
        Assert.Equal([DifferenceKind.NikFilled], Kinds([Family("1", persons: [Head(null)])], [Family("A", persons: [Head(7)])]));
        Assert.Equal([DifferenceKind.NikCorrected], Kinds([Family("1", persons: [Head(6)])], [Family("A", persons: [Head(7)])]));
        Assert.Equal([DifferenceKind.Entered, DifferenceKind.Left], Kinds([Family("1", persons: [Head(6)])], [Family("A", persons: [Head(7)], village: OtherVillage)]));
    }

    [Fact]
    public void A_split_family_is_one_difference_and_its_members_are_neither_gone_nor_new() =>
        Assert.Equal([DifferenceKind.Split], Kinds([Family("1", persons: [Head(1), Member(2), Member(3)])],
            [Family("A", persons: [Head(1)]), Family("B", persons: [Head(2, "ANAK 2"), Member(3)])]));

    [Fact]
    public void A_family_that_lives_in_anothers_is_joined_and_has_not_left()
    {
        var differences = Between([Family("1", persons: [Head(1)]), Family("2", persons: [Head(2, "ANAK 2")])], [Family("A", persons: [Head(1), Member(2), Member(9)])]);

        Assert.Contains(differences, difference => difference is { Kind: DifferenceKind.Joined, First.Id: "2" });
        Assert.DoesNotContain(differences, difference => difference.Kind is DifferenceKind.Left);
    }

    [Theory]
    [InlineData(2, 4, DifferenceKind.DecileUp)]
    [InlineData(4, 1, DifferenceKind.DecileDown)]
    [InlineData(3, 99, DifferenceKind.DecileUp)]
    [InlineData(99, 6, DifferenceKind.Same)]
    [InlineData(3, 0, DifferenceKind.Same)]
    public void A_decile_rises_or_falls_and_four_plus_says_nothing_above_four(byte before, byte now, DifferenceKind kind) =>
        Assert.Equal([kind], Kinds([Family("1", persons: [Head(1)], decile: before)], [Family("A", persons: [Head(1)], decile: now)]));

    [Fact]
    public void Several_differences_of_a_family_are_counted_each() =>
        Assert.Equal([DifferenceKind.NameSpelling, DifferenceKind.DecileUp, DifferenceKind.Moved, DifferenceKind.MembersAdded, DifferenceKind.MembersGone],
            Kinds([Family("1", persons: [Head(1), Member(2)])], [Family("A", persons: [Head(1, "SITI AMINNAH"), Member(3)], decile: 2, village: OtherVillage)]));

    [Fact]
    public void Another_head_is_said_where_the_old_one_is_gone_and_where_he_is_a_member_now()
    {
        Assert.Equal([DifferenceKind.HeadChanged, DifferenceKind.MembersGone], Kinds([Family("1", persons: [Head(1), Member(2)])], [Family("A", persons: [Head(2, "ANAK 2")])]));
        Assert.Equal([DifferenceKind.HeadChanged], Kinds([Family("1", persons: [Head(1), Member(2)])],
            [Family("A", persons: [Head(2, "ANAK 2"), new StatedPerson("SITI AMINAH", Born, 1, false)])]));
    }

    [Fact]
    public void In_one_list_the_id_tells_who_is_who_also_when_nobody_has_a_number()
    {
        var comparison = ReleaseComparison.Of([Family("1", persons: [Head(null)])], [Family("1", persons: [Head(null, "ORANG LAIN")])], isSameList: true);

        Assert.Equal((1, 1, DifferenceKind.HeadChanged), (comparison.InBoth, comparison.FoundAgain, comparison.Differences[0].Kind));
    }

    [Fact]
    public void A_release_without_members_says_nothing_of_members_and_takes_no_number_away()
    {
        var familiesAlone = new StatedFamily("A", 0, Village, 1, [new StatedPerson("SITI AMINAH", Born, null, true)], HasMembers: false);

        Assert.Equal([DifferenceKind.Same], Kinds([Family("1", persons: [Head(1), Member(2)])], [familiesAlone]));
    }

    private static IEnumerable<DifferenceKind> Kinds(IReadOnlyList<StatedFamily> first, IReadOnlyList<StatedFamily> second) => Between(first, second).Select(difference => difference.Kind);

    private static IReadOnlyList<ListDifference> Between(IReadOnlyList<StatedFamily> first, IReadOnlyList<StatedFamily> second) => ReleaseComparison.Of(first, second, isSameList: false).Differences;

    private static StatedFamily Family(string id, StatedPerson[] persons, byte decile = 1, string village = Village) => new(id, 0, village, decile, persons, HasMembers: true);

    private static StatedPerson Head(ulong? number, string name = "SITI AMINAH") => new(name, name == "ANAK 2" ? Born.AddYears(22) : Born, number, true);

    private static StatedPerson Member(ulong number) => new($"ANAK {number}", Born.AddYears(20 + (int)number), number, false);
}
