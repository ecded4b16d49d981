using System.Globalization;

namespace TkpkdPortal.Domain.Wording;

/// <summary>Numbers, money, days and times as an Indonesian official writes them, independent of what the machine has installed.</summary>
public static class Indonesian
{
    private static readonly string[] Months =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    private static readonly string[] ShortMonths =
        ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];

    private static readonly string[] Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    /// <summary>id-ID with its separators set here, since a container may lack the data.</summary>
    public static CultureInfo Culture { get; } = MakeCulture();

    public static string Number(long value) => value.ToString("#,0", Culture);

    public static string Number(decimal value, int decimals) => value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Culture);

    /// <summary>"29,0": one decimal, without the sign; a dash where there is no base.</summary>
    public static string Percent(long part, long whole) => whole == 0 ? "–" : Number(100m * part / whole, 1);

    /// <summary>Rp1.288.680, without a space (EYD).</summary>
    public static string Rupiah(decimal amount) => "Rp" + amount.ToString(decimal.Truncate(amount) == amount ? "#,0" : "#,0.00", Culture);

    /// <summary>Reads an amount as people type it: "200000", "200.000", "Rp1.288.680,50"; a dot that parts no thousands is refused.</summary>
    public static bool TryReadRupiah(string? typed, out decimal amount)
    {
        var text = (typed ?? "").Trim();
        if (text.StartsWith("Rp", StringComparison.OrdinalIgnoreCase))
            text = text[2..].Trim(' ', '.');
        var parts = text.Split(',');
        var groups = parts[0].Split('.');
        var isGood = parts.Length <= 2 && (parts.Length == 1 || parts[1].Length is 1 or 2)
            && (groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3)));
        amount = 0;
        return isGood && decimal.TryParse(string.Concat(groups) + (parts.Length == 2 ? "." + parts[1] : ""), NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out amount);
    }

    /// <summary>1 Desember 2025.</summary>
    public static string Date(DateOnly day) => $"{day.Day} {Months[day.Month - 1]} {day.Year}";

    /// <summary>1 Des 2025, for tables and lists.</summary>
    public static string ShortDate(DateOnly day) => $"{day.Day} {ShortMonths[day.Month - 1]} {day.Year}";

    /// <summary>Senin.</summary>
    public static string DayName(DateOnly day) => Days[(int)day.DayOfWeek];

    /// <summary>Senin, 1 Desember 2025.</summary>
    public static string DayAndDate(DateOnly day) => $"{DayName(day)}, {Date(day)}";

    /// <summary>01/12/2025, as it is typed.</summary>
    public static string TypedDate(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>14.32.</summary>
    public static string Time(TimeOnly time) => time.ToString("HH.mm", CultureInfo.InvariantCulture);

    /// <summary>"20 detik", "3 menit", "2 jam": how long something will still take, no finer than one can know.</summary>
    public static string TimeLeft(TimeSpan time) => time switch
    {
        { TotalSeconds: < 60 } => $"{Number(Math.Max(1, (long)Math.Ceiling(time.TotalSeconds / 10) * 10))} detik",
        { TotalMinutes: < 90 } => $"{Number((long)Math.Ceiling(time.TotalMinutes))} menit",
        _ => $"{Number((long)Math.Ceiling(time.TotalHours))} jam",
    };

    /// <summary>"baru saja", "12 menit lalu", "3 jam lalu", "2 hari lalu".</summary>
    public static string Ago(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "baru saja",
        { TotalHours: < 1 } => $"{Number((long)age.TotalMinutes)} menit lalu",
        { TotalHours: < 48 } => $"{Number((long)age.TotalHours)} jam lalu",
        _ => $"{Number((long)age.TotalDays)} hari lalu",
    };

    /// <summary>Reads a time of day as people type it: "9.00", "09.00", "09:00".</summary>
    public static bool TryReadTime(string? typed, out TimeOnly time) =>
        TimeOnly.TryParseExact((typed ?? "").Trim().Replace(':', '.'), ["H.mm", "HH.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    public static string Time(DateTime local) => Time(TimeOnly.FromDateTime(local));

    /// <summary>"Muara Bengkal, Muara Ancalong, dan Busang".</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        2 => $"{items[0]} dan {items[1]}",
        _ => $"{string.Join(", ", items.Take(items.Count - 1))}, dan {items[^1]}",
    };

    public static string MonthName(int month) => Months[month - 1];

    /// <summary>Number of a month from its Indonesian name in any case, or 0.</summary>
    public static int MonthNumber(string name) =>
        1 + Array.FindIndex(Months, month => month.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static CultureInfo MakeCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = culture.NumberFormat.CurrencyGroupSeparator = culture.NumberFormat.PercentGroupSeparator = ".";
        culture.NumberFormat.NumberDecimalSeparator = culture.NumberFormat.CurrencyDecimalSeparator = culture.NumberFormat.PercentDecimalSeparator = ",";
        culture.NumberFormat.CurrencySymbol = "Rp";
        culture.DateTimeFormat.DateSeparator = "/";
        culture.DateTimeFormat.TimeSeparator = ".";
        culture.DateTimeFormat.ShortDatePattern = "dd/MM/yyyy";
        culture.DateTimeFormat.ShortTimePattern = "HH.mm";
        culture.DateTimeFormat.MonthNames = [.. Months, ""];
        culture.DateTimeFormat.DayNames = Days;
        return CultureInfo.ReadOnly(culture);
    }
}
