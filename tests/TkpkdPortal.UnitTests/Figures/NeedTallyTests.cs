using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Figures;

namespace TkpkdPortal.UnitTests.Figures;

public sealed class NeedTallyTests
{
    private const Need House = Need.DecentHouse, Water = Need.DrinkingWater, Work = Need.Work;

    [Fact]
    public void A_need_is_met_before_it_is_planned_and_what_is_unknown_is_no_need()
    {
        var tally = Of(new NeedCase(House | Water, Work, House, House | Water, null, true), new NeedCase(House, Water, Need.None, Need.None, null, false), new NeedCase(Need.None, Need.None, House, Need.None, null, true));

        Assert.Equal((1, 0, 1, 0), States(tally, House));
        Assert.Equal((0, 1, 0, 1), States(tally, Water));
        Assert.Equal((0, 0, 0, 1), States(tally, Work));
        Assert.Equal((3, 2, 3, 1), (tally.Households, tally.InNeed, tally.Needs, tally.MetNeeds));
    }

    [Fact]
    public void Convergence_is_full_by_all_needs_half_by_half_of_them_and_none_by_none()
    {
        var tally = Of(new NeedCase(House | Water, 0, House | Water, 0, null, true), new NeedCase(House | Water, 0, House, 0, null, true), new NeedCase(House | Water | Work, 0, House, 0, null, true), new NeedCase(House, 0, 0, House, null, false), new NeedCase(0, House, 0, 0, null, false));

        Assert.Equal((4, 1, 1, 1), (tally.InNeed, tally.FullyMet, tally.HalfMet, tally.NotMet));
    }

    [Fact]
    public void Whom_aid_misses_and_whom_it_should_not_reach_are_told_by_what_a_visit_found()
    {
        var tally = Of(new NeedCase(House, 0, 0, 0, Eligibility.ExtremelyPoor, false), new NeedCase(House, 0, House, 0, Eligibility.Poor, true), new NeedCase(0, 0, 0, 0, Eligibility.NotEligible, true), new NeedCase(House, 0, 0, 0, null, true));

        Assert.Equal((2, 1, 3, 1), (tally.Eligible, tally.EligibleWithoutAid, tally.Helped, tally.HelpedNotEligible));
    }

    [Fact]
    public void Sums_of_places_add_up_whatever_the_households()
    {
        var random = new Random(41);
        var (whole, parts) = (new NeedTally(), new NeedTally[5]);
        for (var i = 0; i < parts.Length; i++)
            parts[i] = new NeedTally();
        for (var round = 0; round < 500; round++)
        {
            var needs = (Need)random.Next(1 << 12);
            var household = new NeedCase(needs, (Need)random.Next(1 << 12) & ~needs, (Need)random.Next(1 << 12), (Need)random.Next(1 << 12), random.Next(4) is > 0 and var found ? (Eligibility)found : null, random.Next(2) == 0);
            whole.Add(household);
            parts[random.Next(parts.Length)].Add(household);
        }
        var sum = new NeedTally();
        foreach (var part in parts)
            sum.Add(part);

        Assert.All(NeedWords.Of((Need)~0), need => Assert.Equal(States(whole, need), States(sum, need)));
        Assert.Equal((whole.Households, whole.InNeed, whole.FullyMet, whole.HalfMet, whole.NotMet, whole.Needs, whole.MetNeeds), (sum.Households, sum.InNeed, sum.FullyMet, sum.HalfMet, sum.NotMet, sum.Needs, sum.MetNeeds));
        Assert.Equal((whole.Eligible, whole.EligibleWithoutAid, whole.Helped, whole.HelpedNotEligible), (sum.Eligible, sum.EligibleWithoutAid, sum.Helped, sum.HelpedNotEligible));
        Assert.Equal(whole.Needs, NeedWords.Of((Need)~0).Sum(whole.Needing));
    }

    private static NeedTally Of(params NeedCase[] households)
    {
        var tally = new NeedTally();
        Array.ForEach(households, tally.Add);
        return tally;
    }

    private static (int Met, int Planned, int Nobody, int Unknown) States(NeedTally tally, Need need) =>
        (tally.Of(need, NeedAid.Met), tally.Of(need, NeedAid.Planned), tally.Of(need, NeedAid.Nobody), tally.Of(need, NeedAid.Unknown));
}
