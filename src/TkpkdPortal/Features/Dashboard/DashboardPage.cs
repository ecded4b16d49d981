using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Figures;

namespace TkpkdPortal.Features.Dashboard;

/// <summary>Deciles and verification of an area and of its parts.</summary>
public sealed record DashboardPage(DashboardFrame Frame, DecileFigures Deciles, IReadOnlyList<(FigureLine Line, VerificationFigure Figure)> Progress, VerificationFigure Total)
{
    public required FigureTable DecilesByArea { get; init; }

    /// <summary>Confirmed figures of BPS; null below the office, where there are none.</summary>
    public IReadOnlyList<OfficialFigure>? Official { get; init; }

    public static async Task<DashboardPage> ForAsync(PortalDbContext db, AreaDirectory areas, DashboardFrame frame, CancellationToken ct)
    {
        var figures = await VerificationFigures.OfAsync(db, frame.Scope, frame.Scope.SplitLevel, ct);
        var counted = figures.ByArea.ToDictionary(figure => figure.AreaCode, StringComparer.Ordinal);
        var deciles = await DecileFigures.OfAsync(db, frame.Scope, ct);
        return new DashboardPage(frame, deciles, [.. AreaParts.Of(areas, frame.Area, counted.Keys).Select(code =>
            (AreaParts.Line(areas, frame.Area, code, []), counted.GetValueOrDefault(code) ?? new VerificationFigure(code, 0, 0, 0, 0, 0, 0, null)))], figures.Total)
        {
            DecilesByArea = deciles.Table(areas, frame.Area),
            Official = frame.Area.Level <= AreaLevel.Regency ? await OfficialFigure.LatestAsync(db, frame.Scope.At, ct) : null,
        };
    }
}

/// <summary>Families of the release by one characteristic, of one decile or of all.</summary>
public sealed record CharacteristicPage(DashboardFrame Frame, Characteristic Characteristic, FigureTable Table, DecileFigures Deciles)
{
    public static async Task<CharacteristicPage?> ForAsync(PortalDbContext db, AreaDirectory areas, DashboardFrame frame, CancellationToken ct) =>
        Characteristic.Find(frame.Filter.Characteristic) is not { } characteristic ? null
            : new CharacteristicPage(frame, characteristic, await CharacteristicFigures.OfAsync(db, areas, frame.Scope, characteristic, frame.Filter.DecileCode, ct),
                await DecileFigures.OfAsync(db, frame.Scope, ct));
}

/// <summary>Aid of one budget year.</summary>
public sealed record AidPage(DashboardFrame Frame, int Year, AidTotals Totals, IReadOnlyList<FigureTable> Tables)
{
    public static async Task<AidPage> ForAsync(PortalDbContext db, AreaDirectory areas, DashboardFrame frame, CancellationToken ct)
    {
        var year = frame.Filter.Year ?? frame.Day.Year;
        var totals = await AidTotals.OfAsync(db, frame.Scope, year, ct);
        return new AidPage(frame, year, totals,
        [
            totals.AreaTable(areas, frame.Area), totals.Table("OPD", totals.ByOpd), totals.Table("strategi", totals.ByStrategy),
            totals.Table("sumber dana", totals.ByFundSource),
        ]);
    }
}
