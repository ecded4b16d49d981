using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.UnitTests.Domain.Households;

public sealed class ValidityTests
{
    [Fact]
    public void What_is_unknown_or_missing_is_no_fault()
    {
        var household = Given.Household(head: Given.Person() with { MatchesCivilRegistry = false });

        Assert.Empty(Faults(household));
        Assert.NotEmpty(Completeness.Of(household, household.Members));
    }

    [Theory]
    [InlineData(CivilMatch.Agrees, null)]
    [InlineData(CivilMatch.Differs, RecordFault.CivilDiffers)]
    [InlineData(CivilMatch.NotFound, RecordFault.CivilNotFound)]
    [InlineData(CivilMatch.Deceased, RecordFault.CivilDeceased)]
    [InlineData(CivilMatch.Duplicate, RecordFault.CivilDuplicate)]
    public void The_last_answer_of_the_civil_registry_decides_and_not_what_a_list_said(CivilMatch match, RecordFault? fault)
    {
        var household = Given.Household(head: Given.Person() with { Nik = Given.Sealed(), MatchesCivilRegistry = false });
        Assert.Equal([RecordFault.ListUnmatched], Faults(household));

        Household.TakeAnswer(household.Head, match, Given.Today);

        Assert.Equal(fault is { } known ? [known] : Array.Empty<RecordFault>(), Faults(household));
    }

    [Theory]
    [InlineData("2025-12-01", false)]
    [InlineData("2025-12-02", true)]
    [InlineData("1905-12-01", false)]
    [InlineData("1905-11-30", true)]
    public void Nobody_is_born_tomorrow_or_older_than_a_hundred_and_twenty_years(string born, bool isFault) =>
        Assert.Equal(isFault, Faults(Given.Household(head: Given.Person() with { BirthDate = DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture) })).Contains(RecordFault.BirthDate));

    [Fact]
    public void A_number_that_was_found_faulty_is_a_fault_until_there_is_another()
    {
        Assert.Equal([RecordFault.NumberFaulty], Faults(Given.Household(head: Given.Person() with { NikAbsence = NumberAbsence.Faulty })));
        Assert.Empty(Faults(Given.Household(head: Given.Person() with { NikAbsence = NumberAbsence.Faulty, Nik = Given.Sealed() })));
    }

    [Fact]
    public void Every_fact_and_every_fault_has_words_and_somebody_who_sees_to_it()
    {
        Assert.All(Enum.GetValues<MissingFact>(), fact => Assert.NotEmpty(CompletenessWords.Facts.Label(fact) + CompletenessWords.Providers.Label(Completeness.ProviderOf(fact))));
        Assert.All(Enum.GetValues<RecordFault>(), fault => Assert.NotEmpty(FaultWords.Values.Label(fault) + CompletenessWords.Providers.Label(Validity.ProviderOf(fault))));
        Assert.All(Enum.GetValues<Freshness>(), freshness => Assert.NotEmpty(FreshnessWords.Values.Label(freshness)));
    }

    private static IReadOnlyList<RecordFault> Faults(Household household) => [.. Validity.Of(household, household.Members, sharesNumber: false, Given.Today).Select(line => line.Fault)];
}
