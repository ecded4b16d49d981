using Microsoft.AspNetCore.Identity;

namespace TkpkdPortal.Access;

/// <summary>What Identity refuses, in words for the user.</summary>
internal sealed class IndonesianIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) =>
        Make(nameof(PasswordTooShort), $"Kata sandi paling sedikit {length} huruf. Beberapa kata yang mudah diingat lebih baik daripada satu kata rumit.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Make(nameof(PasswordRequiresUniqueChars), $"Kata sandi memakai paling sedikit {uniqueChars} huruf yang berbeda.");

    public override IdentityError InvalidToken() =>
        Make(nameof(InvalidToken), "Tautan ini sudah dipakai atau sudah lewat batas waktunya. Minta tautan baru kepada admin.");

    public override IdentityError DuplicateEmail(string email) => Make(nameof(DuplicateEmail), $"Akun {email} sudah ada.");

    public override IdentityError DuplicateUserName(string userName) => Make(nameof(DuplicateUserName), $"Akun {userName} sudah ada.");

    public override IdentityError InvalidEmail(string? email) => Make(nameof(InvalidEmail), "Alamat pos-el belum lengkap, misalnya nama@daerah.go.id.");

    public override IdentityError InvalidUserName(string? userName) => Make(nameof(InvalidUserName), "Alamat pos-el hanya berisi huruf, angka, titik, garis, dan @.");

    public override IdentityError ConcurrencyFailure() => Make(nameof(ConcurrencyFailure), "Akun ini baru saja diubah orang lain. Muat ulang, lalu coba lagi.");

    private static IdentityError Make(string code, string sentence) => new() { Code = code, Description = sentence };
}
