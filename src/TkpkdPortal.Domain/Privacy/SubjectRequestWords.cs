using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Privacy;

/// <summary>Which right a person calls on.</summary>
public enum SubjectRequestKind
{
    Access = 1,
    Correction = 2,
    Deletion = 3,
    Restriction = 4,
    Objection = 5,
    Withdrawal = 6,
}

/// <summary>How far a request has come.</summary>
public enum SubjectRequestState
{
    Received = 1,
    InProgress = 2,
    Answered = 3,
    Refused = 4,
}

/// <summary>Why the law lets or makes an office refuse.</summary>
public enum RefusalGround
{
    Safety = 1,
    OthersData = 2,
    NationalSecurity = 3,
    PublicInterest = 4,
}

/// <summary>Rights, states and grounds in the words of the page.</summary>
public static class SubjectRequestWords
{
    public static CodedValues<SubjectRequestKind> Kinds { get; } = new(
        (SubjectRequestKind.Access, "Melihat data sendiri dan siapa yang melihatnya (Ps 7)"), (SubjectRequestKind.Correction, "Memperbaiki data (Ps 6)"),
        (SubjectRequestKind.Deletion, "Menghapus data (Ps 8)"), (SubjectRequestKind.Restriction, "Menunda atau membatasi pemrosesan (Ps 11)"),
        (SubjectRequestKind.Objection, "Keberatan atas keputusan otomatis (Ps 10)"), (SubjectRequestKind.Withdrawal, "Menarik persetujuan (Ps 9)"));

    public static CodedValues<SubjectRequestState> States { get; } = new(
        (SubjectRequestState.Received, "Diterima"), (SubjectRequestState.InProgress, "Dikerjakan"), (SubjectRequestState.Answered, "Dijawab"),
        (SubjectRequestState.Refused, "Ditolak"));

    public static CodedValues<RefusalGround> Grounds { get; } = new(
        (RefusalGround.Safety, "Membahayakan keamanan atau kesehatan seseorang (Ps 33 huruf a)"),
        (RefusalGround.OthersData, "Mengungkap data pribadi orang lain (Ps 33 huruf b)"),
        (RefusalGround.NationalSecurity, "Bertentangan dengan pertahanan dan keamanan nasional (Ps 33 huruf c)"),
        (RefusalGround.PublicInterest, "Kepentingan umum dalam penyelenggaraan negara (Ps 15)"));
}
