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

    /// <summary>On no list before: proposed in the round, visited and agreed upon.</summary>
    Proposed = 8,

    /// <summary>Proposed, and not taken up by the meeting.</summary>
    ProposedInVain = 9,
}

/// <summary>The words for <see cref="Annex"/> and where a finding leads.</summary>
public static class AnnexWords
{
    public static CodedValues<Annex> Values { get; } = new(
        (Annex.ExtremelyPoor, "Layak, miskin ekstrem"), (Annex.Poor, "Layak, miskin"), (Annex.NotEligible, "Tidak layak, dengan alasan"), (Annex.Died, "Meninggal"),
        (Annex.Moved, "Pindah"), (Annex.Duplicate, "Data ganda"), (Annex.NotFound, "Tidak ditemukan atau tidak dapat diwawancara"),
        (Annex.Proposed, "Usulan baru, layak"), (Annex.ProposedInVain, "Usulan baru, tidak disepakati"));

    public static bool IsEligible(this Annex annex) => annex is Annex.ExtremelyPoor or Annex.Poor or Annex.Proposed;

    /// <summary>Where a target of the round stands: a proposal in the annex of proposals, whatever was found of it.</summary>
    public static Annex Of(RoundTarget target)
    {
        var found = Of(target.Presence!.Value, target.Eligibility, target.Reason);
        return !target.IsProposed ? found : found.IsEligible() ? Annex.Proposed : Annex.ProposedInVain;
    }

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
