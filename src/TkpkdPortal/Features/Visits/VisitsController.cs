using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Privacy;
using TkpkdPortal.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Visits;

[Route("kunjungan")]
public sealed class VisitsController(PortalDbContext db, VisitDesk desk, ActingUser user, OfficeClock clock, AreaDirectory areas,
    Accesses accesses) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewVisits)]
    public async Task<IActionResult> Index(string? status, bool saya, ListAsk ask, CancellationToken ct) =>
        View(nameof(Index), await VisitList.ForAsync(db, status, saya ? user.Id : null, ask, ct) with { Missed = user.Can(Permission.RecordVisits) && !ask.IsSearch ? await HintLine.MissingAsync(db, VisitList.MostMissed, ct) : [] });

    /// <summary>A name that is sought is posted; an action of its own, or every redirect to the list would lead here.</summary>
    [HttpPost("cari"), RequirePermission(Permission.ViewVisits)]
    public Task<IActionResult> Seek(string? status, bool saya, ListAsk ask, CancellationToken ct) => Index(status, saya, ask, ct);

    /// <summary>Opens the household's visit: the one under way, or a new one.</summary>
    [HttpPost("keluarga/{id:guid}"), RequirePermission(Permission.RecordVisits)]
    public async Task<IActionResult> Begin(Guid id, CancellationToken ct)
    {
        if (await db.Households.SingleOrDefaultAsync(h => h.PublicId == id, ct) is not { } household)
            return NotFound();
        return await desk.OpenAsync(household, ct) is { } visit
            ? RedirectToAction(nameof(Form), new { id = visit })
            : await RefusedAsync(db, desk.Refusal, "NotNow", household, household);
    }

    [HttpGet("{id:guid}"), RequirePermission(Permission.ViewVisits)]
    public async Task<IActionResult> Form(Guid id, CancellationToken ct)
    {
        if (await VisitPage.ForAsync(db, id, ct) is not { } page)
            return NotFound();
        accesses.Note(page.Household.PublicId, AccessChannel.VisitForm);
        return page.Visit.IsOpen && page.Visit.IsWrittenBy(user.Id) && user.CanAt(Permission.RecordVisits, page.Visit.AreaCode)
            ? View(page)
            : View("Read", page);
    }

    [HttpPost("{id:guid}"), RequirePermission(Permission.RecordVisits), PhotoForm, EnableRateLimiting(WebSetup.PhotoForms)]
    public async Task<IActionResult> Form(Guid id, [Bind(Prefix = nameof(VisitPage.Form))] VisitForm form, CancellationToken ct)
    {
        if (await VisitPage.ForAsync(db, id, ct) is not { } page || !page.Visit.IsWrittenBy(user.Id))
            return NotFound();
        var saved = await desk.SaveAsync(page, form, Request.Form.Files, ModelState, ct);
        return saved switch
        {
            Saving.Stale => Stale((await VisitPage.ForAsync(db, id, ct))!, form),
            Saving.Incomplete => Incomplete(nameof(Form), page with { Form = form }),
            Saving.Refused => await RefusedAsync(db, desk.Refusal, nameof(Form), page with { Form = form }, page.Visit),
            Saving.Draft or Saving.Submitted when page.Visit.TypedById == user.Id => NextSheet(page, saved),
            Saving.Draft => Done($"Draf tersimpan pukul {clock.Time(clock.UtcNow)}.", nameof(Form), id),
            _ => Done($"Kunjungan keluarga {page.Household.HeadName} diajukan kepada {page.ReviewerTitle} {areas.NameOf(page.Area.AtLevel(AreaLevel.Village))}.", nameof(Index), null),
        };
    }

    /// <summary>The enumerator has read what became of the fields in which the visit disagreed.</summary>
    [HttpPost("{id:guid}/dibaca"), RequirePermission(Permission.RecordVisits)]
    public async Task<IActionResult> Acknowledge(Guid id, CancellationToken ct)
    {
        if (await db.Visits.SingleOrDefaultAsync(v => v.PublicId == id && v.EnumeratorId == user.Id, ct) is not { } visit)
            return NotFound();
        visit.ReadSettlement(clock.UtcNow);
        await db.SaveChangesAsync(ct);
        return RedirectToAction(nameof(Form), new { id });
    }

    private RedirectToActionResult NextSheet(VisitPage page, Saving saved)
    {
        SayDone(saved is Saving.Draft ? $"Draf keluarga {page.Household.HeadName} tersimpan. Ketik kodenya lagi untuk melanjutkan." : $"Lembar keluarga {page.Household.HeadName} diajukan kepada {page.ReviewerTitle}.");
        return RedirectToAction("Index", "PaperVisits");
    }

    private RedirectToActionResult Done(string sentence, string action, Guid? id)
    {
        SayDone(sentence);
        return RedirectToAction(action, id is null ? null : new { id });
    }

    private ViewResult Stale(VisitPage page, VisitForm form)
    {
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Stale", StaleVisit.Of(page, form, Request.Form));
    }
}
