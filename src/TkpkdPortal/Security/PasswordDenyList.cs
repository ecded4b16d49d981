using Microsoft.AspNetCore.Identity;

namespace TkpkdPortal.Security;

/// <summary>
/// Refuses passwords that are guessed first: common words and keyboard runs in any case with figures added, and the words of the office
/// itself. Length is the only other rule (docs/decisions/0012-passwords.md).
/// </summary>
public sealed class PasswordDenyList : IPasswordValidator<PortalUser>
{
    private static readonly HashSet<string> CommonWords = new(StringComparer.Ordinal)
    {
        "password", "passw", "katasandi", "sandi", "rahasia", "bismillah", "alhamdulillah", "indonesia", "merdeka", "pancasila", "garuda", "sayang",
        "cinta", "selamat", "admin", "administrator", "qwerty", "qwertyuiop", "asdfghjkl", "zxcvbnm", "asdf", "letmein", "welcome", "iloveyou",
        "dragon", "monkey", "football", "sepakbola", "persib", "persija", "borneo", "kalimantan", "monyet", "anjing", "doraemon", "naruto", "jakarta",
        "samarinda", "pontianak", "palangkaraya", "sangatta", "kutaitimur", "kutim", "bappeda", "dinsos", "disdukcapil", "tkpkd", "tkpk", "portal",
        "kemiskinan", "kelurahan", "desa", "kecamatan", "lurah", "camat", "petugas", "pimpinan", "auditor", "user", "pengguna", "test", "coba", "demo",
        "abc", "abcd", "abcdef", "abcdefgh", "satuduatiga", "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
        "oktober", "november", "desember", "senin", "jumat", "minggu", "ramadhan", "lebaran", "muhammad", "allahuakbar", "terserah", "gakada",
    };

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) =>
        Task.FromResult(IsGuessable(password ?? "", user.Email, user.FullName)
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordGuessable", Description = "Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak berhubungan." })
            : IdentityResult.Success);

    internal static bool IsGuessable(string password, string? email, string? fullName)
    {
        var letters = string.Concat(Unleet(password.ToLowerInvariant()).Where(char.IsLetter));
        var distinct = password.Distinct().Count();
        if (letters.Length < 4 || distinct < 5 || IsRepeated(password) || CommonWords.Contains(letters))
            return true;
        var own = new[] { email?.Split('@')[0] }.Concat(fullName?.Split(' ') ?? []).Where(part => part is { Length: >= 4 });
        var rest = own.Concat(CommonWords).OrderByDescending(word => word!.Length)
            .Aggregate(letters, (text, word) => text.Replace(word!.ToLowerInvariant(), "", StringComparison.Ordinal));
        // Nothing of its own is left beside common words and the own name.
        return rest.Length < 4;
    }

    private static string Unleet(string text) => text.Replace('0', 'o').Replace('1', 'i').Replace('3', 'e').Replace('4', 'a').Replace('5', 's')
        .Replace('7', 't').Replace('@', 'a').Replace('$', 's').Replace('!', 'i');

    private static bool IsRepeated(string password)
    {
        for (var length = 1; length <= password.Length / 2; length++)
        {
            if (password.Length % length == 0 && string.Concat(Enumerable.Repeat(password[..length], password.Length / length)) == password)
                return true;
        }
        return false;
    }
}
