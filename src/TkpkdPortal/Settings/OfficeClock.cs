using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Settings;

/// <summary>What time it is at the office, and how an instant is written there.</summary>
public sealed class OfficeClock(OfficeSettings office, TimeProvider clock)
{
    public DateTime UtcNow => clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => office.Zone.DayOf(UtcNow);

    public DateTime StartOfToday => office.Zone.StartOf(Today);

    public IndonesianZone Zone => office.Zone;

    /// <summary>16.05, at the office.</summary>
    public string Time(DateTime utc) => Indonesian.Time(office.Zone.ToLocal(utc));

    /// <summary>18 Nov 2026, 16.05.</summary>
    public string DayAndTime(DateTime utc) => $"{Indonesian.ShortDate(office.Zone.DayOf(utc))}, {Time(utc)}";

    /// <summary>Senin, 23 November 2026, 07.10 WITA.</summary>
    public string Spelled(DateTime utc) =>
        $"{Indonesian.DayAndDate(office.Zone.DayOf(utc))}, {Time(utc)} {office.Zone.Label}";

    /// <summary>Last instant of a local day, as UTC: what was known "per" that day.</summary>
    public DateTime EndOf(DateOnly day) => office.Zone.StartOf(day.AddDays(1)).AddTicks(-1);
}
