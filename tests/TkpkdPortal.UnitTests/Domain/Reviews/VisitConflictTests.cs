using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Reviews;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.UnitTests.Domain.Reviews;

public sealed class VisitConflictTests
{
    private const long OtherEnumerator = 9;

    private readonly Household _household = Given.Household();

    [Fact]
    public void Visits_that_say_the_same_leave_nothing_to_decide_and_are_approved_together()
    {
        var (one, two) = (Given.Submitted(household: _household), Second(Given.Answers()));
        var conflict = VisitConflict.Of(_household, [(two, _household), (one, _household)]);

        var outcome = conflict.Settle(new Dictionary<HouseholdField, Visit?>(), Given.VillageHead, Given.Now, out var entering);

        Assert.True(outcome.IsAccepted, outcome.Refusal);
        Assert.Empty(conflict.Fields);
        Assert.Equal(HouseholdField.Finding, entering[one]);
        Assert.Equal(HouseholdField.None, entering[two]);
        Assert.All([one, two], visit => Assert.Equal((VisitStatus.Approved, "Diputus bersama 1 kunjungan lain. Isiannya sama."), (visit.Status, visit.Settlement)));
    }

    [Fact]
    public void A_field_in_which_visits_differ_needs_a_choice_and_the_others_do_not()
    {
        var one = Given.Submitted(Given.Answers() with { Housing = new Housing { Roof = RoofMaterial.Bamboo, Floor = FloorMaterial.Other } }, _household);
        var two = Second(Given.Answers() with { Housing = new Housing { Roof = RoofMaterial.Tile } });
        var conflict = VisitConflict.Of(_household, [(one, _household), (two, _household)]);

        var undecided = conflict.Settle(new Dictionary<HouseholdField, Visit?>(), Given.VillageHead, Given.Now, out _);
        var decided = conflict.Settle(new Dictionary<HouseholdField, Visit?> { [HouseholdField.Roof] = two }, Given.VillageHead, Given.Now, out var entering);
        foreach (var (visit, fields) in entering)
            _household.TakeFrom(visit, fields);

        Assert.Equal([HouseholdField.Roof], conflict.Fields.Select(field => field.Field));
        Assert.Equal("Pilih dahulu nilai yang dipakai untuk: Atap.", undecided.Refusal);
        Assert.True(decided.IsAccepted, decided.Refusal);
        Assert.Equal((RoofMaterial.Tile, FloorMaterial.Other), (_household.Housing.Roof, _household.Housing.Floor));
        Assert.Contains("Dipakai dari kunjungan lain: Atap.", one.Settlement, StringComparison.Ordinal);
        Assert.Contains("Dipakai dari kunjungan ini: Atap.", two.Settlement, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lone_visit_to_an_unchanged_household_asks_for_nothing_and_says_nothing()
    {
        var visit = Given.Submitted(Given.Answers() with { CorrectedAddress = "Jl. Baru 1" }, _household);
        var conflict = VisitConflict.Of(_household, [(visit, _household)]);

        Assert.True(conflict.Settle(new Dictionary<HouseholdField, Visit?>(), Given.VillageHead, Given.Now, out var entering).IsAccepted);

        Assert.Empty(conflict.Fields);
        Assert.Equal(HouseholdField.Finding | HouseholdField.Address, entering[visit]);
        Assert.Null(visit.Settlement);
    }

    [Fact]
    public void Who_wrote_one_of_them_decides_none_of_them()
    {
        var (one, two) = (Given.Submitted(household: _household), Second(Given.Answers()));

        var outcome = VisitConflict.Of(_household, [(one, _household), (two, _household)]).Settle(new Dictionary<HouseholdField, Visit?>(), OtherEnumerator, Given.Now, out _);

        Assert.Contains("Anda tulis sendiri", outcome.Refusal, StringComparison.Ordinal);
        Assert.All([one, two], visit => Assert.Equal(VisitStatus.Submitted, visit.Status));
    }

    [Fact]
    public void What_became_of_it_is_read_once()
    {
        var (one, two) = (Given.Submitted(household: _household), Second(Given.Answers()));
        VisitConflict.Of(_household, [(one, _household), (two, _household)]).Settle(new Dictionary<HouseholdField, Visit?>(), Given.VillageHead, Given.Now, out _);

        one.ReadSettlement(Given.Now);
        one.ReadSettlement(Given.Now.AddDays(1));

        Assert.Equal(Given.Now, one.SettlementReadAt);
    }

    private Visit Second(VisitAnswers answers)
    {
        var visit = _household.OpenVisit(Guid.CreateVersion7(), OtherEnumerator, number: 2);
        Assert.True(visit.Save(answers, Given.Now).IsAccepted);
        Assert.True(visit.Submit(Given.Today, Given.Now).IsAccepted);
        return visit;
    }
}
