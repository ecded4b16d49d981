using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Visits;

/// <summary>What the enumerator found at the door (domain list A).</summary>
public enum Presence
{
    Found = 1,
    NotMet = 2,
    NotFound = 3,
    MovedWithinRegion = 4,
    MovedOutOfRegion = 5,
    AllDied = 6,
    HeadDied = 7,
    Duplicate = 8,
    PartOfOtherHousehold = 9,
    Refused = 10,
}

/// <summary>The words for <see cref="Presence"/>.</summary>
public static class PresenceWords
{
    public static CodedValues<Presence> Values { get; } = new(
        (Presence.Found, "Ditemukan dan diwawancara"),
        (Presence.NotMet, "Ada, tetapi belum bisa ditemui"),
        (Presence.HeadDied, "Kepala keluarga meninggal, keluarga masih ada"),
        (Presence.MovedWithinRegion, "Pindah dalam kabupaten/kota"),
        (Presence.MovedOutOfRegion, "Pindah ke luar kabupaten/kota"),
        (Presence.NotFound, "Tidak ditemukan, tidak dikenal RT"),
        (Presence.AllDied, "Meninggal semua"),
        (Presence.Duplicate, "Data ganda"),
        (Presence.PartOfOtherHousehold, "Bagian dari keluarga lain"),
        (Presence.Refused, "Menolak diwawancara"));

    /// <summary>Only a household that was met can be judged.</summary>
    public static bool AsksEligibility(this Presence presence) => presence is Presence.Found or Presence.HeadDied;
}
