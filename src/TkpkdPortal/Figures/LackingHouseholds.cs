using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;

namespace TkpkdPortal.Figures;

/// <summary>Households that lack a fact, as <see cref="Completeness"/> says it of one: the list and every count ask here.</summary>
public static class LackingHouseholds
{
    public static IQueryable<Household> Of(IQueryable<Household> households, MissingFact fact) => fact switch
    {
        MissingFact.FamilyCard => households.Where(h => h.FamilyCardIndex == null),
        MissingFact.Nik => households.Where(h => h.Members.Any(m => m.NikIndex == null)),
        MissingFact.BirthDate => households.Where(h => h.Members.Any(m => m.BirthDate == null)),
        MissingFact.Housing => households.Where(h => h.Housing.Tenure == null || h.Housing.HasSavings == null || h.Housing.Roof == null || h.Housing.Wall == null || h.Housing.Floor == null
            || h.Housing.Lighting == null || h.Housing.CookingFuel == null || h.Housing.DrinkingWater == null || h.Housing.Toilet == null),
        MissingFact.Visit => households.Where(h => h.VerifiedOn == null),
        MissingFact.Rt => households.Where(h => h.AreaCode.Length < AreaCode.RtLength),
        MissingFact.Decile => households.Where(h => h.DecileCode == null),
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };

    /// <summary>Households that lack nothing of it.</summary>
    public static IQueryable<Household> None(IQueryable<Household> households) => households.Where(h => h.FamilyCardIndex != null && h.VerifiedOn != null
        && h.AreaCode.Length == AreaCode.RtLength && h.DecileCode != null && !h.Members.Any(m => m.NikIndex == null || m.BirthDate == null)
        && h.Housing.Tenure != null && h.Housing.HasSavings != null && h.Housing.Roof != null && h.Housing.Wall != null && h.Housing.Floor != null
        && h.Housing.Lighting != null && h.Housing.CookingFuel != null && h.Housing.DrinkingWater != null && h.Housing.Toilet != null);

    /// <summary>Households that lack something.</summary>
    public static IQueryable<Household> Any(IQueryable<Household> households) => households.Where(h => h.FamilyCardIndex == null || h.VerifiedOn == null
        || h.AreaCode.Length < AreaCode.RtLength || h.DecileCode == null || h.Members.Any(m => m.NikIndex == null || m.BirthDate == null)
        || h.Housing.Tenure == null || h.Housing.HasSavings == null || h.Housing.Roof == null || h.Housing.Wall == null || h.Housing.Floor == null
        || h.Housing.Lighting == null || h.Housing.CookingFuel == null || h.Housing.DrinkingWater == null || h.Housing.Toilet == null);
}
