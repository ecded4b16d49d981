using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Waiting;

/// <summary>Kind of thing that somebody has to do next.</summary>
public enum WaitingKind
{
    VisitToDecide = 1,
    VisitReturned,
    VisitDraft,
    VisitWithHead,
    ImportToPublish,
    ImportWithheld,
    RecipientsUnmatched,
    AidOverdue,
    ProgramProposed,
    SubjectRequest,
    HouseholdOffered,
    AccessReviewDue,
    MatchDifference,
    AnswerWithheld,
    ProposalToCheck,
    TargetToVerify,
    TargetToValidate,
    TargetBack,
    ObjectionToVerify,
    ObjectionToAnswer,
    DutyUnanswered,
    PromiseOverdue,
    ReferralToAnswer,
    NeedUnowned,
    CaseStepDue,
    CaseReviewDue,
    RelapseSuspected,
    FollowUpDue,
}

/// <summary>What a kind is called, one at a time and counted.</summary>
public static class WaitingWords
{
    public static CodedValues<WaitingKind> Kinds { get; } = new(
        (WaitingKind.VisitToDecide, "Kunjungan untuk disetujui"), (WaitingKind.VisitReturned, "Kunjungan dikembalikan"), (WaitingKind.VisitDraft, "Draf kunjungan"),
        (WaitingKind.VisitWithHead, "Kunjungan menunggu desa/kelurahan"), (WaitingKind.ImportToPublish, "Impor untuk diterbitkan"), (WaitingKind.ImportWithheld, "Impor dengan baris tertahan"),
        (WaitingKind.RecipientsUnmatched, "Penerima yang tidak padan"), (WaitingKind.AidOverdue, "Bantuan lewat tanggal rencana"),
        (WaitingKind.ProgramProposed, "Program belum dilengkapi"), (WaitingKind.SubjectRequest, "Permohonan subjek data"),
        (WaitingKind.MatchDifference, "Beda dengan Dukcapil"), (WaitingKind.AnswerWithheld, "Jawaban dengan baris tertahan"),
        (WaitingKind.ProposalToCheck, "Usulan baru untuk diperiksa"),
        (WaitingKind.TargetToVerify, "Sasaran untuk diverifikasi kecamatan"), (WaitingKind.TargetToValidate, "Sasaran untuk divalidasi"),
        (WaitingKind.TargetBack, "Sasaran dikembalikan ke desa/kelurahan"),
        (WaitingKind.ObjectionToVerify, "Sanggahan untuk diperiksa"), (WaitingKind.ObjectionToAnswer, "Sanggahan untuk dijawab"),
        (WaitingKind.DutyUnanswered, "Kebutuhan yang belum dijawab"), (WaitingKind.PromiseOverdue, "Janji yang lewat tenggat"),
        (WaitingKind.ReferralToAnswer, "Rujukan yang menunggu jawaban"), (WaitingKind.NeedUnowned, "Kebutuhan yang tidak diambil siapa pun"),
        (WaitingKind.CaseStepDue, "Langkah kasus jatuh tempo"), (WaitingKind.CaseReviewDue, "Kasus untuk ditinjau lagi"), (WaitingKind.RelapseSuspected, "Graduasi yang mungkin kambuh"), (WaitingKind.FollowUpDue, "Keputusan rakor jatuh tempo"),
        (WaitingKind.HouseholdOffered, "Serah terima keluarga"), (WaitingKind.AccessReviewDue, "Tinjauan akses belum disahkan"));

    public static string Unit(this WaitingKind kind) => kind switch
    {
        WaitingKind.VisitToDecide or WaitingKind.VisitReturned or WaitingKind.VisitDraft or WaitingKind.VisitWithHead => "kunjungan",
        WaitingKind.ImportToPublish or WaitingKind.ImportWithheld or WaitingKind.RecipientsUnmatched or WaitingKind.AnswerWithheld => "berkas",
        WaitingKind.AidOverdue => "catatan bantuan",
        WaitingKind.ProposalToCheck => "usulan",
        WaitingKind.ProgramProposed => "program",
        WaitingKind.HouseholdOffered or WaitingKind.TargetToVerify or WaitingKind.TargetToValidate or WaitingKind.TargetBack => "keluarga",
        WaitingKind.ObjectionToVerify or WaitingKind.ObjectionToAnswer => "sanggahan",
        WaitingKind.DutyUnanswered or WaitingKind.PromiseOverdue or WaitingKind.NeedUnowned => "kebutuhan",
        WaitingKind.ReferralToAnswer => "rujukan",
        WaitingKind.CaseStepDue or WaitingKind.CaseReviewDue => "kasus",
        WaitingKind.RelapseSuspected => "keluarga",
        WaitingKind.FollowUpDue => "keputusan",
        WaitingKind.AccessReviewDue => "tinjauan",
        WaitingKind.MatchDifference => "orang",
        _ => "permohonan",
    };

    /// <summary>It is about one family, which is called by its head.</summary>
    public static bool IsFamily(this WaitingKind kind) => kind is WaitingKind.VisitToDecide or WaitingKind.VisitReturned or WaitingKind.VisitDraft or WaitingKind.VisitWithHead or WaitingKind.AidOverdue
        or WaitingKind.HouseholdOffered or WaitingKind.ProposalToCheck or WaitingKind.TargetToVerify or WaitingKind.TargetToValidate or WaitingKind.TargetBack or WaitingKind.ObjectionToVerify or WaitingKind.ObjectionToAnswer
        or WaitingKind.DutyUnanswered or WaitingKind.PromiseOverdue or WaitingKind.ReferralToAnswer or WaitingKind.NeedUnowned or WaitingKind.CaseStepDue or WaitingKind.CaseReviewDue or WaitingKind.RelapseSuspected;

