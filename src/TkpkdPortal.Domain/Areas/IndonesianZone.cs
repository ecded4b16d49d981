namespace TkpkdPortal.Domain.Areas;

/// <summary>One of the three time zones of Indonesia, which have no daylight saving: WIB +7, WITA +8, WIT +9 (Keppres 41/1987).</summary>
public sealed record IndonesianZone(string Label, int OffsetHours)
{
    public static IndonesianZone Wib { get; } = new("WIB", 7);

    public static IndonesianZone Wita { get; } = new("WITA", 8);

    public static IndonesianZone Wit { get; } = new("WIT", 9);

    /// <summary>Zone of a province by its code: Kalimantan Barat and Tengah are WIB, the rest of Kalimantan WITA.</summary>
    public static IndonesianZone Of(AreaCode area) => area.AtLevel(AreaLevel.Province).Digits switch
    {
        "51" or "52" or "53" or "63" or "64" or "65" or "71" or "72" or "73" or "74" or "75" or "76" => Wita,
        "81" or "82" or "91" or "92" or "93" or "94" or "95" or "96" => Wit,
        _ => Wib,
    };

    public static IndonesianZone? FromLabel(string? label) => label?.Trim().ToUpperInvariant() switch
    {
        "WIB" => Wib,
        "WITA" => Wita,
        "WIT" => Wit,
        _ => null,
    };

    public DateTime ToLocal(DateTime utc) => DateTime.SpecifyKind(utc.AddHours(OffsetHours), DateTimeKind.Unspecified);

    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ToLocal(utc));

    /// <summary>First instant of a local day, as UTC.</summary>
    public DateTime StartOf(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue).AddHours(-OffsetHours), DateTimeKind.Utc);
}
