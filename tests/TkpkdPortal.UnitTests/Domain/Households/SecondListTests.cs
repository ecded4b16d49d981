using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.UnitTests.Domain.Households;

/// <summary>What a list may do to a household that another list has named before: fill what is unknown, and nothing else.</summary>
public sealed class SecondListTests
{
    [Fact]
    public void A_second_list_fills_what_is_unknown_and_changes_nothing_that_is_known()
    {
        var household = Given.Household();
        household.TakeFrom(Listed(decile: 1, "Jalan Poros", new Housing { Roof = RoofMaterial.Tile }));

        household.FillFrom(Listed(decile: 4, "Jalan Lain", new Housing { Roof = RoofMaterial.Bamboo, Wall = WallMaterial.Masonry }));

        Assert.Equal(((byte?)1, "Jalan Poros", (RoofMaterial?)RoofMaterial.Tile, (WallMaterial?)WallMaterial.Masonry), (household.DecileCode, household.Address, household.Housing.Roof, household.Housing.Wall));
    }

    [Fact]
    public void A_list_that_has_the_family_in_another_village_describes_another_house()
    {
        var household = Given.Household();
        household.TakeFrom(Listed(decile: 1, "Jalan Poros", Housing.Unknown));

        household.FillFrom(Listed(decile: 1, "Jalan Lain", new Housing { Wall = WallMaterial.Masonry }, Given.Kelurahan));

        Assert.Equal((Given.Desa, (WallMaterial?)null), (household.AreaCode, household.Housing.Wall));
    }

    [Fact]
    public void A_number_that_the_register_has_stays_and_one_that_it_lacks_is_taken()
    {
        var household = Given.Household(head: Given.Person() with { NikAbsence = NumberAbsence.NotInList });

        Household.FillMember(household.Head, Given.Person("Siti Aminnah") with { Nik = Given.Sealed(1), Sex = Sex.Female });
        Household.FillMember(household.Head, Given.Person("Siti Aminnah") with { Nik = Given.Sealed(2), Sex = Sex.Male });

        Assert.Equal(("Siti Aminah", (Sex?)Sex.Female), (household.Head.Name, household.Head.Sex));
        Assert.Equal(Given.Sealed(1).Index, household.Head.NikIndex);
    }

    [Fact]
    public void A_card_number_is_filled_once_and_renewed_only_by_the_list_that_named_the_household()
    {
        var household = Given.Household();

        household.FillFamilyCard(Given.Sealed(1));
        household.FillFamilyCard(Given.Sealed(2));
        var filled = household.FamilyCardIndex;
        household.TakeFamilyCard(Given.Sealed(3));

        Assert.Equal(Given.Sealed(1).Index, filled);
        Assert.Equal(Given.Sealed(3).Index, household.FamilyCardIndex);
        Assert.Null(household.FamilyCardAbsence);
    }

    [Fact]
    public void What_a_visit_saw_of_the_card_no_list_changes()
    {
        var household = Given.Household();
        household.Identify(Given.Sealed(1));

        household.TakeFamilyCard(Given.Sealed(2));

        Assert.Equal(Given.Sealed(1).Index, household.FamilyCardIndex);
    }

    private static ListedHousehold Listed(byte decile, string address, Housing housing, string area = Given.Desa) => new()
    {
        ReleaseId = 5,
        FamilyListId = "1",
        AreaCode = area,
        DecileCode = decile,
        Address = address,
        Name = "Siti Aminah",
        ContentHash = [],
        SealedRaw = [],
        Housing = housing,
    };
}
