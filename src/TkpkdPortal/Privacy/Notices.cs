using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Privacy;

namespace TkpkdPortal.Privacy;

/// <summary>The privacy notice in force and those before it.</summary>
public sealed class Notices(PortalDbContext db)
{
    public Task<PrivacyNotice> CurrentAsync(CancellationToken ct) => db.PrivacyNotices.AsNoTracking().OrderByDescending(notice => notice.Number).FirstAsync(ct);

    public Task<PrivacyNotice?> FindAsync(int number, CancellationToken ct) => db.PrivacyNotices.AsNoTracking().SingleOrDefaultAsync(notice => notice.Number == number, ct);

    /// <summary>The version that a form showed, as far as it exists; forms come from browsers.</summary>
    public async Task<int> ShownAsync(int claimed, CancellationToken ct) => Math.Clamp(claimed, 1, (await CurrentAsync(ct)).Number);
}
