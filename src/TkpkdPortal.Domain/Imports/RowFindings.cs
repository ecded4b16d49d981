using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Domain.Imports;

/// <summary>What is judged the same in every list: the area of a row, its names of areas, and its free texts.</summary>
internal static class RowFindings
{
    /// <summary>The village of the row; empty, with an error, where it is none of the office's.</summary>
    public static AreaCode ReadVillage(string text, string column, AreaDirectory areas, AreaCode office, JudgedRow row)
    {
        var digits = text.Replace(".", "", StringComparison.Ordinal);
        if (digits.Length != 10 || !AreaCode.TryParse(digits, out var code))
        {
            row.Add(FindingLevel.Error, FindingKind.AreaFormat, column, "Kode wilayah berisi 10 angka Kemendagri, misalnya 6408012003.");
            return default;
        }
        if (!areas.Knows(code))
        {
            row.Add(FindingLevel.Error, FindingKind.AreaUnknown, column,
                $"Kode wilayah {code.Official} tidak ada dalam daftar desa dan kelurahan. Cocokkan dengan kode Kemendagri yang berlaku.");
            return default;
        }
        if (!office.Contains(code))
        {
            row.Add(FindingLevel.Error, FindingKind.AreaOutside, column,
                $"{areas.TitleOf(code)} tidak berada di {areas.NameOf(office)}. Baris wilayah lain dimuat oleh kantornya.");
            return default;
        }
        return code;
    }

    /// <summary>False, with a warning, where another name is written than that of the code; a blank says nothing.</summary>
    public static bool CompareName(string written, string column, AreaCode code, AreaDirectory areas, JudgedRow row)
    {
        var letters = AreaNames.Letters(written);
        if (letters.Length == 0 || letters == AreaNames.Letters(areas.NameOf(code)))
            return true;
        row.Add(FindingLevel.Warning, FindingKind.AreaNameDiffers, column,
            $"Nama wilayah bukan nama kode {code.Official} ({areas.NameOf(code)}). Kodenya yang dipakai.");
        return false;
    }

    public static string ReadText(RawCell cell, string column, JudgedRow row)
    {
        var text = CellText.Clean(cell.Text);
        if (cell.IsFormula || (text.Length >= 2 && text[0] is '=' or '+' or '-' or '@'))
            row.Add(FindingLevel.Warning, FindingKind.FormulaCell, column, "Isi sel adalah rumus atau berawalan seperti rumus. Dimuat sebagai teks biasa; periksa isinya.");
        if (LooksLikeHtml(text))
            row.Add(FindingLevel.Warning, FindingKind.TextHtml, column, "Isi sel memuat kode halaman web. Dimuat sebagai teks biasa; periksa isinya.");
        if (text.Length > HouseholdFacts.AddressMaxLength)
        {
            row.Add(FindingLevel.Warning, FindingKind.TextTooLong, column, "Isi sel lebih dari 500 huruf. Yang dimuat 500 huruf pertama.");
            text = text[..HouseholdFacts.AddressMaxLength];
        }
        return text;
    }

    /// <summary>A blank is no finding; the raw text stays with the row.</summary>
    public static void NoteUnknown(JudgedRow row, string column, string text, string expected)
    {
        if (text.Length == 0)
            return;
        row.UnknownTexts.Add((column, text));
        row.Add(FindingLevel.Warning, FindingKind.ValueUnknown, column, $"Isi kolom {column} tidak dikenal; yang dikenal {expected}. Dimuat sebagai belum diketahui.");
    }

    private static bool LooksLikeHtml(string text)
    {
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            if (char.IsLetter(text[at + 1]) || text[at + 1] is '/' or '!')
                return true;
        }
        return false;
    }
}
