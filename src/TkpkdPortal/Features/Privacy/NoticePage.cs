using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Privacy;

namespace TkpkdPortal.Features.Privacy;

/// <summary>A version of the notice, and all there are.</summary>
public sealed record NoticePage(PrivacyNotice Notice, IReadOnlyList<NoticeLine> Versions)
{
    public bool IsInForce => Notice.Number == Versions[0].Number;

    public static async Task<NoticePage?> ForAsync(PortalDbContext db, int? number, CancellationToken ct)
    {
        var versions = await db.PrivacyNotices.AsNoTracking().OrderByDescending(notice => notice.Number)
            .Select(notice => new NoticeLine(notice.Number, notice.PublishedAt, db.Users.Where(u => u.Id == notice.PublishedById).Select(u => u.FullName).FirstOrDefault())).ToListAsync(ct);
        var wanted = number ?? versions[0].Number;
        return await db.PrivacyNotices.AsNoTracking().SingleOrDefaultAsync(notice => notice.Number == wanted, ct) is { } found ? new NoticePage(found, versions) : null;
    }
}

public sealed record NoticeLine(int Number, DateTime PublishedAt, string? By);
