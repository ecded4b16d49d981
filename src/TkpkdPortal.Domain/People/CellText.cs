using System.Text;

namespace TkpkdPortal.Domain.People;

/// <summary>Text of a cell as everybody means it: trimmed, a no-break space is a space, runs of white space are one.</summary>
public static class CellText
{
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        if (!NeedsCleaning(text))
            return text;
        var cleaned = new StringBuilder(text.Length);
        var pendingSpace = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                pendingSpace = cleaned.Length > 0;
                continue;
            }
            if (pendingSpace)
                cleaned.Append(' ');
            pendingSpace = false;
            cleaned.Append(c);
        }
        return cleaned.ToString();
    }

    /// <summary>The letters and digits alone, in capitals: how two names are compared where only spelling matters.</summary>
    public static string Letters(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static bool NeedsCleaning(string text)
    {
        var previousWasSpace = true;
        foreach (var c in text)
        {
            var isSpace = c == ' ';
            if ((isSpace && previousWasSpace) || (!isSpace && char.IsWhiteSpace(c)))
                return true;
            previousWasSpace = isSpace;
        }
        return previousWasSpace;
    }
}
