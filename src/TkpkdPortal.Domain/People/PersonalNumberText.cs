using System.Text;

namespace TkpkdPortal.Domain.People;

/// <summary>Cleans a NIK or KK number as it stands in a cell or a form before it is judged.</summary>
public static class PersonalNumberText
{
    /// <summary>
    /// Trims, takes a no-break space for a space, makes one space of many, cuts a leading apostrophe and a trailing ".0";
    /// <paramref name="cutDecimal"/> tells that the text came out of a number.
    /// </summary>
    public static string Clean(string? text, out bool cutDecimal)
    {
        cutDecimal = false;
        var cleaned = CellText.Clean(text);
        if (cleaned.StartsWith('\''))
            cleaned = cleaned[1..].TrimStart();
        if (cleaned.EndsWith(".0", StringComparison.Ordinal))
        {
            cleaned = cleaned[..^2];
            cutDecimal = true;
        }
        return cleaned;
    }

    /// <summary>Removes the spaces and dots that people type between the groups of a number; for forms only.</summary>
    public static string WithoutSeparators(string? typed)
    {
        var digits = new StringBuilder();
        foreach (var c in typed ?? "")
        {
            if (c is not (' ' or '.' or '-' or '\u00a0'))
                digits.Append(c);
        }
        return digits.ToString();
    }
}
