namespace TkpkdPortal.Features.Audit;

/// <summary>What the lines of the audit are called on the page: every action that the portal writes, and the things that it is done to.</summary>
public static class AuditWords
{
    private static readonly Dictionary<string, string> Things = new(StringComparer.Ordinal)
    {
        ["AccessReview"] = "Tinjauan akses",
        ["AidProgram"] = "Program",
        ["Assignment"] = "Penugasan",
        ["AssignmentLetter"] = "Surat tugas",
        ["CivilRegistryAnswer"] = "Jawaban Disdukcapil",
        ["ColumnProfile"] = "Profil kolom",
        ["CoordinationMeeting"] = "Rakor",
        ["Decree"] = "SK penetapan",
        ["Deliberation"] = "Musyawarah",
        ["Merge"] = "Penggabungan catatan ganda",
        ["DoublePair"] = "Pasangan ganda",
        ["DoubleSearch"] = "Pencarian ganda",
        ["HouseholdMerge"] = "Penggabungan catatan ganda",
        ["FieldDecision"] = "Putusan isian",
        ["FieldRule"] = "Aturan isian",
        ["OverlapDecision"] = "Putusan tumpang tindih",
        ["OverlapRule"] = "Aturan tumpang tindih",
        ["DutyAnswer"] = "Jawaban OPD",
        ["Referral"] = "Rujukan",
        ["FamilyCase"] = "Kasus",
        ["CaseStep"] = "Langkah kasus",
        ["CaseContact"] = "Catatan kontak",
        ["Graduation"] = "Graduasi",
        ["VillageBudget"] = "Anggaran desa/kelurahan",
        ["HandOver"] = "Serah terima",
        ["Household"] = "Keluarga",
        ["Import"] = "Impor",
        ["ImportBatch"] = "Impor",
        ["Intervention"] = "Bantuan",
        ["LegalBasis"] = "Dasar hukum",
        ["ListRelease"] = "Rilis daftar",
        ["MacroFigure"] = "Angka BPS",
        ["Manual"] = "Register",
        ["MeetingAttendee"] = "Daftar hadir rakor",
        ["MeetingDecision"] = "Keputusan rakor",
        ["MeetingSnapshot"] = "Potret bahan rakor",
        ["NeedRuleSet"] = "Aturan kebutuhan",
        ["NeighbourhoodHint"] = "Kata ketua RT",
        ["NeighbourhoodLink"] = "Tautan ketua RT",
        ["Objection"] = "Sanggahan",
        ["Office"] = "Pengaturan kantor",
        ["Opd"] = "OPD",
        ["Person"] = "Anggota keluarga",
        ["PortalUser"] = "Akun",
        ["PrivacyNotice"] = "Pemberitahuan privasi",
        ["Proposal"] = "Usulan baru",
        ["Questionnaire"] = "Daftar pertanyaan",
        ["RoundTarget"] = "Sasaran verval",
        ["SubjectRequest"] = "Permohonan subjek data",
        ["VerificationRound"] = "Periode verval",
        ["Visit"] = "Kunjungan",
    };

    private static readonly Dictionary<string, string> Changes = new(StringComparer.Ordinal) { ["Added"] = "dibuat", ["Modified"] = "diubah", ["Deleted"] = "dihapus" };

