using TkpkdPortal.Data;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.Figures;

/// <summary>Households with a fault that is known, as <see cref="Validity"/> says it of one: the list and every count ask here.</summary>
public static class FaultyHouseholds
{
    public static IQueryable<Household> Of(PortalDbContext db, IQueryable<Household> households, RecordFault fault, DateOnly today) => fault switch
    {
        RecordFault.CivilDiffers => Answered(households, CivilMatch.Differs),
        RecordFault.CivilNotFound => Answered(households, CivilMatch.NotFound),
        RecordFault.CivilDeceased => Answered(households, CivilMatch.Deceased),
        RecordFault.CivilDuplicate => Answered(households, CivilMatch.Duplicate),
        RecordFault.ListUnmatched => households.Where(h => h.Members.Any(m => m.NikIndex != null && m.CivilMatch == null && m.MatchesCivilRegistry == false)),
        RecordFault.NumberFaulty => households.Where(h => (h.FamilyCardIndex == null && h.FamilyCardAbsence == NumberAbsence.Faulty)
            || h.Members.Any(m => m.NikIndex == null && m.NikAbsence == NumberAbsence.Faulty)),
        RecordFault.BirthDate => BornImpossibly(households, Validity.OldestBirth(today), today),
        RecordFault.SharedNumber => SharingNumber(db, households),
        RecordFault.NotThere => households.Where(h => h.Presence == Presence.NotFound || h.Presence == Presence.MovedOutOfRegion || h.Presence == Presence.AllDied || h.Presence == Presence.Duplicate
            || h.Presence == Presence.PartOfOtherHousehold || (h.Presence == Presence.MovedWithinRegion && (h.Verified & HouseholdField.Village) == 0)),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    /// <summary>Households with any of them; written out, so that the members are looked at once.</summary>
    public static IQueryable<Household> Any(PortalDbContext db, IQueryable<Household> households, DateOnly today)
    {
        var (oldest, shared) = (Validity.OldestBirth(today), SharingIds(db));
        return households.Where(h => (h.FamilyCardIndex == null && h.FamilyCardAbsence == NumberAbsence.Faulty)
            || h.Presence == Presence.NotFound || h.Presence == Presence.MovedOutOfRegion || h.Presence == Presence.AllDied || h.Presence == Presence.Duplicate
            || h.Presence == Presence.PartOfOtherHousehold || (h.Presence == Presence.MovedWithinRegion && (h.Verified & HouseholdField.Village) == 0)
            || h.Members.Any(m => (m.CivilMatch != null && m.CivilMatch != CivilMatch.Agrees) || (m.NikIndex != null && m.CivilMatch == null && m.MatchesCivilRegistry == false)
                || (m.NikIndex == null && m.NikAbsence == NumberAbsence.Faulty) || m.BirthDate > today || m.BirthDate < oldest)
            || shared.Contains(h.Id));
    }

    private static IQueryable<Household> Answered(IQueryable<Household> households, CivilMatch match) => households.Where(h => h.Members.Any(m => m.CivilMatch == match));

    private static IQueryable<Household> BornImpossibly(IQueryable<Household> households, DateOnly oldest, DateOnly today) =>
        households.Where(h => h.Members.Any(m => m.BirthDate > today || m.BirthDate < oldest));

    private static IQueryable<Household> SharingNumber(PortalDbContext db, IQueryable<Household> households)
    {
        var shared = SharingIds(db);
        return households.Where(h => shared.Contains(h.Id));
    }

    private static IQueryable<long> SharingIds(PortalDbContext db)
    {
        var pairs = db.DoublePairs.Where(p => p.Kind == DoubleKind.Number && (p.State == DoubleState.Waiting || p.State == DoubleState.Unsure));
        return pairs.Select(p => p.FirstId).Concat(pairs.Select(p => p.SecondId));
    }
}
