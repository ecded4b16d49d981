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
        // Each household once, where its latest visit was: one that moved would otherwise count in the old area and in the new.
        var visited = await db.Visits.AsNoTracking().In(scope.Area)
            .Where(v => v.FirstSubmittedAt <= at && !db.Visits.Any(later => later.HouseholdId == v.HouseholdId && later.FirstSubmittedAt <= at && later.Number > v.Number))
            .Select(v => new
            {
                Area = v.AreaCode.Substring(0, length),
                v.VisitedOn,
                IsApproved = db.Visits.Any(a => a.HouseholdId == v.HouseholdId && a.Status == VisitStatus.Approved && a.DecidedAt <= at),
                Finding = db.Visits.Where(a => a.HouseholdId == v.HouseholdId && a.Status == VisitStatus.Approved && a.DecidedAt <= at)
                    .OrderByDescending(a => a.Number).Select(a => a.Eligibility).FirstOrDefault(),
            })
            .GroupBy(v => new { v.Area, v.IsApproved, v.Finding })
            .Select(g => new { g.Key.Area, g.Key.IsApproved, g.Key.Finding, Count = g.Count(), Last = g.Max(v => v.VisitedOn) }).ToListAsync(ct);
        var byArea = visited.ToLookup(v => v.Area, StringComparer.Ordinal);
        return new VerificationFigures([.. targets.Keys.Concat(visited.Select(v => v.Area)).Distinct().Order(StringComparer.Ordinal).Select(code =>
            new VerificationFigure(code, targets.GetValueOrDefault(code), byArea[code].Sum(v => v.Count), byArea[code].Where(v => v.IsApproved).Sum(v => v.Count),
                Found(code, Eligibility.ExtremelyPoor), Found(code, Eligibility.Poor), Found(code, Eligibility.NotEligible), byArea[code].Max(v => v.Last)))]);

        int Found(string code, Eligibility eligibility) => byArea[code].Where(v => v.IsApproved && v.Finding == eligibility).Sum(v => v.Count);
    }

    // Households that were in the register at that instant: current rows known by then, and past versions that held.
    private static async Task<Dictionary<string, int>> TargetsAsync(PortalDbContext db, FigureScope scope, int length, CancellationToken ct)
    {
        var at = scope.At;
        var later = db.ChangesAfter(at);
        var now = await db.Households.AsNoTracking().In(scope.Area).Where(h => !later.Contains(h.ChangeSetId)).GroupBy(h => h.AreaCode.Substring(0, length))
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
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