    private static readonly Dictionary<string, string> Actions = new(StringComparer.Ordinal)
    {
        ["Access.Forbidden"] = "Halaman ditolak: tanpa izin",
        ["Access.NotFound"] = "Dicari, tetapi tidak ada atau di luar wilayah",
        ["Account.Assigned"] = "Tugas diberikan",
        ["Account.AssignmentEnded"] = "Tugas diakhiri",
        ["Account.Closed"] = "Akun ditutup",
        ["Account.LinkRenewed"] = "Tautan kata sandi dibuat baru",
        ["Account.Loaded"] = "Akun dimuat dari berkas",
        ["Account.Reopened"] = "Akun dibuka lagi",
        ["Audit.Verified"] = "Rantai audit diperiksa",
        ["Double.Merged"] = "Dua catatan satu keluarga digabung",
        ["Double.SearchAsked"] = "Pencarian ganda diantrekan",
        ["Double.SearchCancelled"] = "Pencarian ganda dibatalkan",
        ["Double.SearchFailed"] = "Pencarian ganda berhenti",
        ["Double.SearchInterrupted"] = "Pencarian ganda terputus",
        ["Double.Sought"] = "Ganda dicari",
        ["Double.Undone"] = "Penggabungan dicabut",
        ["Deliberation.Frozen"] = "Daftar musyawarah dibekukan",
        ["FollowUp.Reported"] = "Tindak lanjut rakor dilaporkan",
        ["Form.Printed"] = "Formulir kunjungan dicetak",
        ["Graduation.RuleAdopted"] = "Aturan graduasi ditetapkan",
        ["Import.AreasChosen"] = "Wilayah baris yang menunggu dipilih",
        ["Import.AwaitsColumns"] = "Impor menunggu kolom dicocokkan",
        ["Import.CancelRequested"] = "Impor diminta dibatalkan",
        ["Import.Cancelled"] = "Impor dibatalkan",
        ["Import.Confirmed"] = "Impor disetujui untuk diterbitkan",
        ["Import.Judged"] = "Impor selesai diperiksa",
        ["Import.DryRun"] = "Impor diperiksa tanpa dimuat",
        ["Import.Failed"] = "Impor berhenti",
        ["Import.Interrupted"] = "Impor terputus",
        ["Import.ProfileKept"] = "Profil kolom disimpan",
        ["Import.ProfileRemoved"] = "Profil kolom dihapus",
        ["Import.ProfileRenamed"] = "Nama profil kolom diubah",
        ["Import.Published"] = "Impor dimuat",
        ["Import.Queued"] = "Impor diantrekan",
        ["Import.Refused"] = "Impor ditolak",
        ["Import.UndoAsked"] = "Impor diminta dicabut",
        ["Import.UndoRefused"] = "Impor tidak bisa dicabut",
        ["Import.Undone"] = "Impor dicabut",
        ["Import.UnmatchedFetched"] = "Daftar tidak padan diunduh",
        ["Import.WithheldFetched"] = "Baris tertahan diunduh",
        ["Link.Opened"] = "Daftar RT dibuka lewat tautan",
        ["List.ExportEnded"] = "Unduhan dihentikan",
        ["List.Exported"] = "Daftar diunduh",
        ["Lists.Compared"] = "Dua rilis dibandingkan",
        ["Locus.MethodAdopted"] = "Cara menentukan lokus ditetapkan",
        ["Needs.Judged"] = "Kebutuhan seluruh keluarga dinilai",
        ["Needs.RulesAdopted"] = "Aturan kebutuhan ditetapkan",
        ["Number.Opened"] = "Nomor lengkap dibuka",
        ["Number.Searched"] = "Nomor dicari",
        ["Proposal.Searched"] = "Pencarian ganda untuk usulan",
        ["Photo.Kept"] = "Foto kunjungan diterima",
        ["Photo.Opened"] = "Foto Kartu Keluarga dibuka",
        ["Photo.Removed"] = "Foto dihapus dari draf kunjungan",
        ["Photo.Refused"] = "Foto kunjungan ditolak",
        ["Paper.Fetched"] = "Dokumen diunduh",
        ["Proposal.Discarded"] = "Usulan yang belum terkirim dihapus dari ponsel",
        ["Quality.Printed"] = "Lembar data untuk RT dicetak",
        ["Register.Changed"] = "Register diubah",
        ["Rule.Refused"] = "Ditolak aturan",
        ["Session.Refused"] = "Masuk ditolak",
        ["Session.SignedIn"] = "Masuk",
        ["Session.SignedOut"] = "Keluar",
        ["Subject.Reported"] = "Laporan data saya diunduh",
        ["Visit.Discarded"] = "Kunjungan yang belum terkirim dihapus dari ponsel",
        ["Worklist.Loaded"] = "Daftar kerja dimuat ke ponsel",
    };

    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["account"] = "akun",
        ["asked"] = "diminta",
        ["brokenAt"] = "putus pada nomor",
        ["changed"] = "berubah",
        ["contentHash"] = "kode isi",
        ["cut"] = "dipotong",
        ["entries"] = "catatan",
        ["families"] = "keluarga",
        ["fields"] = "isian",
        ["filter"] = "saringan",
        ["first"] = "rilis pertama",
        ["format"] = "bentuk",
        ["from"] = "mulai",
        ["households"] = "keluarga",
        ["kind"] = "jenis",
        ["length"] = "panjang",
        ["letter"] = "surat",
        ["list"] = "daftar",
        ["locked"] = "terkunci",
        ["method"] = "cara",
        ["new"] = "baru",
        ["number"] = "nomor",
        ["photos"] = "foto",
        ["proposal"] = "usulan",
        ["purpose"] = "tujuan",
        ["reason"] = "alasan",
        ["recordedAt"] = "ditulis",
        ["rejected"] = "ditolak",
        ["second"] = "rilis kedua",
        ["release"] = "rilis",
        ["review"] = "ditinjau",
        ["role"] = "peran",
        ["route"] = "halaman",
        ["rows"] = "baris",
        ["same"] = "sama",
        ["sentence"] = "pesan",
        ["source"] = "dasar",
        ["standIn"] = "pengganti",
        ["until"] = "sampai",
        ["visit"] = "kunjungan",
    };

    /// <summary>What the page offers to choose from, in the order of its words.</summary>
    public static IReadOnlyList<(string Value, string Label)> AllActions { get; } = [.. Actions.Select(action => (action.Key, action.Value))
        .Concat(Things.Where(thing => thing.Key is not ("Import" or "Manual" or "Household" or "Person" or "ImportBatch" or "Merge"))
            .SelectMany(thing => Changes.Where(change => change.Key is not "Deleted").Select(change => ($"{thing.Key}.{change.Key}", $"{thing.Value} {change.Value}"))))
        .OrderBy(action => action.Item2, StringComparer.Ordinal)];

    public static IReadOnlyList<(string Value, string Label)> AllThings { get; } =
        [.. Things.Where(thing => thing.Key is not ("Import" or "Manual" or "Merge")).Select(thing => (thing.Key, thing.Value)).OrderBy(thing => thing.Value, StringComparer.Ordinal)];

    public static bool Knows(string action) => Actions.ContainsKey(action);

    /// <summary>"Kunjungan diubah"; an action of a later version keeps its own name rather than hide.</summary>
    public static string OfAction(string action)
    {
        if (Actions.TryGetValue(action, out var known))
            return known;
        return action.Split('.') is [var thing, var change] && Things.TryGetValue(thing, out var what) && Changes.TryGetValue(change, out var how) ? $"{what} {how}" : action;
    }

    public static string? OfThing(string? subject) => subject is null ? null : Things.GetValueOrDefault(subject, subject);

    public static string OfPart(string name) => Parts.GetValueOrDefault(name, name);
}
