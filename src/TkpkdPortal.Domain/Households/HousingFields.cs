using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Households;

/// <summary>The variables of a house by the names of the fields that a visit verifies.</summary>
public static class HousingFields
{
    public static object? ValueOf(this Housing housing, HouseholdField field) => field switch
    {
        HouseholdField.Tenure => housing.Tenure,
        HouseholdField.HasSavings => housing.HasSavings,
        HouseholdField.Roof => housing.Roof,
        HouseholdField.Wall => housing.Wall,
        HouseholdField.Floor => housing.Floor,
        HouseholdField.Lighting => housing.Lighting,
        HouseholdField.CookingFuel => housing.CookingFuel,
        HouseholdField.DrinkingWater => housing.DrinkingWater,
        HouseholdField.Toilet => housing.Toilet,
        _ => null,
    };

    /// <summary>What is known of the fields named, and of no other.</summary>
    public static Housing Only(this Housing housing, HouseholdField fields) => new()
    {
        Tenure = fields.HasFlag(HouseholdField.Tenure) ? housing.Tenure : null,
        HasSavings = fields.HasFlag(HouseholdField.HasSavings) ? housing.HasSavings : null,
        Roof = fields.HasFlag(HouseholdField.Roof) ? housing.Roof : null,
        Wall = fields.HasFlag(HouseholdField.Wall) ? housing.Wall : null,
        Floor = fields.HasFlag(HouseholdField.Floor) ? housing.Floor : null,
        Lighting = fields.HasFlag(HouseholdField.Lighting) ? housing.Lighting : null,
        CookingFuel = fields.HasFlag(HouseholdField.CookingFuel) ? housing.CookingFuel : null,
        DrinkingWater = fields.HasFlag(HouseholdField.DrinkingWater) ? housing.DrinkingWater : null,
        Toilet = fields.HasFlag(HouseholdField.Toilet) ? housing.Toilet : null,
    };
}
