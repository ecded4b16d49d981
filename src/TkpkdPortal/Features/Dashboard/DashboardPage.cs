using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Figures;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Dashboard;

/// <summary>Area, release and past day of the figures; all of it in the address.</summary>
public sealed record DashboardFilter
{
    [FromQuery(Name = "wilayah")]
    public string? Area { get; init; }

    [FromQuery(Name = "daftar")]
    public Guid? Release { get; init; }

    [FromQuery(Name = "per")]
    public DateOnly? AsOf { get; init; }

    /// <summary>Child area whose own parts are shown in place.</summary>
    [FromQuery(Name = "buka")]
    public string? Open { get; init; }

    /// <summary>Only what lies wholly in an own area: elsewhere the figures would be those of a part, under the name of the whole.</summary>
    public AreaCode? AreaWithin(AreaDirectory areas, IReadOnlyList<AreaCode> own) =>
        string.IsNullOrEmpty(Area) ? own[0] : areas.TryFind(Area, out var code) && own.Any(area => area.Contains(code.Value)) ? code : null;

    public string With(string? area = null, Guid? release = null, string? open = null)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("wilayah", area ?? Area), ("daftar", (release ?? Release)?.ToString()), ("per", AsOf is { } day ? Domain.Wording.Indonesian.TypedDate(day) : null), ("buka", open),
        };
        var query = string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return "/dasbor" + (query.Length == 0 ? "" : "?" + query);
    }
}

/// <summary>The figures of an area on one page.</summary>
public sealed record DashboardPage(DashboardFilter Filter, FigureScope Scope, DecileFigures Deciles, IReadOnlyList<ProgressRow> Progress, VerificationFigure Total)
{
    public required IReadOnlyList<ListRelease> Releases { get; init; }

    /// <summary>The past day; null for now.</summary>
    public DateOnly? AsOf { get; init; }

    public static async Task<DashboardPage> ForAsync(PortalDbContext db, AreaDirectory areas, OfficeClock clock, DashboardFilter filter, AreaCode area, CancellationToken ct)
    {
        DateOnly? day = filter.AsOf is { } asked && asked < clock.Today ? asked : null;
        var scope = await FigureScope.ForAsync(db, area, filter.Release, day is { } past ? clock.EndOf(past) : clock.UtcNow, ct);
        var figures = await VerificationFigures.OfAsync(db, scope, scope.SplitLevel, ct);
        var rows = new List<ProgressRow>();
        foreach (var figure in Complete(areas, area, figures))
        {
            rows.Add(new ProgressRow(figure, false));
            if (filter.Open is { } open && AreaCode.TryParse(figure.AreaCode, out var code) && code.Official == open)
                rows.AddRange(await InsideAsync(db, scope with { Area = code }, ct));
        }
        return new DashboardPage(filter, scope, await DecileFigures.OfAsync(db, scope, ct), rows, figures.Total)
        {
            AsOf = day,
            Releases = await db.ListReleases.AsNoTracking().OrderByDescending(r => r.ReleasedOn).ThenByDescending(r => r.Id).ToListAsync(ct),
        };
    }

    // Every kecamatan and village has a row, also those without a family; RT only where there is one.
    private static IEnumerable<VerificationFigure> Complete(AreaDirectory areas, AreaCode area, VerificationFigures figures)
    {
        var counted = figures.ByArea.ToDictionary(figure => figure.AreaCode, StringComparer.Ordinal);
        return area.Level >= AreaLevel.Village ? figures.ByArea
            : areas.Children(area).Select(child => counted.GetValueOrDefault(child.Stored) ?? new VerificationFigure(child.Stored, 0, 0, 0, 0, 0, 0, null));
    }

    private static async Task<IEnumerable<ProgressRow>> InsideAsync(PortalDbContext db, FigureScope scope, CancellationToken ct) =>
        (await VerificationFigures.OfAsync(db, scope, scope.SplitLevel, ct)).ByArea.Select(figure => new ProgressRow(figure, true));
}

/// <summary>A line of the progress table; a child stands indented under its area and adds up to it.</summary>
public sealed record ProgressRow(VerificationFigure Figure, bool IsChild);
