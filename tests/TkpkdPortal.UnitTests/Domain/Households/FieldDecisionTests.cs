using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.UnitTests.Domain.Households;

/// <summary>What a decision between two sources does to a household, and what undoes it.</summary>
public sealed class FieldDecisionTests
{
    private const string Tile = "2", Bamboo = "5";

    private readonly Household _household = Given.Household();

    [Fact]
    public void The_chosen_value_stands_and_taking_it_back_brings_the_former_one_back()
    {
        var decision = Take(HouseholdField.Roof, Tile, Bamboo, ChosenSide.Second);

        Assert.Equal((RoofMaterial.Bamboo, HouseholdField.Roof, HouseholdField.None), (_household.Housing.Roof, _household.Decided, _household.Verified));
        Assert.Equal(("", Bamboo, SourceList.Dtsen), (decision.Former, decision.Value, decision.ChosenList));
        Assert.True(decision.Withdraw(_household, "Keliru.", 2, Given.Now).IsAccepted);
        Assert.Equal((null, HouseholdField.None), (_household.Housing.Roof, _household.Decided));
        Assert.Contains("sudah dicabut", decision.Withdraw(_household, "Lagi.", 2, Given.Now).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_changes_the_head_and_an_address_only_the_address()
    {
        Take(HouseholdField.HeadName, "Siti Aminah", "Siti Aminah binti Ali", ChosenSide.Second);
        Take(HouseholdField.Address, "Jl. Satu", "Jl. Dua", ChosenSide.First);

        Assert.Equal(("Siti Aminah binti Ali", "Siti Aminah binti Ali", "Jl. Satu", HouseholdField.HeadName | HouseholdField.Address),
            (_household.HeadName, _household.Head.Name, _household.Address, _household.Decided));
    }

    [Fact]
    public void What_the_register_has_can_be_chosen_and_a_verified_value_stays_verified_then()
    {
        _household.TakeFrom(Given.Approved(Given.Answers() with { Housing = new Housing { Roof = RoofMaterial.Tile } }, _household));

        var decision = Take(HouseholdField.Roof, Tile, Bamboo, ChosenSide.Register);

        Assert.Equal((RoofMaterial.Tile, null, true), (_household.Housing.Roof, decision.ChosenList, _household.Verified.HasFlag(HouseholdField.Roof)));
    }

    [Fact]
    public void A_verified_value_gives_way_to_who_looks_is_no_longer_verified_and_is_again_when_that_is_taken_back()
    {
        _household.TakeFrom(Given.Approved(Given.Answers() with { Housing = new Housing { Roof = RoofMaterial.Tile } }, _household));
        var seen = Seen(HouseholdField.Roof, Tile, Bamboo);

        Assert.True(FieldDecision.Overrules(_household, seen, ChosenSide.Second));
        Assert.False(FieldDecision.Overrules(_household, seen, ChosenSide.First));
        var decision = Take(HouseholdField.Roof, Tile, Bamboo, ChosenSide.Second);
        Assert.Equal((RoofMaterial.Bamboo, false), (_household.Housing.Roof, _household.Verified.HasFlag(HouseholdField.Roof)));
        Assert.True(decision.Withdraw(_household, "Keliru.", 2, Given.Now).IsAccepted);
        Assert.Equal((RoofMaterial.Tile, true), (_household.Housing.Roof, _household.Verified.HasFlag(HouseholdField.Roof)));
    }

    [Fact]
    public void A_visit_after_the_decision_stands_and_taking_the_decision_back_changes_nothing_more()
    {
        var decision = Take(HouseholdField.Roof, Tile, Bamboo, ChosenSide.Second);
        _household.TakeFrom(Given.Approved(Given.Answers() with { Housing = new Housing { Roof = RoofMaterial.Concrete } }, _household));

        Assert.Equal((RoofMaterial.Concrete, HouseholdField.None), (_household.Housing.Roof, _household.Decided));
        Assert.True(decision.Withdraw(_household, "Keliru.", 2, Given.Now).IsAccepted);
        Assert.Equal(RoofMaterial.Concrete, _household.Housing.Roof);
    }

    [Fact]
    public void A_reason_is_asked_for_and_another_village_is_refused_but_not_that_the_register_is_right()
    {
        var village = Seen(HouseholdField.Village, Given.Desa, Given.Kelurahan);

        Assert.Contains("Tulis alasan", FieldDecision.Take(_household, Seen(HouseholdField.Roof, Tile, Bamboo), ChosenSide.First, " ", null, 1, Given.Now, out _).Refusal, StringComparison.Ordinal);
        Assert.Contains("supaya yang menerima menyetujui", FieldDecision.Take(_household, village, ChosenSide.Second, "Pindah.", null, 1, Given.Now, out var refused).Refusal, StringComparison.Ordinal);
        Assert.Null(refused);
        Assert.True(FieldDecision.Take(_household, village, ChosenSide.First, "Tidak pindah.", null, 1, Given.Now, out _).IsAccepted);
        Assert.Equal((Given.Desa, HouseholdField.Village), (_household.AreaCode, _household.Decided));
    }

    [Fact]
    public void Every_compared_field_has_a_word_and_writes_and_reads_its_own_value()
    {
        foreach (var field in FieldValues.Compared.Where(field => field is not (HouseholdField.HeadName or HouseholdField.Address or HouseholdField.Village)))
        {
            var household = Given.Household();
            Assert.Null(FieldValues.TextOf(household, field));
            Assert.True(FieldDecision.Take(household, Seen(field, "1", "2"), ChosenSide.Second, "Uji.", null, 1, Given.Now, out _).IsAccepted);
            Assert.Equal(("2", field), (FieldValues.TextOf(household, field), household.Decided));
            Assert.NotEqual("2", FieldValues.Label(field, "2"));
            Assert.NotEmpty(FieldValues.Word(field));
        }
    }

    [Fact]
    public void A_rule_fits_its_two_sources_in_either_order_and_ends_once()
    {
        var rule = new FieldRule(HouseholdField.Roof, SourceList.Dtsen, null, "Lebih baru.", 1, Given.Now);

        Assert.True(rule.Concerns(HouseholdField.Roof, null, SourceList.Dtsen));
        Assert.False(rule.Concerns(HouseholdField.Wall, null, SourceList.Dtsen));
        Assert.False(rule.Concerns(HouseholdField.Roof, SourceList.P3ke, SourceList.Dtsen));
        Assert.True(rule.End(2, Given.Now).IsAccepted);
        Assert.False(rule.End(2, Given.Now).IsAccepted);
        Assert.Throws<ArgumentException>(() => new FieldRule(HouseholdField.Roof, SourceList.P3ke, SourceList.P3ke, "x", 1, Given.Now));
    }

    private static MisalignedField Seen(HouseholdField field, string first, string second) => new(field, SourceList.P3ke, SourceList.Dtsen, first, second);

    private FieldDecision Take(HouseholdField field, string first, string second, ChosenSide chosen)
    {
        Assert.Null(FieldDecision.Take(_household, Seen(field, first, second), chosen, "Dilihat.", null, 1, Given.Now, out var decision).Refusal);
        return decision!;
    }
}
