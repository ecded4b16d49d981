namespace TkpkdPortal.Domain.Wording;

/// <summary>Numbers in words, as acts write them beside the figure: 34 is "tiga puluh empat". From 0 to 999.999.</summary>
public static class SpelledNumber
{
    private static readonly string[] Small =
        ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];

    public static string Of(int value) => value switch
    {
        < 0 or > 999_999 => throw new ArgumentOutOfRangeException(nameof(value), "Acts spell numbers from 0 to 999.999."),
        < 12 => Small[value],
        < 20 => $"{Small[value - 10]} belas",
        < 100 => With($"{Small[value / 10]} puluh", value % 10),
        < 200 => With("seratus", value % 100),
        < 1_000 => With($"{Small[value / 100]} ratus", value % 100),
        < 2_000 => With("seribu", value % 1_000),
        _ => With($"{Of(value / 1_000)} ribu", value % 1_000),
    };

    /// <summary>"34 (tiga puluh empat)".</summary>
    public static string Beside(int value) => $"{Indonesian.Number(value)} ({Of(value)})";

    /// <summary>"Kamis, tanggal sembilan belas, bulan November, tahun dua ribu dua puluh enam (19/11/2026)".</summary>
    public static string Day(DateOnly day) =>
        $"{Indonesian.DayName(day)}, tanggal {Of(day.Day)}, bulan {Indonesian.MonthName(day.Month)}, tahun {Of(day.Year)} ({Indonesian.TypedDate(day)})";

    private static string With(string head, int rest) => rest == 0 ? head : $"{head} {Of(rest)}";
}
