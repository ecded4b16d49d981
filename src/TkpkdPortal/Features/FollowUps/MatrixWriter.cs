using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Figures;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.FollowUps;

/// <summary>The matrix of what the reader sees: open decisions, and those settled within the last half year.</summary>
public sealed class MatrixWriter(PortalDbContext db, OfficeSettings office, OfficeClock clock, FontLibrary fonts)
{
    private const int Months = 6;

    public async Task<byte[]> WriteAsync(DecisionReach reach, CancellationToken ct)
    {
        var since = clock.Today.AddMonths(-Months);
        var lines = await DecisionLines.ReadAsync(db, reach.Seen.Where(decision => decision.SettledOn == null || decision.SettledOn >= since), ct);
        return new MatrixPaper(lines, since, office.Zone.ToLocal(clock.UtcNow), await db.Offices.AnyAsync(one => one.HasTestData, ct), office).Write(fonts);
    }
}
