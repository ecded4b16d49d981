using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.Figures;

/// <summary>
/// Figures as pages and their files show them: counted once, kept until something is saved (0018). Papers do not come here, they count for
/// themselves.
/// </summary>
public sealed class FigureDesk(PortalDbContext db, CountCache cache)
{
    // Of the present no later instant is excluded: what a save has brought is in it, whatever a clock said before or on another server.
    private static readonly DateTime Present = DateTime.SpecifyKind(DateTime.MaxValue.Date, DateTimeKind.Utc);

    public Task<DecileFigures> DecilesAsync(FigureScope scope, CancellationToken ct) => KeptAsync(scope, null, asked => DecileFigures.OfAsync(db, asked, ct), ct);

    public Task<VerificationFigures> VerificationAsync(FigureScope scope, CancellationToken ct) =>
        KeptAsync(scope, null, asked => VerificationFigures.OfAsync(db, asked, asked.SplitLevel, ct), ct);

    public Task<FigureTable> CharacteristicAsync(AreaDirectory areas, FigureScope scope, Characteristic characteristic, byte? decile, CancellationToken ct) =>
        KeptAsync(scope, (characteristic.Key, decile), asked => CharacteristicFigures.OfAsync(db, areas, asked, characteristic, decile, ct), ct);

    public Task<AidTotals> AidAsync(FigureScope scope, int year, CancellationToken ct) => KeptAsync(scope, year, asked => AidTotals.OfAsync(db, asked, year, ct), ct);

    public Task<IReadOnlyList<OfficialFigure>> OfficialAsync(FigureScope scope, CancellationToken ct) =>
        KeptAsync(scope, null, asked => OfficialFigure.LatestAsync(db, asked.At, ct), ct);

    private Task<T> KeptAsync<T>(FigureScope scope, object? detail, Func<FigureScope, Task<T>> countAsync, CancellationToken ct)
        where T : class
    {
        var asked = scope.IsPresent ? scope with { At = Present } : scope;
        return cache.GetAsync(new CountedFigures(typeof(T), asked.Area, asked.Release?.Id, asked.At, detail), () => countAsync(asked), ct);
    }

    private sealed record CountedFigures(Type Figures, AreaCode Area, long? ReleaseId, DateTime At, object? Detail);
}
