using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Figures;

namespace TkpkdPortal.Features.Dashboard;

/// <summary>Deciles and verification of an area and of its parts.</summary>
public sealed record DashboardPage(DashboardFrame Frame, DecileFigures Deciles, IReadOnlyList<(FigureLine Line, VerificationFigure Figure)> Progress, VerificationFigure Total)
{
    public required FigureTable DecilesByArea { get; init; }

    /// <summary>Confirmed figures of BPS; null below the office, where there are none.</summary>
    public IReadOnlyList<OfficialFigure>? Official { get; init; }

    public static async Task<DashboardPage> ForAsync(FigureDesk desk, AreaDirectory areas, DashboardFrame frame, CancellationToken ct)
    {
        var figures = await desk.VerificationAsync(frame.Scope, ct);
        var counted = figures.ByArea.ToDictionary(figure => figure.AreaCode, StringComparer.Ordinal);
        var deciles = await desk.DecilesAsync(frame.Scope, ct);
        return new DashboardPage(frame, deciles, [.. AreaParts.Of(areas, frame.Area, counted.Keys).Select(code =>
            (AreaParts.Line(areas, frame.Area, code, []), counted.GetValueOrDefault(code) ?? new VerificationFigure(code, 0, 0, 0, 0, 0, 0, null)))], figures.Total)
        {
            DecilesByArea = deciles.Table(areas, frame.Area),
            Official = frame.Area.Level <= AreaLevel.Regency ? await desk.OfficialAsync(frame.Scope, ct) : null,
        };
    }
}

/// <summary>Families of the release by one characteristic, of one decile or of all.</summary>
public sealed record CharacteristicPage(DashboardFrame Frame, Characteristic Characteristic, FigureTable Table, DecileFigures Deciles)
{
    public static async Task<CharacteristicPage?> ForAsync(FigureDesk desk, AreaDirectory areas, DashboardFrame frame, CancellationToken ct) =>
        Characteristic.Find(frame.Filter.Characteristic) is not { } characteristic ? null
            : new CharacteristicPage(frame, characteristic, await desk.CharacteristicAsync(areas, frame.Scope, characteristic, frame.Filter.DecileCode, ct),
                await desk.DecilesAsync(frame.Scope, ct));
}

/// <summary>Aid of one budget year.</summary>
public sealed record AidPage(DashboardFrame Frame, int Year, AidTotals Totals, IReadOnlyList<FigureTable> Tables)
{
    public static async Task<AidPage> ForAsync(FigureDesk desk, AreaDirectory areas, DashboardFrame frame, CancellationToken ct)
    {
        var year = frame.Filter.Year ?? frame.Day.Year;
        var totals = await desk.AidAsync(frame.Scope, year, ct);
        return new AidPage(frame, year, totals,
        [
            totals.AreaTable(areas, frame.Area), totals.Table("OPD", totals.ByOpd), totals.Table("strategi", totals.ByStrategy),
            totals.Table("sumber dana", totals.ByFundSource),
        ]);
    }
}
