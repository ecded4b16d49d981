namespace TkpkdPortal.Domain.Areas;

/// <summary>Level of an area, from the province down to the RT; the number is the count of code segments.</summary>
public enum AreaLevel
{
    Province = 1,
    Regency = 2,
    District = 3,
    Village = 4,
    Rw = 5,
    Rt = 6,
}
