namespace TkpkdPortal.Domain.Welfare;

/// <summary>
/// What a household lacks according to what is known of it (domain list N01–N12). Only a known fact raises a need; health insurance (N02)
/// and income are in no list at hand and are therefore never raised here.
/// </summary>
[Flags]
public enum Need
{
    None = 0,
    Food = 1 << 0,
    HealthInsurance = 1 << 1,
    Schooling = 1 << 2,
    DecentHouse = 1 << 3,
    DrinkingWater = 1 << 4,
    Sanitation = 1 << 5,
    Electricity = 1 << 6,
    Work = 1 << 7,
    Business = 1 << 8,
    Stunting = 1 << 9,
    ElderlyOrDisabled = 1 << 10,
    CivilDocuments = 1 << 11,
}
