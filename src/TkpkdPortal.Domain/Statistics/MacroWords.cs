using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Statistics;

/// <summary>What BPS publishes about poverty (Foster–Greer–Thorbecke P0, P1, P2 and the line), and the rate of extreme poverty.</summary>
public enum MacroIndicator
{
    PoorShare = 1,
    PoorPersons = 2,
    PovertyLine = 3,
    GapIndex = 4,
    SeverityIndex = 5,
    ExtremePoorShare = 6,
}

/// <summary>The region a figure speaks of; BPS has none below the kabupaten or kota.</summary>
public enum MacroScope
{
    Office = 1,
    Province = 2,
    Nation = 3,
}

/// <summary>Where a figure stands on its way to the pages.</summary>
public enum MacroFigureState
{
    Waiting = 1,
    Confirmed = 2,
    Rejected = 3,
}

/// <summary>The words, units and possible values of the figures of BPS.</summary>
public static class MacroWords
{
    public static CodedValues<MacroIndicator> Indicators { get; } = new(
        (MacroIndicator.PoorShare, "Persentase penduduk miskin (P0)"), (MacroIndicator.PoorPersons, "Jumlah penduduk miskin"), (MacroIndicator.PovertyLine, "Garis kemiskinan"),
        (MacroIndicator.GapIndex, "Indeks kedalaman kemiskinan (P1)"), (MacroIndicator.SeverityIndex, "Indeks keparahan kemiskinan (P2)"),
        (MacroIndicator.ExtremePoorShare, "Persentase penduduk miskin ekstrem"));

    public static CodedValues<MacroFigureState> States { get; } = new(
        (MacroFigureState.Waiting, "Menunggu konfirmasi"), (MacroFigureState.Confirmed, "Dikonfirmasi"), (MacroFigureState.Rejected, "Tidak dikonfirmasi"));

    /// <summary>"8,81 %", "37,11 ribu jiwa", "Rp753.332 per kapita per bulan".</summary>
    public static string Written(MacroIndicator indicator, decimal value) => indicator switch
    {
        MacroIndicator.PoorShare or MacroIndicator.ExtremePoorShare => $"{Indonesian.Number(value, 2)} %",
        MacroIndicator.PoorPersons => $"{Indonesian.Number(value, 2)} ribu jiwa",
        MacroIndicator.PovertyLine => $"{Indonesian.Rupiah(value)} per kapita per bulan",
        _ => Indonesian.Number(value, 2),
    };

    /// <summary>Least and most that a figure can be: a slip of the keyboard is caught here.</summary>
    public static (decimal Least, decimal Most) Bounds(MacroIndicator indicator) => indicator switch
    {
        MacroIndicator.PoorShare or MacroIndicator.ExtremePoorShare => (0m, 100m),
        MacroIndicator.PoorPersons => (0m, 100_000m),
        MacroIndicator.PovertyLine => (100_000m, 10_000_000m),
        _ => (0m, 50m),
    };

    /// <summary>"Maret 2025".</summary>
    public static string Period(int year, int month) => $"{Indonesian.MonthName(month)} {year}";
}
