using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Rakor.Reports;

/// <summary>A report that the secretariat writes, for which the portal gives tables and sentences (domain.md: structure and reporting).</summary>
public enum ReportKind
{
    /// <summary>Half-yearly, kabupaten and kota to the governor (Inpres 8/2025).</summary>
    Instruction = 1,

    /// <summary>LP2KD, yearly.</summary>
    Implementation,

    /// <summary>Tables of the RPKD, which is made for five years.</summary>
    Plan,

    /// <summary>Tables of the RAT of a year.</summary>
    Action,
}

/// <summary>The names of <see cref="ReportKind"/>, and what they are called in an address.</summary>
public static class ReportWords
{
    public static CodedValues<ReportKind> Titles { get; } = new((ReportKind.Instruction, "Bahan laporan Inpres 8/2025"), (ReportKind.Implementation, "Bahan LP2KD"), (ReportKind.Plan, "Tabel RPKD"), (ReportKind.Action, "Tabel RAT"));

    public static CodedValues<ReportKind> Slugs { get; } = new((ReportKind.Instruction, "inpres"), (ReportKind.Implementation, "lp2kd"), (ReportKind.Plan, "rpkd"), (ReportKind.Action, "rat"));
}

/// <summary>Which year and half of it.</summary>
public sealed record ReportAsk
{
    public const int FirstYear = 2015;

    [FromQuery(Name = "tahun")]
    public int? Year { get; init; }

    [FromQuery(Name = "semester")]
    public int? Half { get; init; }

    /// <summary>The period that is asked for; null where it is none, or has not begun. Plans for the next year are made in this one.</summary>
    public ReportPeriod? PeriodOf(ReportKind kind, DateOnly today)
    {
        var (year, half) = (Year ?? today.Year, Half ?? (today.Month > 6 ? 2 : 1));
        if (year is < FirstYear or > 9999 || half is < 1 or > 2)
            return null;
        var (from, until) = kind is ReportKind.Instruction ? (new DateOnly(year, half == 1 ? 1 : 7, 1), half == 1 ? new DateOnly(year, 6, 30) : new DateOnly(year, 12, 31)) : (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return from > (kind is ReportKind.Action ? today.AddYears(1) : today) ? null : new ReportPeriod(kind is ReportKind.Instruction ? $"Semester {(half == 1 ? "I" : "II")} {year}" : $"Tahun {year}", from, until, until > today);
    }
}

/// <summary>From one day to another, both included; one that is not over counts up to today and says so.</summary>
public sealed record ReportPeriod(string Name, DateOnly From, DateOnly Until, bool IsRunning);
