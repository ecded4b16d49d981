using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Privacy;

/// <summary>What a full number may be opened for; the family may see it.</summary>
public enum RevealReason
{
    CivilRegistryMatch = 1,
    AidRegistration = 2,
    FamilyRequest = 3,
    FieldCorrection = 4,
}

/// <summary>The reasons in the words of the page.</summary>
public static class RevealReasons
{
    public static CodedValues<RevealReason> Words { get; } = new(
        (RevealReason.CivilRegistryMatch, "Pemadanan Dukcapil"), (RevealReason.AidRegistration, "Pendaftaran program bantuan"),
        (RevealReason.FamilyRequest, "Permintaan keluarga sendiri"), (RevealReason.FieldCorrection, "Perbaikan data di lapangan"));
}
