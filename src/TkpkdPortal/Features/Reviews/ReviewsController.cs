using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Reviews;

[Route("periksa"), RequirePermission(Permission.ReviewVisits)]
public sealed class ReviewsController(PortalDbContext db, ReviewDesk desk, ActingUser user, Accesses accesses) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ListAsk ask, CancellationToken ct) => View(nameof(Index), await ReviewList.ForAsync(db, user.Id, ask, ct));

    [HttpPost("cari")]
    public Task<IActionResult> Seek(ListAsk ask, CancellationToken ct) => Index(ask, ct);

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Review(Guid id, CancellationToken ct) =>
        await ReviewPage.ForAsync(db, id, user.Id, ct) is { } page ? Seen(page) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Review(Guid id, DecisionForm form, CancellationToken ct)
    {
        if (await ReviewPage.ForAsync(db, id, user.Id, ct) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Review), page with { Form = form });
        var (deciding, refusal) = await desk.DecideAsync(page, form, ct);
        if (deciding is Deciding.Stale)
            return Stale((await ReviewPage.ForAsync(db, id, user.Id, ct))!, form);
        if (deciding is Deciding.Refused)
            return await RefusedAsync(db, refusal, nameof(Review), page with { Form = form }, page.Visit);
        SayDone(form.Decision is Decision.Approve ? $"Kunjungan keluarga {page.HeadName} disetujui; data keluarga diperbarui."
            : $"Kunjungan keluarga {page.HeadName} dikembalikan kepada {page.EnumeratorName}.");
        return page.NextId is { } next ? RedirectToAction(nameof(Review), new { id = next }) : RedirectToAction(nameof(Index));
    }

    private ViewResult Seen(ReviewPage page)
    {
        accesses.Note(page.Household.PublicId, AccessChannel.Review);
        return View(nameof(Review), page);
    }

    private ViewResult Stale(ReviewPage page, DecisionForm form)
    {
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(nameof(Review), page with { Form = form with { Decision = form.Decision, HouseholdVersion = page.Household.Version, VisitVersion = page.Visit.Version }, ChangedMeanwhile = true });
    }
}
