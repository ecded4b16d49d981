using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Privacy;

/// <summary>Somebody saw the data of a household: who, when, in which way and what for (UU 27/2022 Ps 31, 32). Rows are only ever added.</summary>
public sealed class HouseholdAccess : IHasArea
{
    public const int PurposeMaxLength = 200;

    private HouseholdAccess() => (AreaCode, Purpose) = ("", "");

    public HouseholdAccess(long householdId, string areaCode, long userId, DateTime at, AccessChannel channel, string purpose)
        : this()
    {
        (HouseholdId, AreaCode, UserId, At, Channel) = (householdId, areaCode, userId, at, channel);
        Purpose = purpose.Length > PurposeMaxLength ? purpose[..PurposeMaxLength] : purpose;
    }

    public long Id { get; private set; }

    public long HouseholdId { get; private set; }

    /// <summary>Area of the household when it was seen.</summary>
    public string AreaCode { get; private set; }

    public long UserId { get; private set; }

    public DateTime At { get; private set; }

    public AccessChannel Channel { get; private set; }

    public string Purpose { get; private set; }
}

/// <summary>The way in which a household was seen.</summary>
public enum AccessChannel
{
    Page = 1,
    Sheet = 2,
    VisitForm = 3,
    Review = 4,
    NameSearch = 5,
    NumberSearch = 6,
    AidForm = 7,
    Export = 8,
    SubjectReport = 9,

    /// <summary>Full numbers were opened: taken from the audit, which has it at the same instant.</summary>
    OpenedNumbers = 10,

    AidRecord = 11,

    /// <summary>Full numbers left the office for the civil registry.</summary>
    MatchingExport = 12,

    /// <summary>Loaded onto a phone, to be worked on without a signal.</summary>
    Worklist = 13,

    Photo = 14,

    /// <summary>Named in the minutes of a deliberation.</summary>
    Minutes = 15,

    /// <summary>Shown beside a proposal that may mean it.</summary>
    DuplicateSearch = 16,

    /// <summary>Name and address, by the head of an RT or RW over a link; whoever made the link answers for it.</summary>
    NeighbourhoodLink = 17,

    Objection = 18,

    /// <summary>Printed as a form to be filled at the door.</summary>
    FormSheet = 19,

    /// <summary>Named in the annex of a decree.</summary>
    DecreeAnnex = 20,

    /// <summary>Beside another family that may be the same.</summary>
    DoubleCheck = 21,

    /// <summary>Beside what two sources say of it.</summary>
    FieldCheck = 22,

    /// <summary>Named with what is missing on the paper that a village head takes to the RT.</summary>
    NeighbourhoodSheet = 23,

    /// <summary>Beside the aid that several OPDs give it.</summary>
    OverlapCheck = 24,

    /// <summary>On the list of what falls to an OPD, or in a referral.</summary>
    Duty = 25,

    /// <summary>In the list of cases, or in its own.</summary>
    FamilyCase = 26,

    /// <summary>Proposed for graduation, or watched after it.</summary>
    GraduationWatch = 27,

    /// <summary>Named as corrected after the pack of a meeting was published.</summary>
    CorrectedSince = 28,
}

/// <summary>The ways of seeing in the words of the page.</summary>
public static class AccessWords
{
    public static CodedValues<AccessChannel> Channels { get; } = new(
        (AccessChannel.Page, "Halaman keluarga"), (AccessChannel.Sheet, "Lembar keluarga (PDF)"), (AccessChannel.VisitForm, "Formulir kunjungan"),
        (AccessChannel.Review, "Pemeriksaan kunjungan"), (AccessChannel.NameSearch, "Hasil pencarian nama"), (AccessChannel.NumberSearch, "Hasil pencarian nomor"),
        (AccessChannel.AidForm, "Formulir bantuan"), (AccessChannel.Export, "Ekspor daftar"), (AccessChannel.SubjectReport, "Laporan data saya"),
        (AccessChannel.AidRecord, "Catatan bantuan"), (AccessChannel.OpenedNumbers, "Nomor lengkap dibuka"), (AccessChannel.MatchingExport, "Unduhan pemadanan, nomor lengkap"),
        (AccessChannel.Worklist, "Daftar kerja di ponsel"), (AccessChannel.Photo, "Foto kunjungan"), (AccessChannel.Minutes, "Berita acara musyawarah"),
        (AccessChannel.DuplicateSearch, "Pencarian ganda untuk usulan baru"),
        (AccessChannel.NeighbourhoodLink, "Tautan ketua RT, nama dan alamat"), (AccessChannel.Objection, "Sanggahan"),
        (AccessChannel.FormSheet, "Formulir kunjungan di kertas"), (AccessChannel.DecreeAnnex, "Lampiran SK"),
        (AccessChannel.DoubleCheck, "Pemeriksaan data ganda"), (AccessChannel.FieldCheck, "Pemeriksaan ketidakselarasan"), (AccessChannel.NeighbourhoodSheet, "Lembar data untuk RT"), (AccessChannel.OverlapCheck, "Pemeriksaan tumpang tindih"),
        (AccessChannel.Duty, "Tugas OPD dan rujukan"), (AccessChannel.FamilyCase, "Kasus"), (AccessChannel.GraduationWatch, "Graduasi"), (AccessChannel.CorrectedSince, "Berubah sejak bahan rakor terbit"));
}
