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
}

/// <summary>Codes and words of the kinds.</summary>
public static class ImportKinds
{
    public static CodedValues<ImportKind> Words { get; } = new(
        (ImportKind.P3keFamilies, "P3KE keluarga"), (ImportKind.P3kePersons, "P3KE individu"), (ImportKind.Recipients, "Penerima bantuan OPD"), (ImportKind.CivilRegistry, "Jawaban pemadanan Dukcapil"));

    public static CodedValues<ImportKind> Codes { get; } = new(
        (ImportKind.P3keFamilies, "p3ke-families"), (ImportKind.P3kePersons, "p3ke-persons"), (ImportKind.Recipients, "recipients"), (ImportKind.CivilRegistry, "dukcapil"));

    /// <summary>"P3KE 2023, keluarga", "Penerima bantuan OPD Triwulan I": how pages name one file of a release.</summary>
    public static string Title(this ImportKind kind, string releaseName) => kind is ImportKind.Recipients or ImportKind.CivilRegistry
        ? $"{Words.Label(kind)} {releaseName}"
        : $"{ListRelease.TitleOf(kind.ListOf(), releaseName)}, {Words.Label(kind).Split(' ')[^1]}";

    public static SourceList ListOf(this ImportKind kind) => kind switch
    {
        ImportKind.P3keFamilies or ImportKind.P3kePersons => SourceList.P3ke,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
