using System.Globalization;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Imports;

/// <summary>Reads a day in every form that the lists use: ISO, dd/mm/yyyy, dd-mm-yyyy, "10 Februari 1980", an Excel serial, a date cell.</summary>
public static class ListedDate
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "d-M-yyyy"];

    // Day 0 of Excel's calendar; it counts a 29 February 1900 that never was, so earlier serials are off by one and are not read.
    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    public static bool TryRead(string cleaned, bool isNumericCell, out DateOnly day)
    {
        day = default;
        if (cleaned.Length == 0)
            return false;
        if (cleaned.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
            return TryReadSerial(cleaned, isNumericCell, out day);
        if (isNumericCell && double.TryParse(cleaned, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && serial is > 60 and < 100_000)
        {
            day = SerialZero.AddDays((int)serial);
            return true;
        }
        return DateOnly.TryParseExact(cleaned, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            || TryReadInstant(cleaned, out day) || TryReadWords(cleaned, out day);
    }

    private static bool TryReadSerial(string digits, bool isNumericCell, out DateOnly day)
    {
        day = default;
        var length = isNumericCell ? digits.Length is >= 3 and <= 5 : digits.Length == 5;
        if (!length || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) || serial <= 60)
            return false;
        day = SerialZero.AddDays(serial);
        return true;
    }

    private static bool TryReadInstant(string text, out DateOnly day)
    {
        day = default;
        if (!DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return false;
        day = DateOnly.FromDateTime(instant);
        return true;
    }

    private static bool TryReadWords(string text, out DateOnly day)
    {
        day = default;
        var parts = text.Split(' ');
        if (parts.Length != 3 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var dayOfMonth)
            || Indonesian.MonthNumber(parts[1]) is not (> 0 and var month)
            || parts[2].Length != 4 || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year < 1800 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month))
        {
            return false;
        }
        day = new DateOnly(year, month, dayOfMonth);
        return true;
    }
}
