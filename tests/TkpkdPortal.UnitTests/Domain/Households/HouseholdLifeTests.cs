using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.UnitTests.Domain.Households;

public sealed class HouseholdLifeTests
{
    private static readonly DateOnly On = Given.Today.AddDays(-3);

    private readonly Household _family = Given.Household();
    private readonly Person _spouse;
    private readonly Person _child;

    public HouseholdLifeTests()
    {
        _spouse = _family.AddMember(Guid.CreateVersion7(), Given.Person("Rahmat", Relationship.Spouse));
        _child = _family.AddMember(Guid.CreateVersion7(), Given.Person("Budi", Relationship.Child) with { BirthDate = Given.Today.AddDays(-2) });
    }

    [Fact]
    public void A_child_is_born_into_the_household_and_counts()
    {
        Accepted(_family.Welcome(Guid.CreateVersion7(), Given.Person("Ani", Relationship.Child) with { BirthDate = On }, On, Given.Today));

        Assert.Equal((4, "Ani"), (_family.MemberCount, _family.Members[^1].Name));
    }

    [Fact]
    public void A_spouse_who_joins_is_married() => Assert.Equal(MaritalStatus.Married, Joined(Relationship.Spouse).MaritalStatus);

    [Fact]
    public void Nobody_joins_as_a_second_head_or_before_being_born()
    {
        Refused("sudah punya kepala", _family.Welcome(Guid.CreateVersion7(), Given.Person("Ani"), On, Given.Today));
        Refused("Tanggal lahir lebih kemudian", _family.Welcome(Guid.CreateVersion7(), Given.Person("Ani", Relationship.Child) with { BirthDate = Given.Today }, On, Given.Today));
        Assert.Equal(3, _family.MemberCount);
    }

    [Fact]
    public void The_head_dies_and_the_spouse_becomes_head_while_the_children_stay_children()
    {
        Accepted(_family.Part(_family.Head, Closure.AllDied, _spouse, On, Given.Today));

        Assert.Equal(("Rahmat", "Rahmat", 2), (_family.Head.Name, _family.HeadName, _family.MemberCount));
        Assert.Equal((Relationship.Child, null), (_child.Relationship, _family.Closure));
    }

    [Fact]
    public void A_head_does_not_go_without_another_who_stays()
    {
        Refused("Pilih kepala keluarga yang baru", _family.Part(_family.Head, Closure.AllDied, null, On, Given.Today));
        Refused("Pilih kepala keluarga yang baru", _family.Part(_family.Head, Closure.AllDied, _family.Head, On, Given.Today));
        Refused("Pilih kepala keluarga yang baru", _family.Part(_family.Head, Closure.AllDied, Given.Household(id: 12).Head, On, Given.Today));
        Assert.Equal(("Siti Aminah", 3), (_family.Head.Name, _family.MemberCount));
    }

    [Fact]
    public void With_the_last_member_the_household_closes_and_nothing_happens_in_it_any_more()
    {
        var alone = Given.Household(id: 12);
        var head = alone.Head;

        Accepted(alone.Part(head, Closure.AllDied, null, On, Given.Today));

        Assert.Equal((Closure.AllDied, On, 0), (alone.Closure, alone.ClosedOn, alone.MemberCount));
        Refused("sudah ditutup", alone.MoveOut(On, Given.Today));
        Refused("sudah ditutup", HandOver.Offer(alone, AreaCode.Parse("64.08.03.2002"), On, "Pindah", Given.Today, 1, Given.Now, out _));
    }

    [Fact]
    public void Nobody_goes_before_being_born_or_twice()
    {
        Refused("lahir sesudah tanggal itu", _family.Part(_child, Closure.AllDied, null, On, Given.Today));
        Accepted(_family.Part(_spouse, Closure.MovedOut, null, On, Given.Today));
        Refused("bukan anggota keluarga ini lagi", _family.Part(_spouse, Closure.MovedOut, null, On, Given.Today));
    }

    [Fact]
    public void Another_member_becomes_head_and_the_former_stays()
    {
        var former = _family.Head;

        Accepted(_family.ChangeHead(_child, On, Given.Today));

        Assert.Equal(("Budi", 3), (_family.HeadName, _family.MemberCount));
        Assert.Equal((Relationship.Other, Relationship.Other), (former.Relationship, _spouse.Relationship));
        Assert.True(_family.Verified.HasFlag(HouseholdField.Head));
    }

    [Fact]
    public void Only_another_member_becomes_head()
    {
        Refused("sudah kepala keluarga", _family.ChangeHead(_family.Head, On, Given.Today));
        Refused("harus anggota keluarga ini", _family.ChangeHead(Given.Household(id: 12).Head, On, Given.Today));
        Refused("belum lewat", _family.ChangeHead(_child, Given.Today.AddDays(1), Given.Today));
    }

    [Fact]
    public void Part_of_a_family_becomes_a_household_of_its_own_with_one_head_each()
    {
        Accepted(Split(new() { [_spouse] = Relationship.Head, [_child] = Relationship.Child }, null, out var split));

        Assert.Equal(("Siti Aminah", 1), (_family.Head.Name, _family.MemberCount));
        Assert.Equal(("Rahmat", 2, Given.Desa, (DateOnly?)null), (split!.Head.Name, split.MemberCount, split.AreaCode, split.VerifiedOn));
    }

