using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.UnitTests.Domain.Doubles;

public sealed class DoublePairTests
{
    private static readonly FoundDouble Found = new(1, 2, 11, 12, DoubleKind.Family, 80, [new ScorePart(DoublePart.SameName, 40)]);

    [Fact]
    public void What_was_decided_stands_whatever_a_later_search_finds()
    {
        var pair = Pair();
        Assert.True(pair.KeepApart(Given.VillageHead, "Ayah dan anak.", Given.Now).IsAccepted);

        Assert.False(pair.FindAgain(Found with { Score = 100 }, Given.Desa, Given.Desa, 1));
        Assert.False(pair.Disappear());
        Assert.Contains("sudah diputuskan", pair.Unite(Given.VillageHead, "Sama.", Given.Now).Refusal, StringComparison.Ordinal);
        Assert.Equal((DoubleState.Different, 80), (pair.State, pair.Score));
    }

    [Fact]
    public void What_is_alike_no_more_waits_again_when_it_is_alike_again_and_doubt_stays()
    {
        var (gone, unsure) = (Pair(), Pair());
        Assert.True(gone.Disappear());
        Assert.True(unsure.LeaveUnsure(Given.VillageHead, "Tunggu KK.", Given.Now).IsAccepted);

        Assert.True(gone.FindAgain(Found, Given.Desa, Given.Desa, 0));
        Assert.False(unsure.Disappear());
        Assert.True(unsure.FindAgain(Found with { Score = 90 }, Given.Desa, Given.Desa, 0));
        Assert.Equal((DoubleState.Waiting, DoubleState.Unsure, 90), (gone.State, unsure.State, unsure.Score));
    }

    [Fact]
    public void Each_decision_needs_a_reason_and_is_kept()
    {
        var pair = Pair();

        Assert.All([pair.KeepApart(1, " ", Given.Now), pair.LeaveUnsure(1, null, Given.Now), pair.Unite(1, "", Given.Now), pair.Reopen(1, "Keliru.", Given.Now)], outcome => Assert.False(outcome.IsAccepted));
        Assert.True(pair.KeepApart(1, "Beda orang.", Given.Now).IsAccepted);
        Assert.True(pair.Reopen(2, "Keliru.", Given.Now).IsAccepted);
        Assert.Equal([(DoubleState.Different, 1L, "Beda orang."), (DoubleState.Waiting, 2, "Keliru.")], pair.Decisions.Select(decision => (decision.State, decision.UserId, decision.Note)));
    }

    [Fact]
    public void A_record_that_takes_another_in_keeps_what_it_knows_and_fills_what_it_does_not()
    {
        var (staying, leaving) = (Given.Household(id: 1, head: Given.Person("Siti Aminah") with { Sex = Sex.Female }), Given.Household(id: 2, head: Given.Person("St. Aminah") with { Sex = Sex.Male, BirthDate = new DateOnly(1980, 2, 3) }));
        leaving.AddMember(Guid.CreateVersion7(), Given.Person("Rahmat", Relationship.Child));

        Assert.True(staying.TakeIn(leaving, new Dictionary<Person, Person> { [leaving.Head] = staying.Head }, new Dictionary<Person, IndexedNumber> { [staying.Head] = Given.Sealed() }, Given.Sealed(2), Given.Today).IsAccepted);

        Assert.Equal(["Siti Aminah", "Rahmat"], staying.Members.Select(member => member.Name));
        Assert.Equal((Sex.Female, new DateOnly(1980, 2, 3), true, true), (staying.Head.Sex, staying.Head.BirthDate, staying.Head.Nik is not null, staying.FamilyCard is not null));
        Assert.Equal((Closure.Merged, Given.Today, 0), (leaving.Closure, leaving.ClosedOn, leaving.MemberCount));
        Assert.Contains("ditutup", staying.TakeIn(leaving, new Dictionary<Person, Person>(), new Dictionary<Person, IndexedNumber>(), null, Given.Today).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_members_are_not_the_same_one_person()
    {
        var (staying, leaving) = (Given.Household(id: 1), Given.Household(id: 2));
        var child = leaving.AddMember(Guid.CreateVersion7(), Given.Person("Rahmat", Relationship.Child));

        var outcome = staying.TakeIn(leaving, new Dictionary<Person, Person> { [leaving.Head] = staying.Head, [child] = staying.Head }, new Dictionary<Person, IndexedNumber>(), null, Given.Today);

        Assert.Contains("satu orang", outcome.Refusal, StringComparison.Ordinal);
        Assert.Equal(2, leaving.Members.Count);
    }

    [Fact]
    public void Rules_hold_from_today_on_and_say_why()
    {
        Assert.Contains("mulai hari ini", DoubleRules.Set(new DoubleWeights(), 1, Given.Today.AddDays(-1), "Terlalu banyak.", Given.Today, 1, Given.Now, out _).Refusal, StringComparison.Ordinal);
        Assert.Contains("mengapa", DoubleRules.Set(new DoubleWeights(), 1, Given.Today, " ", Given.Today, 1, Given.Now, out _).Refusal, StringComparison.Ordinal);
        Assert.True(DoubleRules.Set(new DoubleWeights { Threshold = 75 }, 1, Given.Today, "Terlalu banyak.", Given.Today, 1, Given.Now, out var rules).IsAccepted);
        Assert.Equal((1, 75), (rules!.Number, rules.Weights.Threshold));
    }

    private static DoublePair Pair() => new(0, Found, Given.Desa, Given.Desa, 0, Given.Now);
}
