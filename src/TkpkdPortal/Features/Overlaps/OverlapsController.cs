using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Overlapping;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Overlaps;

/// <summary>Aid of several OPDs that a rule takes for double, until somebody says what it is. Nothing stops by itself.</summary>
[Route("tumpang-tindih")]
public sealed class OverlapsController(PortalDbContext db, AreaDirectory areas, OverlapSearch search, OverlapDesk desk, OfficeClock clock, Accesses accesses) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewOverlaps)]
    public async Task<IActionResult> Index(OverlapAsk ask, ListAsk list, [FromServices] CountCache cache, CancellationToken ct)
    {
        AreaCode? area = null;
        if (!string.IsNullOrWhiteSpace(ask.Area) && !areas.TryFind(ask.Area, out area))
            return NotFound();
        var page = await OverlapList.ForAsync(db, cache, search, ask, area, list, clock.Today.Year, ct);
        accesses.Note(page.Rows.Select(row => row.Household), AccessChannel.OverlapCheck);
        return View(nameof(Index), page);
    }

    [HttpPost("cari"), RequirePermission(Permission.ViewOverlaps)]
    public Task<IActionResult> Seek(OverlapAsk ask, ListAsk list, [FromServices] CountCache cache, CancellationToken ct) => Index(ask, list, cache, ct);

    [HttpGet("{tahun:int}/keluarga/{id:guid}"), RequirePermission(Permission.ViewOverlaps)]
    public async Task<IActionResult> Details(int tahun, Guid id, CancellationToken ct)
    {
        if (await OverlapPage.ForAsync(db, search, id, tahun, ct) is not { } page)
            return NotFound();
        accesses.Note(id, AccessChannel.OverlapCheck);
        return View(page);
    }

    [HttpPost("{tahun:int}/keluarga/{id:guid}"), RequirePermission(Permission.DecideOverlaps)]
    public async Task<IActionResult> Decide(int tahun, Guid id, [Bind(Prefix = nameof(OverlapPage.Form))] OverlapForm form, CancellationToken ct)
    {
        if (await OverlapPage.ForAsync(db, search, id, tahun, ct) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Details), page with { Form = form });
        if (await desk.DecideAsync(page, form, ct) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Details), page with { Form = form });
        SayDone("Putusan disimpan. Tidak ada bantuan yang berhenti dengan sendirinya.");
        return RedirectToAction(nameof(Details), new { tahun, id });
    }

    [HttpPost("{tahun:int}/putusan/{id:guid}/cabut"), RequirePermission(Permission.DecideOverlaps)]
    public async Task<IActionResult> Withdraw(int tahun, Guid id, [Bind(Prefix = nameof(OverlapPage.Withdraw))] OverlapWithdrawForm form, CancellationToken ct)
    {
        if (await db.OverlapDecisions.SingleOrDefaultAsync(one => one.PublicId == id, ct) is not { } decision)
            return NotFound();
        var household = await db.Households.Where(one => one.Id == decision.HouseholdId).Select(one => one.PublicId).SingleAsync(ct);
        // The decision was found, so its household is in the own area.
        var page = (await OverlapPage.ForAsync(db, search, household, tahun, ct))! with { Withdraw = form };
        if (!ModelState.IsValid)
            return Incomplete(nameof(Details), page);
        if (await desk.WithdrawAsync(decision, form, ct) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Details), page, decision);
        SayDone("Putusan dicabut; temuannya terbuka lagi.");
        return RedirectToAction(nameof(Details), new { tahun, id = household });
    }
}
