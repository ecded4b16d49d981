using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Users;

/// <summary>"Who can see what": looked through and confirmed every quarter.</summary>
[Route("pengguna/tinjauan")]
public sealed class AccessReviewsController(PortalDbContext db, ActingUser user, OfficeClock clock) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewUsers)]
    public async Task<IActionResult> Review(CancellationToken ct) =>
        View(await AccessReviewPage.ForAsync(db, user.HomeOf(Permission.ViewUsers), clock.Today, ct) with { Form = new AccessReviewForm { ConfirmedBy = user.FullName } });

    /// <summary>What was held on the day of a review that is done.</summary>
    [HttpGet("{id:guid}"), RequirePermission(Permission.ViewUsers)]
    public async Task<IActionResult> Past(Guid id, CancellationToken ct) => await db.AccessReviews.AsNoTracking().SingleOrDefaultAsync(review => review.PublicId == id, ct) is { } review
        ? View(nameof(Review), await AccessReviewPage.ForAsync(db, AreaCode.Parse(review.AreaCode), review.ReviewedOn, ct) with { Shown = review })
        : NotFound();

    [HttpPost(""), RequirePermission(Permission.ManageUsers)]
    public async Task<IActionResult> Confirm([Bind(Prefix = nameof(AccessReviewPage.Form))] AccessReviewForm form, CancellationToken ct)
    {
        var area = user.HomeOf(Permission.ManageUsers);
        var page = await AccessReviewPage.ForAsync(db, area, clock.Today, ct) with { Form = form };
        if (!ModelState.IsValid)
            return Incomplete(nameof(Review), page);
        var outcome = AccessReview.Confirm(area.Stored, page.On, clock.UtcNow, user.Id, form.ConfirmedBy, form.Note, page.Counts, out var review);
        return outcome.IsAccepted ? await SaveAsync(review!, page, ct) : await RefusedAsync(db, outcome, nameof(Review), page);
    }

    private async Task<IActionResult> SaveAsync(AccessReview review, AccessReviewPage page, CancellationToken ct)
    {
        db.AccessReviews.Add(review);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return await RefusedAsync(db, Domain.Outcome.Refuse($"Tinjauan {page.Quarter} sudah disahkan. Tinjauan yang sudah sah tidak diubah."), nameof(Review), page);
        }
        SayDone($"Tinjauan akses {page.Quarter} disahkan oleh {review.ConfirmedBy}: {review.Accounts} akun, {review.Held} tugas.");
        return RedirectToAction(nameof(Review));
    }
}
