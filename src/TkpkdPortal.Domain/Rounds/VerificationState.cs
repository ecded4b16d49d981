using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Rounds;

/// <summary>How far one household is in one round; the first five states are those of its visit.</summary>
public enum VerificationState
{
    NotVisited = 1,
    Draft = 2,
    Submitted = 3,
    Returned = 4,
    ApprovedByVillage = 5,
    AgreedInDeliberation = 6,
    VerifiedByDistrict = 7,
    Validated = 8,
    Decreed = 9,
    Excluded = 10,
    Cancelled = 11,
}

/// <summary>Why a household ends outside the target list: found by the deliberation, never by a list.</summary>
public enum Exclusion
{
    NotEligible = 1,
    Moved = 2,
    Died = 3,
    Duplicate = 4,
    NotFound = 5,
    NotMet = 6,
}

/// <summary>The words of the states and of the exclusions, and what a visit means for the list.</summary>
public static class VerificationWords
{
    public static CodedValues<VerificationState> States { get; } = new(
        (VerificationState.NotVisited, "Belum dikunjungi"), (VerificationState.Draft, "Draf"), (VerificationState.Submitted, "Menunggu desa/kelurahan"),
        (VerificationState.Returned, "Dikembalikan"), (VerificationState.ApprovedByVillage, "Disetujui desa/kelurahan"),
        (VerificationState.AgreedInDeliberation, "Disepakati musyawarah"), (VerificationState.VerifiedByDistrict, "Diverifikasi kecamatan"),
        (VerificationState.Validated, "Divalidasi"), (VerificationState.Decreed, "Ditetapkan"), (VerificationState.Excluded, "Dikeluarkan"),
        (VerificationState.Cancelled, "Dibatalkan"));

    public static CodedValues<Exclusion> Exclusions { get; } = new(
        (Exclusion.NotEligible, "Tidak layak"), (Exclusion.Moved, "Pindah"), (Exclusion.Died, "Meninggal"), (Exclusion.Duplicate, "Ganda"),
        (Exclusion.NotFound, "Tidak ditemukan"), (Exclusion.NotMet, "Tidak dapat diwawancara sampai akhir masa"));

    /// <summary>The visit has been submitted at least once: the household counts as covered.</summary>
    public static bool IsVisited(this VerificationState state) => state is not (VerificationState.NotVisited or VerificationState.Draft or VerificationState.Cancelled);

    /// <summary>What keeps a household with these findings off the list; null for one that belongs on it.</summary>
    public static Exclusion? ExclusionOf(Presence presence, Eligibility? eligibility, IneligibilityReason? reason) => presence switch
    {
        Presence.Found or Presence.HeadDied when eligibility is Eligibility.NotEligible => OfReason(reason),
        Presence.Found or Presence.HeadDied => null,
        Presence.MovedWithinRegion or Presence.MovedOutOfRegion => Exclusion.Moved,
        Presence.AllDied => Exclusion.Died,
        Presence.Duplicate or Presence.PartOfOtherHousehold => Exclusion.Duplicate,
        Presence.NotFound => Exclusion.NotFound,
        _ => Exclusion.NotMet,
    };

    private static Exclusion OfReason(IneligibilityReason? reason) => reason switch
    {
        IneligibilityReason.Died => Exclusion.Died,
        IneligibilityReason.Moved or IneligibilityReason.NotResident => Exclusion.Moved,
        IneligibilityReason.Duplicate => Exclusion.Duplicate,
        _ => Exclusion.NotEligible,
    };
}
