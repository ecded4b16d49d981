using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Figures;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Dashboard;

/// <summary>What all pages of figures have: the question, what it is counted over, and the other releases to choose from.</summary>
public sealed record DashboardFrame(string Path, DashboardFilter Filter, FigureScope Scope, DateOnly Day, bool IsPast)
{
    public required IReadOnlyList<ListRelease> Releases { get; init; }

    /// <summary>The user's own areas, where there are several.</summary>
    public required IReadOnlyList<AreaCode> Own { get; init; }

    public AreaCode Area => Scope.Area;

    /// <summary>"keadaan akhir 31 Oktober 2026".</summary>
    public string State => (IsPast ? "keadaan akhir " : "keadaan ") + Indonesian.Date(Day);

    /// <summary>"P3KE 2023, rilis 15 September 2023".</summary>
    public string Source => Scope.Release is { } release ? $"{release.Title}, rilis {Indonesian.Date(release.ReleasedOn)}" : "belum ada daftar";

    public static async Task<DashboardFrame> ForAsync(PortalDbContext db, OfficeClock clock, string path, DashboardFilter filter, AreaCode area, IReadOnlyList<AreaCode> own, CancellationToken ct)
    {
        var isPast = filter.AsOf is { } asked && asked < clock.Today;
        var day = isPast ? filter.AsOf ?? clock.Today : clock.Today;
        var scope = await FigureScope.ForAsync(db, area, filter.Release, isPast ? clock.EndOf(day) : clock.UtcNow, ct);
        return new DashboardFrame(path, filter, scope with { IsPresent = !isPast }, day, isPast)
        {
            Releases = await db.RankingReleases.AsNoTracking().OrderByDescending(r => r.ReleasedOn).ThenByDescending(r => r.Id).ToListAsync(ct),
            Own = own.Count > 1 ? own : [],
        };
    }
}

/// <summary>A question that cannot be answered as it was typed.</summary>
public sealed record DashboardQuestion(string Path, DashboardFilter Filter, AreaCode Area);
