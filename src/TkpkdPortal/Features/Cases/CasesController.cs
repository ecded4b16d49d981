using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Figures;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Cases;

/// <summary>Families that are helped case by case: the list, one case, and how a case begins.</summary>
[Route("kasus")]
public sealed class CasesController(PortalDbContext db, ActingUser user, DecisionReach reach, CaseDesk desk, OfficeClock clock, Accesses accesses) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewCases)]
    public async Task<IActionResult> Index(string? tampil, ListAsk ask, CancellationToken ct)
    {
        var page = await CaseList.ForAsync(db, user, tampil, ask, clock.Today, ct);
        accesses.Note(page.Rows.Select(row => row.Household), AccessChannel.FamilyCase);
        return View(nameof(Index), page);
    }

    [HttpPost("cari"), RequirePermission(Permission.ViewCases)]
    public Task<IActionResult> Seek(string? tampil, ListAsk ask, CancellationToken ct) => Index(tampil, ask, ct);

    [HttpGet("{id:guid}"), RequirePermission(Permission.ViewCases)]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct)
    {
        if (await CasePage.ForAsync(db, user, reach, id, clock.Today, ct) is not { } page)
            return NotFound();
        accesses.Note(page.Family.Id, AccessChannel.FamilyCase);
        return View(page);
    }

    [HttpGet("baru/{keluarga:guid}"), RequirePermission(Permission.ManageCases)]
    public async Task<IActionResult> Compose(Guid keluarga, CancellationToken ct)
    {
        if (await desk.DraftAsync(keluarga, null, ct) is not { } draft)
            return NotFound();
        accesses.Note(keluarga, AccessChannel.FamilyCase);
        return draft.Standing is { } standing ? RedirectToAction(nameof(Details), new { id = standing }) : View(draft);
    }

    [HttpPost("baru/{keluarga:guid}"), RequirePermission(Permission.ManageCases)]
    public async Task<IActionResult> Open(Guid keluarga, [Bind(Prefix = nameof(CaseDraft.Form))] CaseForm form, CancellationToken ct)
    {
        if (await desk.DraftAsync(keluarga, form, ct) is not { } draft)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Compose), draft);
        var (outcome, opened) = await desk.OpenAsync(draft, form, ct);
        if (opened is null)
            return await RefusedAsync(db, outcome, nameof(Compose), draft);
        SayDone($"Kasus keluarga {draft.Family.HeadName} dibuka. Susun langkahnya sekarang.");
        return RedirectToAction(nameof(Details), new { id = opened.PublicId });
    }
}
