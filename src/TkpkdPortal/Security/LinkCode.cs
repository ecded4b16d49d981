using System.Security.Cryptography;

namespace TkpkdPortal.Security;

/// <summary>The code of a link that needs no account: 130 random bits, in letters and digits that are not read for one another, since it may be typed by hand.</summary>
public static class LinkCode
{
    public const int Length = 26;

    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>The code in what was typed or pasted, the whole link included; null where there is none.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 300)
            return null;
        var text = new string([.. typed[(typed.LastIndexOf('#') + 1)..].Where(letter => letter != '-' && !char.IsWhiteSpace(letter)).Select(char.ToUpperInvariant)]);
        return text.Length == Length && text.All(Alphabet.Contains) ? text : null;
    }
}
