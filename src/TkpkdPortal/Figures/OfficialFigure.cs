using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Statistics;

namespace TkpkdPortal.Figures;

/// <summary>A confirmed figure of BPS as pages and papers show it beside those of a list: unit, region, month, source, and when it was confirmed.</summary>
public sealed record OfficialFigure(MacroIndicator Indicator, MacroScope Scope, int Year, int Month, decimal Value, string Source, DateOnly PublishedOn, DateTime ConfirmedAt)
{
    public string Name => MacroWords.Indicators.Label(Indicator);

    public string Written => MacroWords.Written(Indicator, Value);

    public string Period => MacroWords.Period(Year, Month);

    /// <summary>Of every indicator and region the newest month that was confirmed by the instant; of one month what was confirmed last.</summary>
    public static async Task<IReadOnlyList<OfficialFigure>> LatestAsync(PortalDbContext db, DateTime at, CancellationToken ct) =>
        [.. (await ConfirmedAsync(db, at, ct)).GroupBy(figure => (figure.Scope, figure.Indicator)).Select(group => group.First()).OrderBy(figure => figure.Scope).ThenBy(figure => figure.Indicator)];

    // A handful a year, so that they are sorted here.
    private static async Task<IEnumerable<OfficialFigure>> ConfirmedAsync(PortalDbContext db, DateTime at, CancellationToken ct) =>
        (await db.MacroFigures.AsNoTracking().Where(f => f.State == MacroFigureState.Confirmed && f.DecidedAt <= at)
            .Select(f => new OfficialFigure(f.Indicator, f.Scope, f.Year, f.Month, f.Value, f.Source, f.PublishedOn, f.DecidedAt ?? f.EnteredAt)).ToListAsync(ct))
            .OrderByDescending(figure => (figure.Year, figure.Month, figure.ConfirmedAt));
}
