using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Households;

/// <summary>What happens in the life of a family and is recorded by the village head or the civil registry.</summary>
public enum FamilyEventKind
{
    Birth = 1,
    Arrival = 2,
    Death = 3,
    Departure = 4,
    ChangeOfHead = 5,
    Split = 6,
    Transfer = 7,
    MoveOut = 8,
    Correction = 9,
    MoveWithin = 10,
}

/// <summary>
/// Peristiwa keluarga: one such event with the day it happened. What it changed stands in the register under the change set that names it;
/// the area is that of the household at the time.
/// </summary>
public sealed class FamilyEvent : IHasPublicId, IHasArea, IHoldsPersonalData
{
    public const int NoteMaxLength = 300;

    private FamilyEvent() => (AreaCode, Subject, Note) = ("", "", "");

    public FamilyEvent(FamilyEventKind kind, Household household, DateOnly on, string subject, string note, DateTime utc)
    {
        PublicId = Guid.CreateVersion7();
        (Kind, HouseholdId, AreaCode, On, Subject, Note, RecordedAt) = (kind, household.Id, household.AreaCode, on, subject, note.Trim(), utc);
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public FamilyEventKind Kind { get; private set; }

    public long HouseholdId { get; private set; }

    public string AreaCode { get; private set; }

    /// <summary>The day it happened, which may lie before the day it was recorded.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Whom it is about, by name.</summary>
    public string Subject { get; private set; }

    /// <summary>From where the office knows it: "Akta kematian dari RT", "Laporan keluarga".</summary>
    public string Note { get; private set; }

    public DateTime RecordedAt { get; private set; }
}

/// <summary>The words for <see cref="FamilyEventKind"/>, as history names the event.</summary>
public static class FamilyEventWords
{
    public static CodedValues<FamilyEventKind> Values { get; } = new(
        (FamilyEventKind.Birth, "Kelahiran"), (FamilyEventKind.Arrival, "Anggota baru bergabung"), (FamilyEventKind.Death, "Kematian anggota"),
        (FamilyEventKind.Departure, "Anggota pindah ke luar kabupaten/kota"), (FamilyEventKind.ChangeOfHead, "Ganti kepala keluarga"), (FamilyEventKind.Split, "Pecah KK"),
        (FamilyEventKind.Transfer, "Anggota pindah ke keluarga lain"), (FamilyEventKind.MoveOut, "Keluarga pindah ke luar kabupaten/kota"),
        (FamilyEventKind.Correction, "Perbaikan data anggota"), (FamilyEventKind.MoveWithin, "Keluarga pindah desa/kelurahan"));
}
