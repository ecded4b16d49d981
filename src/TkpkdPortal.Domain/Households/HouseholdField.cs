namespace TkpkdPortal.Domain.Households;

/// <summary>The fields of a household that a visit can verify; a list's release never overwrites a verified one.</summary>
[Flags]
public enum HouseholdField
{
    None = 0,
    HeadName = 1 << 0,
    HeadNik = 1 << 1,
    FamilyCard = 1 << 2,
    Address = 1 << 3,
    Tenure = 1 << 4,
    HasSavings = 1 << 5,
    Roof = 1 << 6,
    Wall = 1 << 7,
    Floor = 1 << 8,
    Lighting = 1 << 9,
    CookingFuel = 1 << 10,
    DrinkingWater = 1 << 11,
    Toilet = 1 << 12,

    /// <summary>Who the head is, by an event that the office recorded.</summary>
    Head = 1 << 13,

    /// <summary>In which village the household lives, by a hand-over.</summary>
    Village = 1 << 14,

    /// <summary>What was found at the door, and whether the household belongs on the list.</summary>
    Finding = 1 << 15,
}
