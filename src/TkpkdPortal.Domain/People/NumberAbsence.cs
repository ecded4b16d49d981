using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.People;

/// <summary>Why a household or person has no number: a missing NIK is a need for civil registration (N12), never a reason to leave the person out.</summary>
public enum NumberAbsence
{
    /// <summary>The list that brought the row does not say.</summary>
    NotInList = 1,

    /// <summary>The person was never recorded by the civil registry.</summary>
    NeverRecorded = 2,

    /// <summary>The document is lost and the number not known.</summary>
    DocumentLost = 3,

    /// <summary>The number that was delivered cannot be right.</summary>
    Faulty = 4,
}

/// <summary>The words for <see cref="NumberAbsence"/>.</summary>
public static class NumberAbsenceWords
{
    public static CodedValues<NumberAbsence> Values { get; } = new(
        (NumberAbsence.NotInList, "Tidak ada di daftar"),
        (NumberAbsence.NeverRecorded, "Belum perekaman"),
        (NumberAbsence.DocumentLost, "Dokumen hilang"),
        (NumberAbsence.Faulty, "Nomor di daftar keliru"));
}
