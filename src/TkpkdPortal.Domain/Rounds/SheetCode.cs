using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace TkpkdPortal.Domain.Rounds;

/// <summary>
/// Kode lembar: seven random letters and a check letter, typed from a paper by hand. It says nothing of anybody, and one letter typed wrong or two
/// changed over never make another code.
/// </summary>
public static class SheetCode
{
    public const int Length = 8;

    // Without letters and digits that are read for one another; one fewer than the prime by which is counted.
    private const string Alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private const int Prime = 31;

    public static string New()
    {
        while (true)
        {
            var letters = new string(RandomNumberGenerator.GetItems<char>(Alphabet, Length - 1));
            // The one remainder that has no letter.
            if (CheckOf(letters) is var check && check < Alphabet.Length)
                return letters + Alphabet[check];
        }
    }

    /// <summary>"K7QM-2XPA": in two groups, as it is printed.</summary>
    public static string Written(string code) => $"{code[..(Length / 2)]}-{code[(Length / 2)..]}";

    /// <summary>Reads what was typed or scanned, also a whole address that ends with the code; false where a letter must be wrong.</summary>
    public static bool TryRead(string? typed, [NotNullWhen(true)] out string? code)
    {
        var text = (typed ?? "").Trim();
        text = text[(text.LastIndexOfAny(['/', '=']) + 1)..];
        var letters = new string([.. text.Where(letter => letter is not ('-' or ' ' or '.')).Select(char.ToUpperInvariant)]);
        code = letters.Length == Length && letters.All(Alphabet.Contains) && CheckOf(letters[..^1]) == Alphabet.IndexOf(letters[^1], StringComparison.Ordinal) ? letters : null;
        return code is not null;
    }

    private static int CheckOf(string letters) => letters.Select((letter, i) => (i + 1) * Alphabet.IndexOf(letter, StringComparison.Ordinal)).Sum() % Prime;
}
