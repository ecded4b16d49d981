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

    /// <summary>Counts at the given level below the area; the target are the families of the register as it was known.</summary>
    public static async Task<VerificationFigures> OfAsync(PortalDbContext db, FigureScope scope, AreaLevel level, CancellationToken ct)
    {
        var (length, at) = (AreaCode.LengthAt(level), scope.At);
        var targets = await TargetsAsync(db, scope, length, ct);
        var visits = db.Visits.AsNoTracking().In(scope.Area);
        var visited = await visits.Where(v => v.FirstSubmittedAt <= at).GroupBy(v => v.AreaCode.Substring(0, length))
            .Select(g => new { g.Key, Count = g.Select(v => v.HouseholdId).Distinct().Count(), Last = g.Max(v => v.VisitedOn) }).ToDictionaryAsync(g => g.Key, ct);
        // The latest approved visit of each household that was known by then.
        var approved = await visits.Where(v => v.Status == VisitStatus.Approved && v.DecidedAt <= at
                && !db.Visits.Any(later => later.HouseholdId == v.HouseholdId && later.Status == VisitStatus.Approved && later.DecidedAt <= at && later.Number > v.Number))
            .GroupBy(v => new { Area = v.AreaCode.Substring(0, length), v.Eligibility }).Select(g => new { g.Key.Area, g.Key.Eligibility, Count = g.Count() }).ToListAsync(ct);
        var codes = targets.Keys.Concat(visited.Keys).Concat(approved.Select(a => a.Area)).Distinct().Order(StringComparer.Ordinal);
        return new VerificationFigures([.. codes.Select(code => new VerificationFigure(code, targets.GetValueOrDefault(code), visited.GetValueOrDefault(code)?.Count ?? 0,
            approved.Where(a => a.Area == code).Sum(a => a.Count), Found(code, Eligibility.ExtremelyPoor), Found(code, Eligibility.Poor), Found(code, Eligibility.NotEligible),
            visited.GetValueOrDefault(code)?.Last))]);

        int Found(string code, Eligibility eligibility) => approved.Where(a => a.Area == code && a.Eligibility == eligibility).Sum(a => a.Count);
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
}
