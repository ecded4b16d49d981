using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Imports;

/// <summary>Kind of file that an office loads; each has its own layout.</summary>
public enum ImportKind
{
    P3keFamilies = 1,
    P3kePersons = 2,
    Recipients = 3,
    CivilRegistry = 4,
    DtsenFamilies = 5,
    DtsenPersons = 6,

    /// <summary>The sheet that a deliberation fills in: one row per person, the families that stay on the list and those that leave it.</summary>
    Deliberation = 7,

    /// <summary>The sheet that a verification outside the portal brings back: one row per person with the answers of its family.</summary>
    Verification = 8,
}

/// <summary>Codes and words of the kinds.</summary>
public static class ImportKinds
{
    public static CodedValues<ImportKind> Words { get; } = new(
        (ImportKind.P3keFamilies, "P3KE keluarga"), (ImportKind.P3kePersons, "P3KE individu"), (ImportKind.Recipients, "Penerima bantuan OPD"), (ImportKind.CivilRegistry, "Jawaban pemadanan Dukcapil"),
        (ImportKind.DtsenFamilies, "DTSEN keluarga"), (ImportKind.DtsenPersons, "DTSEN anggota"),
        (ImportKind.Deliberation, "Hasil musdes/muskel"), (ImportKind.Verification, "Hasil verval"));

    public static CodedValues<ImportKind> Codes { get; } = new(
        (ImportKind.P3keFamilies, "p3ke-families"), (ImportKind.P3kePersons, "p3ke-persons"), (ImportKind.Recipients, "recipients"), (ImportKind.CivilRegistry, "dukcapil"),
        (ImportKind.DtsenFamilies, "dtsen-families"), (ImportKind.DtsenPersons, "dtsen-persons"),
        (ImportKind.Deliberation, "musdes"), (ImportKind.Verification, "verval"));

    /// <summary>"P3KE 2023, keluarga", "Hasil verval 2024", "Penerima bantuan OPD Triwulan I": how pages name one file of a release.</summary>
    public static string Title(this ImportKind kind, string releaseName) => kind switch
    {
        ImportKind.Recipients or ImportKind.CivilRegistry => $"{Words.Label(kind)} {releaseName}",
        ImportKind.Deliberation or ImportKind.Verification => ListRelease.TitleOf(kind.ListOf(), releaseName),
        _ => $"{ListRelease.TitleOf(kind.ListOf(), releaseName)}, {Words.Label(kind).Split(' ')[^1]}",
    };

    public static bool IsDtsen(this ImportKind kind) => kind is ImportKind.DtsenFamilies or ImportKind.DtsenPersons;

    public static SourceList ListOf(this ImportKind kind) => kind switch
    {
        ImportKind.P3keFamilies or ImportKind.P3kePersons => SourceList.P3ke,
        ImportKind.Deliberation => SourceList.Deliberation,
        ImportKind.Verification => SourceList.Verification,
        ImportKind.DtsenFamilies or ImportKind.DtsenPersons => SourceList.Dtsen,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A list of families or persons, which the register takes in; recipients and answers are about those it has.</summary>
    public static bool IsOfList(this ImportKind kind) => kind is not (ImportKind.Recipients or ImportKind.CivilRegistry);

    /// <summary>One row per person.</summary>
    public static bool IsOfPersons(this ImportKind kind) => kind is ImportKind.P3kePersons or ImportKind.DtsenPersons || kind.IsSheet();

    /// <summary>A sheet of the office's own work on a list: it says something of the families of the list and decides nothing in the register.</summary>
    public static bool IsSheet(this ImportKind kind) => kind is ImportKind.Deliberation or ImportKind.Verification;
}
