using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Figures;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Duties;

/// <summary>What falls to an OPD by its duty, and its answers; for the secretariat what nobody takes.</summary>
[Route("tugas-opd")]
public sealed class DutiesController(PortalDbContext db, AreaDirectory areas, ActingUser user, CountCache cache, DutyDesk desk, OfficeClock clock, Accesses accesses) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewDuties)]
    public async Task<IActionResult> Index(DutyAsk ask, ListAsk list, [FromServices] NeedTallies tallies, CancellationToken ct)
    {
        if (!TryArea(ask, out var area))
            return NotFound();
        if (await desk.OwnAsync(ct) is { } opd)
            return Shown(await DutyList.ForAsync(db, cache, ask, opd, area, list, clock.Today, clock.UtcNow, ct));
        var page = await UnownedList.ForAsync(db, tallies, ask, area ?? user.HomeOf(Permission.ViewDuties), list, clock.Today, ct);
        accesses.Note(page.Lines.Select(line => line.Household).Distinct(), AccessChannel.Duty);
        return View("Unowned", page with { SubAreas = SubAreas(page.Area) });
    }

    [HttpPost("cari"), RequirePermission(Permission.ViewDuties)]
    public Task<IActionResult> Seek(DutyAsk ask, ListAsk list, [FromServices] NeedTallies tallies, CancellationToken ct) => Index(ask, list, tallies, ct);

    /// <summary>What was ticked, or all that the filter finds, before it is answered.</summary>
    [HttpPost("tinjau"), RequirePermission(Permission.AnswerDuties)]
    public async Task<IActionResult> Preview(DutyAsk ask, [Bind(Prefix = "Form")] DutyPick form, CancellationToken ct)
    {
        if (!TryArea(ask, out var area) || await desk.OwnAsync(ct) is not { } opd)
            return NotFound();
        var review = await desk.ReviewAsync(opd, ask, area, form, ct);
        if (review.Keys.Count > 0)
            return View(review);
        ModelState.AddModelError("", form.IsAll ? "Tidak ada kebutuhan yang bisa dijawab dengan saringan ini." : "Beri tanda pada kebutuhan yang dijawab, atau pilih semua.");
        return Incomplete(nameof(Index), await DutyList.ForAsync(db, cache, ask, opd, area, new ListAsk(), clock.Today, clock.UtcNow, ct) with { Form = form });
    }

    [HttpPost("jawab"), RequirePermission(Permission.AnswerDuties)]
    public async Task<IActionResult> Answer(DutyAsk ask, [Bind(Prefix = "Form")] DutyForm form, CancellationToken ct)
    {
        if (await desk.OwnAsync(ct) is not { } opd)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Preview), DutyDesk.Again(opd, ask, form));
        if (desk.Judge(form) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Preview), DutyDesk.Again(opd, ask, form));
        return View("Report", await desk.AnswerAsync(opd, ask, form, ct));
    }

    private bool TryArea(DutyAsk ask, out AreaCode? area)
    {
        area = null;
        return string.IsNullOrWhiteSpace(ask.Area) || (areas.TryFind(ask.Area, out area) && area is { } found && user.AreasOf(Permission.ViewDuties).Any(own => own.Contains(found)));
    }

    private ViewResult Shown(DutyList page)
    {
        accesses.Note(page.Lines.Select(line => line.Household).Distinct(), AccessChannel.Duty);
        return View(nameof(Index), page with { SubAreas = SubAreas(page.Area ?? user.HomeOf(Permission.ViewDuties)) });
    }

    private IReadOnlyList<AreaCode> SubAreas(AreaCode area) => [.. area.Level < AreaLevel.Village ? areas.Children(area) : []];
}
