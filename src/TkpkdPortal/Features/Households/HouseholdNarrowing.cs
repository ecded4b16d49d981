using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;

namespace TkpkdPortal.Features.Households;

/// <summary>The filters that ask for facts of the household itself; what counts as missing is what <see cref="Completeness"/> says.</summary>
internal static class HouseholdNarrowing
{
    public static IQueryable<Household> By(IQueryable<Household> households, HouseholdFilter filter)
    {
        if (filter.Need is { } need)
            households = households.Where(h => (h.Needs & need) != 0);
        if (filter.Eligibility is { } found)
            households = households.Where(h => h.Eligibility == found);
        if (filter.Missing is { } fact)
            return Lacking(households, fact);
        return filter.IsComplete ? Complete(households) : households;
    }

    private static IQueryable<Household> Lacking(IQueryable<Household> households, MissingFact fact) => fact switch
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

    private static IQueryable<Household> Complete(IQueryable<Household> households) => households.Where(h => h.FamilyCardIndex != null && h.VerifiedOn != null
        && h.AreaCode.Length == AreaCode.RtLength && h.DecileCode != null && !h.Members.Any(m => m.NikIndex == null || m.BirthDate == null)
        && h.Housing.Tenure != null && h.Housing.HasSavings != null && h.Housing.Roof != null && h.Housing.Wall != null && h.Housing.Floor != null
        && h.Housing.Lighting != null && h.Housing.CookingFuel != null && h.Housing.DrinkingWater != null && h.Housing.Toilet != null);
}
