using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Assistance;

/// <summary>What a piece of aid is for: a year, or a quarter or a month of it. Two pieces for the same period may be double aid.</summary>
public sealed record AidPeriod(int Year, int? Quarter = null, int? Month = null)
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    private static readonly string[] QuarterWords = ["TRIWULAN", "TW"];

    public DateOnly LastDay => new DateOnly(Year, Month ?? (Quarter ?? 4) * 3, 1).AddMonths(1).AddDays(-1);

    public DateOnly FirstDay => new(Year, Month ?? (((Quarter ?? 1) - 1) * 3) + 1, 1);

    /// <summary>"Triwulan I 2024", "Maret 2024", "2024".</summary>
    public string Label => Month is { } month ? $"{Indonesian.MonthName(month)} {Year}" : Quarter is { } quarter ? $"{QuarterName(quarter)} {Year}" : $"{Year}";

    public static string QuarterName(int quarter) => $"Triwulan {Roman[quarter - 1]}";

    /// <summary>Reads what a file writes beside the year: "Triwulan II", "TW 2", "Maret", "Tahunan", or nothing.</summary>
    public static bool TryRead(int year, string text, out AidPeriod period)
    {
        period = new AidPeriod(year);
        var word = text.Trim().ToUpperInvariant();
        if (word is "" or "TAHUNAN" or "SETAHUN")
            return true;
        if (Indonesian.MonthNumber(word) is > 0 and var month)
        {
            period = new AidPeriod(year, Month: month);
            return true;
        }
        var quarter = QuarterOf(word);
        if (quarter is not null)
            period = new AidPeriod(year, quarter);
        return quarter is not null;
    }

    /// <summary>A quarter or a month that exists; a month and a quarter at once say two things.</summary>
    public bool IsPossible => (Quarter is null or (>= 1 and <= 4)) && (Month is null or (>= 1 and <= 12)) && (Quarter is null || Month is null);

    private static int? QuarterOf(string word)
    {
        var prefix = QuarterWords.FirstOrDefault(start => word.StartsWith(start, StringComparison.Ordinal));
        var rest = prefix is null ? "" : word[prefix.Length..].Trim(' ', '-', '.');
        return Array.IndexOf(Roman, rest) is >= 0 and var roman ? roman + 1 : rest is ['1' or '2' or '3' or '4'] ? rest[0] - '0' : null;
    }
}
