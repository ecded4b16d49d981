using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Rounds;

/// <summary>Lampiran berita acara: the part of the frozen list on which a household stands.</summary>
public enum Annex
{
    ExtremelyPoor = 1,
    Poor = 2,
    NotEligible = 3,
    Died = 4,
    Moved = 5,
    Duplicate = 6,
    NotFound = 7,
}

/// <summary>The words for <see cref="Annex"/> and where a finding leads.</summary>
public static class AnnexWords
{
    public static CodedValues<Annex> Values { get; } = new(
        (Annex.ExtremelyPoor, "Layak, miskin ekstrem"), (Annex.Poor, "Layak, miskin"), (Annex.NotEligible, "Tidak layak, dengan alasan"), (Annex.Died, "Meninggal"),
        (Annex.Moved, "Pindah"), (Annex.Duplicate, "Data ganda"), (Annex.NotFound, "Tidak ditemukan atau tidak dapat diwawancara"));

    public static bool IsEligible(this Annex annex) => annex is Annex.ExtremelyPoor or Annex.Poor;

    /// <summary>Where a household with these findings stands.</summary>
    public static Annex Of(Presence presence, Eligibility? eligibility, IneligibilityReason? reason) => VerificationWords.ExclusionOf(presence, eligibility, reason) switch
    {
        null => eligibility is Eligibility.ExtremelyPoor ? Annex.ExtremelyPoor : Annex.Poor,
        Exclusion.NotEligible => Annex.NotEligible,
        Exclusion.Moved => Annex.Moved,
        Exclusion.Died => Annex.Died,
        Exclusion.Duplicate => Annex.Duplicate,
        _ => Annex.NotFound,
    };
}
