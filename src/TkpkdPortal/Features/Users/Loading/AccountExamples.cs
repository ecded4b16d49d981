using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Users.Loading;

/// <summary>Rows that show how the file is filled in.</summary>
internal static class AccountExamples
{
    public static IEnumerable<IReadOnlyList<string>> For(DateOnly today) =>
    [
        ["lurah@contoh.go.id", "Nama Lurah", "Lurah/Kepala Desa", "kode 10 angka, misalnya 64.08.01.2003", "", Indonesian.TypedDate(today), ""],
        ["petugas@contoh.go.id", "Nama Petugas", "Petugas desa/kelurahan", "kode 10 angka", "", "", ""],
        ["camat@contoh.go.id", "Nama Camat", "Camat", "kode 6 angka", "", "", ""],
        ["opd@contoh.go.id", "Nama Petugas OPD", "Petugas OPD", "", "Disnaker", "", Indonesian.TypedDate(today.AddYears(1))],
    ];
}