    [Fact]
    public void A_split_needs_somebody_who_goes_somebody_who_stays_and_one_head_on_each_side()
    {
        Refused("Pilih anggota", Split([], null, out _));
        Refused("Paling sedikit satu", Split(_family.Members.ToDictionary(member => member, member => member.Relationship), null, out _));
        Refused("tepat satu kepala", Split(new() { [_child] = Relationship.Child }, null, out _));
        Refused("tepat satu kepala", Split(new() { [_spouse] = Relationship.Head, [_child] = Relationship.Head }, null, out _));
        Refused("Pilih kepala keluarga yang baru", Split(new() { [_family.Head] = Relationship.Head }, null, out _));
        Assert.Equal(3, _family.MemberCount);
    }

    [Fact]
    public void Somebody_joins_another_family_and_an_emptied_household_closes()
    {
        var alone = Given.Household(id: 12);
        var bride = alone.Head;

        Accepted(_family.Receive(bride, alone, Relationship.Spouse, null, On, Given.Today));

        Assert.Equal((4, 11L, MaritalStatus.Married), (_family.MemberCount, bride.HouseholdId, bride.MaritalStatus));
        Assert.Equal((Closure.JoinedOthers, 0), (alone.Closure, alone.MemberCount));
    }

    [Fact]
    public void Nobody_joins_the_own_family_as_head_or_leaves_another_without_one()
    {
        var other = Given.Household(id: 12);
        other.AddMember(Guid.CreateVersion7(), Given.Person("Tono", Relationship.Child));

        Refused("Pilih keluarga lain", _family.Receive(_child, _family, Relationship.Other, null, On, Given.Today));
        Refused("sudah punya kepala", _family.Receive(other.Members[1], other, Relationship.Head, null, On, Given.Today));
        Refused("Pilih kepala keluarga yang baru", _family.Receive(other.Head, other, Relationship.Other, null, On, Given.Today));
        Assert.Equal((3, 2), (_family.MemberCount, other.MemberCount));
    }

    [Fact]
    public void Of_the_new_house_nothing_is_known_and_a_list_that_still_has_the_old_one_brings_nothing_back()
    {
        _family.TakeFrom(Given.Approved(Given.Answers() with { Housing = new() { Roof = RoofMaterial.Tile, HasSavings = true } }, _family));

        _family.MoveTo(AreaCode.Parse("64.08.03.2002"), "Jalan Baru");
        _family.TakeFrom(Listed(Given.Desa));
        var old = (_family.AreaCode, _family.Address, _family.Housing.Roof, _family.Housing.HasSavings, _child.AreaCode);
        _family.TakeFrom(Listed("64.08.03.2002."));

        Assert.Equal(("64.08.03.2002.", "Jalan Baru", null, true, "64.08.03.2002."), old);
        Assert.Equal(RoofMaterial.Bamboo, _family.Housing.Roof);
    }

    [Fact]
    public void A_list_that_means_the_former_head_says_nothing_of_the_new_one()
    {
        Assert.True(_family.IsHeadMeantBy(Given.Person("Siapa Saja")));
        Accepted(_family.ChangeHead(_spouse, On, Given.Today));

        Assert.False(_family.IsHeadMeantBy(Given.Person("Siti Aminah")));
        Assert.True(_family.IsHeadMeantBy(Given.Person("RACHMAT")));
    }

    [Fact]
    public void What_the_civil_registry_put_right_no_list_changes()
    {
        Accepted(_family.Correct(_spouse, Given.Person("Rahmat Hidayat", Relationship.Spouse) with { Nik = Given.Sealed(5), Sex = Sex.Male }, Given.Today));

        _family.UpdateMember(_spouse, Given.Person("RAHMAD", Relationship.Spouse) with { Nik = Given.Sealed(6), Sex = Sex.Female, Occupation = Occupation.Farmer });

        Assert.Equal(("Rahmat Hidayat", Given.Sealed(5).Number, Sex.Male, Occupation.Farmer), (_spouse.Name, _spouse.Nik, _spouse.Sex, _spouse.Occupation));
    }

    [Fact]
    public void A_stranger_or_somebody_not_yet_born_is_not_corrected()
    {
        Refused("bukan anggota", _family.Correct(Given.Household(id: 12).Head, Given.Person(), Given.Today));
        Refused("Tanggal lahir belum lewat", _family.Correct(_spouse, Given.Person() with { BirthDate = Given.Today.AddDays(1) }, Given.Today));
    }

    private static void Accepted(Outcome outcome) => Assert.Null(outcome.Refusal);

    private static void Refused(string part, Outcome outcome) => Assert.Contains(part, outcome.Refusal, StringComparison.Ordinal);

    private Person Joined(Relationship relationship)
    {
        Accepted(_family.Welcome(Guid.CreateVersion7(), Given.Person("Ani", relationship), On, Given.Today));
        return _family.Members[^1];
    }

    private Outcome Split(Dictionary<Person, Relationship> leaving, Person? newHead, out Household? split) =>
        _family.SplitOff(Guid.CreateVersion7(), leaving, newHead, On, Given.Today, out split);

    private static ListedHousehold Listed(string area) => new()
    {
        AreaCode = area,
        Address = "Jalan Lama",
        Name = "Siti Aminah",
        DecileCode = 1,
        FamilyListId = "1",
        ContentHash = [],
        SealedRaw = [],
        Housing = new() { Roof = RoofMaterial.Bamboo },
    };
}