    /// <summary>It waits for somebody else, whom the reader follows.</summary>
    public static bool IsFollowed(this WaitingKind kind) => kind is WaitingKind.VisitWithHead;

    public static string Title(IReadOnlyCollection<WaitingCount> counts) =>
        counts.Any(count => count.Kind.IsFollowed()) && counts.All(count => count.Kind.IsFollowed() || count.Count == 0) ? "Menunggu desa dan kelurahan" : "Menunggu Anda";

    /// <summary>The list that holds exactly what is counted.</summary>
    public static string ListPath(this WaitingKind kind) => kind switch
    {
        WaitingKind.VisitToDecide => "/periksa",
        WaitingKind.VisitReturned => "/kunjungan?status=Returned&saya=true",
        WaitingKind.VisitDraft => "/kunjungan?status=Draft&saya=true",
        WaitingKind.VisitWithHead => "/kunjungan?status=Submitted",
        WaitingKind.ImportToPublish => "/impor?tampil=terbit",
        WaitingKind.ImportWithheld => "/impor?tampil=tertahan",
        WaitingKind.RecipientsUnmatched => "/impor?tampil=tak-padan",
        WaitingKind.AidOverdue => "/intervensi?lewat=true",
        WaitingKind.ProposalToCheck => "/usulan?periksa=true",
        WaitingKind.ProgramProposed => "/program?usulan=true",
        WaitingKind.HouseholdOffered => "/serah-terima?tampil=menunggu",
        WaitingKind.TargetToVerify => "/verval/menunggu/kecamatan",
        WaitingKind.TargetToValidate => "/verval/menunggu/validasi",
        WaitingKind.TargetBack => "/verval/menunggu/kembali",
        WaitingKind.ObjectionToVerify => "/sanggahan?keadaan=periksa",
        WaitingKind.ObjectionToAnswer => "/sanggahan?keadaan=jawab",
        WaitingKind.DutyUnanswered => "/tugas-opd?keadaan=Unanswered",
        WaitingKind.PromiseOverdue => "/tugas-opd?keadaan=Overdue",
        WaitingKind.ReferralToAnswer => "/tugas-opd/rujukan?tampil=jawab",
        WaitingKind.NeedUnowned => "/tugas-opd?keadaan=Refused",
        WaitingKind.CaseStepDue => "/kasus?tampil=langkah",
        WaitingKind.CaseReviewDue => "/kasus?tampil=tinjau",
        WaitingKind.RelapseSuspected => "/graduasi?tampil=kambuh",
        WaitingKind.FollowUpDue => "/tindak-lanjut?tampil=tempo",
        WaitingKind.AccessReviewDue => "/pengguna/tinjauan",
        WaitingKind.MatchDifference => "/pemadanan",
        WaitingKind.AnswerWithheld => "/pemadanan/jawaban?tampil=tertahan",
        _ => "/privasi/permohonan?keadaan=terbuka",
    };

    /// <summary>The page on which one of them is done.</summary>
    public static string Path(this WaitingKind kind, Guid id) => kind switch
    {
        WaitingKind.VisitToDecide => $"/periksa/{id}",
        WaitingKind.VisitReturned or WaitingKind.VisitDraft => $"/kunjungan/{id}",
        WaitingKind.VisitWithHead => $"/kunjungan/{id}",
        WaitingKind.ImportToPublish or WaitingKind.ImportWithheld => $"/impor/{id}",
        WaitingKind.RecipientsUnmatched => $"/impor/{id}/tak-padan",
        WaitingKind.AidOverdue => $"/intervensi/{id}",
        WaitingKind.ProposalToCheck => $"/usulan/{id}",
        WaitingKind.ProgramProposed => $"/program/{id}",
        WaitingKind.HouseholdOffered => $"/serah-terima/{id}",
        WaitingKind.TargetToVerify => $"/verval/{id}/kecamatan",
        WaitingKind.TargetToValidate => $"/verval/{id}/validasi",
        WaitingKind.TargetBack => $"/verval/{id}/kembali",
        WaitingKind.ObjectionToVerify or WaitingKind.ObjectionToAnswer => $"/sanggahan/{id}",
        WaitingKind.DutyUnanswered or WaitingKind.PromiseOverdue or WaitingKind.NeedUnowned => $"/tugas-opd?keluarga={id}",
        WaitingKind.ReferralToAnswer => $"/tugas-opd/rujukan/{id}",
        WaitingKind.CaseStepDue or WaitingKind.CaseReviewDue => $"/kasus/{id}",
        WaitingKind.RelapseSuspected => $"/graduasi/keluarga/{id}",
        WaitingKind.FollowUpDue => $"/tindak-lanjut/{id}",
        WaitingKind.AccessReviewDue => "/pengguna/tinjauan",
        WaitingKind.MatchDifference => $"/pemadanan/{id}",
        WaitingKind.AnswerWithheld => $"/pemadanan/jawaban/{id}",
        _ => $"/privasi/permohonan/{id}",
    };
}
