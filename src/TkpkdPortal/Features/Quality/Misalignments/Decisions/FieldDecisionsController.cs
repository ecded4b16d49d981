using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Quality.Misalignments.Decisions;

/// <summary>What was decided between sources, by whom and why; each decision can be taken back.</summary>
[Route("kualitas-data/ketidakselarasan/putusan")]
public sealed class FieldDecisionsController(PortalDbContext db, AreaDirectory areas, SettlingDesk desk) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewDataQuality)]
    public async Task<IActionResult> Index(MisalignmentAsk ask, ListAsk list, CancellationToken ct)
    {
        AreaCode? area = null;
        return !string.IsNullOrWhiteSpace(ask.Area) && !areas.TryFind(ask.Area, out area) ? NotFound() : View(nameof(Index), await FieldDecisionList.ForAsync(db, ask, area, list, ct));
    }

    [HttpPost("cari"), RequirePermission(Permission.ViewDataQuality)]
    public Task<IActionResult> Seek(MisalignmentAsk ask, ListAsk list, CancellationToken ct) => Index(ask, list, ct);

    [HttpGet("{id:guid}"), RequirePermission(Permission.ViewDataQuality)]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct) => await FieldDecisionPage.ForAsync(db, id, ct) is { } page ? View(page) : NotFound();

    [HttpPost("{id:guid}/cabut"), RequirePermission(Permission.DecideFields)]
    public async Task<IActionResult> Withdraw(Guid id, [Bind(Prefix = "Form")] WithdrawForm form, CancellationToken ct)
    {
        if (await FieldDecisionPage.ForAsync(db, id, ct) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Details), page with { Form = form });
        var decision = await db.FieldDecisions.SingleAsync(decision => decision.PublicId == id, ct);
        if (await desk.WithdrawAsync(decision, form, ct) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Details), page with { Form = form with { Version = page.Decision.Version } }, page.Decision);
        SayDone("Putusan dicabut; perbedaannya terbuka lagi.");
        return RedirectToAction(nameof(Details), new { id });
    }
}
