using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Visits;

namespace TkpkdPortal.Figures;

/// <summary>How far the verification is, in families (KK): target, visited, approved, and what the approved visits found.</summary>
public sealed record VerificationFigures(IReadOnlyList<VerificationFigure> ByArea)
{
    public VerificationFigure Total => new("", ByArea.Sum(f => f.Target), ByArea.Sum(f => f.Visited), ByArea.Sum(f => f.Approved), ByArea.Sum(f => f.ExtremelyPoor),
        ByArea.Sum(f => f.Poor), ByArea.Sum(f => f.NotEligible), ByArea.Max(f => f.LastVisit));

    public FigureTable Table(AreaDirectory areas, AreaCode area)
    {
        var byCode = ByArea.ToDictionary(figure => figure.AreaCode, StringComparer.Ordinal);
        return new FigureTable("Kemajuan verval", AreaParts.WordBelow(area),
            [new("Sasaran", "KK"), new("Dikunjungi", "KK"), new("Masih diperiksa", "KK"), new("Disetujui", "KK"), new("Layak", "KK"), new("Tidak layak", "KK"), new("Lainnya", "KK")],
            [.. AreaParts.Of(areas, area, byCode.Keys).Select(code => AreaParts.Line(areas, area, code, byCode.TryGetValue(code, out var figure) ? figure.Values : [0, 0, 0, 0, 0, 0, 0]))],
            Total.Values)
        {
            Note = "Sasaran: KK dalam register, dari semua daftar. Disetujui = layak + tidak layak + lainnya. KK yang pindah dihitung di tempat kunjungan terakhirnya.",
        };
    }

    /// <summary>Counts at the given level below the area; the target are the families of the register as it was known.</summary>
    public static async Task<VerificationFigures> OfAsync(PortalDbContext db, FigureScope scope, AreaLevel level, CancellationToken ct)
    {
        var (length, at) = (AreaCode.LengthAt(level), scope.At);
        var targets = await TargetsAsync(db, scope, length, ct);
        // Each household once, where its latest visit was: one that moved would otherwise count in the old area and in the new. Whether it was
        // visited elsewhere later is asked past the Area filter, so that the head of the old area reads the same number as the office.
        var visits = db.Visits.IgnoreQueryFilters([FilterNames.Area, FilterNames.Open]).AsNoTracking();
        // A household that was closed by then is no target, and so not visited either. It changes no more: its row is the one that closed it.
        var (unknown, closed) = (db.ChangesAfter(at), db.Households.Where(h => h.Closure != null));
        var latest = visits.In(scope.Area).Where(v => v.FirstSubmittedAt <= at && !closed.Any(h => h.Id == v.HouseholdId && !unknown.Contains(h.ChangeSetId))
            && !db.Visits.Any(later => later.HouseholdId == v.HouseholdId && later.FirstSubmittedAt <= at && later.Number > v.Number));
        var visited = await latest.GroupBy(v => v.AreaCode.Substring(0, length)).Select(g => new { g.Key, Count = g.Count(), Last = g.Max(v => v.VisitedOn) }).ToDictionaryAsync(g => g.Key, ct);
        var findings = visits.Where(v => v.Status == VisitStatus.Approved && v.DecidedAt <= at
            && !db.Visits.Any(later => later.HouseholdId == v.HouseholdId && later.Status == VisitStatus.Approved && later.DecidedAt <= at && later.Number > v.Number));
        var approved = await latest.Join(findings, v => v.HouseholdId, a => a.HouseholdId, (v, a) => new { Area = v.AreaCode.Substring(0, length), a.Eligibility })
            .GroupBy(a => a).Select(g => new { g.Key.Area, g.Key.Eligibility, Count = g.Count() }).ToListAsync(ct);
        var byArea = approved.ToLookup(a => a.Area, StringComparer.Ordinal);
        return new VerificationFigures([.. targets.Keys.Concat(visited.Keys).Distinct().Order(StringComparer.Ordinal).Select(code =>
            new VerificationFigure(code, targets.GetValueOrDefault(code), visited.GetValueOrDefault(code)?.Count ?? 0, byArea[code].Sum(a => a.Count),
                Found(code, Eligibility.ExtremelyPoor), Found(code, Eligibility.Poor), Found(code, Eligibility.NotEligible), visited.GetValueOrDefault(code)?.Last))]);

        int Found(string code, Eligibility eligibility) => byArea[code].Where(a => a.Eligibility == eligibility).Sum(a => a.Count);
    }

    // Households that were in the register at that instant: current rows known by then, and past versions that held.
    private static async Task<Dictionary<string, int>> TargetsAsync(PortalDbContext db, FigureScope scope, int length, CancellationToken ct)
    {
        var at = scope.At;
        var later = db.ChangesAfter(at);
        var now = await (await scope.PartsAsync(db, ct)).ReadAsync(part => db.Households.AsNoTracking().In(part).Where(h => !later.Contains(h.ChangeSetId)).GroupBy(h => h.AreaCode.Substring(0, length))
            .Select(g => new { g.Key, Count = g.Count() }), ct);
        var then = await db.HouseholdVersions.AsNoTracking().In(scope.Area).Where(v => v.KnownFrom <= at && v.KnownTo > at).GroupBy(v => v.AreaCode.Substring(0, length))
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return now.Concat(then).GroupBy(group => group.Key).ToDictionary(group => group.Key, group => group.Sum(g => g.Count), StringComparer.Ordinal);
    }
}

/// <summary>One area; approved = extremely poor + poor + not eligible + others (moved, died, double, not found).</summary>
public sealed record VerificationFigure(string AreaCode, int Target, int Visited, int Approved, int ExtremelyPoor, int Poor, int NotEligible, DateOnly? LastVisit)
{
    public int Eligible => ExtremelyPoor + Poor;

    public int Others => Approved - Eligible - NotEligible;

    /// <summary>Handed in and not approved yet: with the village's head, or returned to the enumerator.</summary>
    public int Waiting => Visited - Approved;

    public IReadOnlyList<decimal?> Values => [Target, Visited, Waiting, Approved, Eligible, NotEligible, Others];
}
