using System.ComponentModel.DataAnnotations;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Security.Sealing;

namespace TkpkdPortal.Features.Households;

public sealed class RevealForm
{
    [Required(ErrorMessage = "Pilih untuk apa nomor ini dibuka")]
    public RevealReason? Reason { get; set; }
}

/// <summary>The full numbers of one household, for the one answer that shows them.</summary>
public sealed record RevealedNumbers(Guid Id, string HeadName, string AreaCode, string? FamilyCard, IReadOnlyList<(string Name, string? Nik)> Members)
{
    public static RevealedNumbers Of(Household household, Sealer sealer) => new(household.PublicId, household.HeadName, household.AreaCode,
        household.FamilyCard is { } card ? sealer.Open(card.Bytes, SealedField.HouseholdFamilyCard, household.PublicId) : null,
        [.. household.Members.OrderBy(m => m.Relationship).ThenBy(m => m.Id)
            .Select(m => (m.Name, m.Nik is { } nik ? sealer.Open(nik.Bytes, SealedField.PersonNik, m.PublicId) : null))]);

    /// <summary>The page without any number: the reason was not given.</summary>
    public static RevealedNumbers Closed(Household household) => new(household.PublicId, household.HeadName, household.AreaCode, null, []);
}
