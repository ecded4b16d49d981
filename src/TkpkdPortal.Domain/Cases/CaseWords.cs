using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Cases;

/// <summary>Why a case was closed.</summary>
public enum CaseEnding
{
    GoalsReached = 1,
    FamilyDeclined = 2,
    Moved = 3,
    Died = 4,
    NotExtremelyPoor = 5,
    Other = 6,
}

/// <summary>How far a step of a case is.</summary>
public enum CaseStepState
{
    Open = 1,
    Done = 2,
    Dropped = 3,
}

/// <summary>How somebody was in touch with a family.</summary>
public enum CaseContactKind
{
    AtHome = 1,
    AtOffice = 2,
    ByPhone = 3,
    ThroughOthers = 4,
    NotMet = 5,
}

/// <summary>The words of cases.</summary>
public static class CaseWords
{
    public static CodedValues<CaseEnding> Endings { get; } = new((CaseEnding.GoalsReached, "Tujuan tercapai"), (CaseEnding.NotExtremelyPoor, "Tidak lagi miskin ekstrem"), (CaseEnding.FamilyDeclined, "Keluarga tidak bersedia"),
        (CaseEnding.Moved, "Pindah dari wilayah"), (CaseEnding.Died, "Meninggal"), (CaseEnding.Other, "Lainnya, ditulis"));

    public static CodedValues<CaseStepState> StepStates { get; } = new((CaseStepState.Open, "Belum selesai"), (CaseStepState.Done, "Selesai"), (CaseStepState.Dropped, "Dibatalkan"));

    public static CodedValues<CaseContactKind> ContactKinds { get; } = new((CaseContactKind.AtHome, "Bertemu di rumah"), (CaseContactKind.AtOffice, "Bertemu di kantor"), (CaseContactKind.ByPhone, "Telepon atau pesan"),
        (CaseContactKind.ThroughOthers, "Lewat RT atau tetangga"), (CaseContactKind.NotMet, "Didatangi, tidak bertemu"));
}
