using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Security;

namespace TkpkdPortal.Features.Users;

/// <summary>Who can see what on a day, by area and role, and the reviews that were confirmed so far.</summary>
public sealed record AccessReviewPage(AreaCode Area, DateOnly On, IReadOnlyList<AccessLine> Lines, IReadOnlyList<AccessReview> Reviews)
{
    /// <summary>The review that the page shows the day of; null for today's.</summary>
    public AccessReview? Shown { get; init; }

    public AccessReviewForm Form { get; init; } = new();

    public Quarter Quarter => Quarter.Of(On);

    /// <summary>The quarter's review, where it is done.</summary>
    public AccessReview? Done => Reviews.FirstOrDefault(review => review.Quarter == Quarter);

    public (int Accounts, int Held) Counts => (Lines.Select(line => line.UserId).Distinct().Count(), Lines.Count);

    public static async Task<AccessReviewPage> ForAsync(PortalDbContext db, AreaCode area, DateOnly day, CancellationToken ct)
    {
        var held = await (from assignment in db.Assignments.AsNoTracking().Where(a => a.ValidFrom <= day && (a.ValidUntil == null || a.ValidUntil >= day))
                          join user in db.Users on assignment.UserId equals user.Id
                          where !user.IsConsole
                          select new { assignment.Role, assignment.AreaCode, assignment.StandIn, assignment.ValidUntil, user.PublicId, user.FullName, user.Email, user.DisabledAt, user.LastSignInAt }).ToListAsync(ct);
        return new AccessReviewPage(area, day,
            [.. held.Select(row => new AccessLine(row.PublicId, row.FullName, row.Email!, row.Role, row.AreaCode, row.StandIn, row.ValidUntil, row.LastSignInAt, row.DisabledAt))
                .OrderBy(line => line.AreaCode, StringComparer.Ordinal).ThenBy(line => line.Role).ThenBy(line => line.FullName, StringComparer.CurrentCulture)],
            await db.AccessReviews.AsNoTracking().Where(review => review.AreaCode == area.Stored).OrderByDescending(review => review.Year).ThenByDescending(review => review.Number).ToListAsync(ct));
    }
}

public sealed record AccessLine(Guid UserId, string FullName, string Email, Role Role, string AreaCode, StandIn? StandIn, DateOnly? Until, DateTime? LastSignInAt, DateTime? DisabledAt)
{
    public string Title => StandIn.Before(Role.Title(Domain.Areas.AreaCode.Parse(AreaCode)));

    /// <summary>In words what the role lets see; what it lets do stands in docs/permissions.md.</summary>
    public string Sees => Role switch
    {
        _ when Role.Grants(Permission.RevealNumbers) => "keluarga, anggota, dan nomor lengkap dengan alasan",
        _ when Role.Grants(Permission.ViewHouseholds) => "keluarga dan anggota, nomor disamarkan",
        _ when Role.Grants(Permission.ViewDashboard) => "angka, tanpa nama warga",
        _ when Role.Grants(Permission.ViewAccesses) => "siapa melihat keluarga, tanpa isi datanya",
        _ => "akun dan pengaturan, tanpa data warga",
    };
}
