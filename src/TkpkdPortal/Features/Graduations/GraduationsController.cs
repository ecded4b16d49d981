using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Cases;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Graduations;

/// <summary>Families that leave the target list: proposed by the rule, decided by a person, watched, and taken back where they fall.</summary>
[Route("graduasi")]
public sealed class GraduationsController(PortalDbContext db, GraduationDesk desk, OfficeClock clock, Accesses accesses) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewGraduations)]
    public async Task<IActionResult> Index(string? tampil, ListAsk ask, CancellationToken ct)
    {
        var page = await GraduationList.ForAsync(db, tampil, ask, clock.Today, ct);
        accesses.Note(page.Rows.Select(row => row.Household), AccessChannel.GraduationWatch);
        return View(nameof(Index), page);
    }

    [HttpPost("cari"), RequirePermission(Permission.ViewGraduations)]
    public Task<IActionResult> Seek(string? tampil, ListAsk ask, CancellationToken ct) => Index(tampil, ask, ct);

    [HttpGet("keluarga/{id:guid}"), RequirePermission(Permission.ViewGraduations)]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct)
    {
        if (await GraduationPage.ForAsync(db, id, ct) is not { } page)
            return NotFound();
        accesses.Note(id, AccessChannel.GraduationWatch);
        return View(page);
    }

    [HttpPost("keluarga/{id:guid}"), RequirePermission(Permission.DecideGraduations)]
    public async Task<IActionResult> Decide(Guid id, [Bind(Prefix = nameof(GraduationPage.Form))] GraduationForm form, CancellationToken ct)
    {
        if (await GraduationPage.ForAsync(db, id, ct) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Details), page with { Form = form });
        if (await desk.DecideAsync(page, form, ct) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Details), await AgainAsync(page, now => now with { Form = form with { Number = now.Standing?.Number ?? 0 } }, ct));
        SayDone(form.Kind is GraduationKind.NotYet ? "Putusan disimpan; keluarga ini tetap sasaran." : "Graduasi disimpan; keluarga ini dipantau.");
        return RedirectToAction(nameof(Details), new { id });
    }

    [HttpPost("keluarga/{id:guid}/pantauan"), RequirePermission(Permission.DecideGraduations)]
    public async Task<IActionResult> Weigh(Guid id, [Bind(Prefix = nameof(GraduationPage.Relapse))] RelapseForm form, CancellationToken ct)
    {
        if (await GraduationPage.ForAsync(db, id, ct) is not { Standing: { } standing } page)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Details), page with { Relapse = form });
        if (await desk.WeighAsync(page, form, ct) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Details), await AgainAsync(page, now => now with { Relapse = form with { Version = now.Standing?.Version ?? 0 } }, ct), standing);
        SayDone(form.HasRelapsed is true ? "Tercatat kambuh; keluarga ini kembali menjadi sasaran." : "Tetap graduasi; yang baru diketahui sudah ditimbang.");
        return RedirectToAction(nameof(Details), new { id });
    }

    // As it is now, with what was typed: what somebody else has decided meanwhile is seen, and saving again is possible.
    private async Task<GraduationPage> AgainAsync(GraduationPage page, Func<GraduationPage, GraduationPage> typed, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return typed(await GraduationPage.ForAsync(db, page.Household.PublicId, ct) ?? page);
    }
}
