using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.FollowUps;

/// <summary>What meetings decided and what became of it: the board, one decision, its reports, and the matrix on paper.</summary>
[Route("tindak-lanjut")]
public sealed class FollowUpsController(PortalDbContext db, DecisionReach reach, FollowUpDesk desk, NamedLists lists, OfficeClock clock) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewFollowUps)]
    public async Task<IActionResult> Index(string? tampil, ListAsk ask, CancellationToken ct) => View(await FollowUpList.ForAsync(db, reach, tampil, ask, clock.Today, ct));

    [HttpGet("{id:guid}"), RequirePermission(Permission.ViewFollowUps)]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct) => await PageAsync(id, ct) is { } page ? View(page) : NotFound();

    [HttpPost("{id:guid}"), RequirePermission(Permission.ReportFollowUps)]
    public async Task<IActionResult> Report(Guid id, [Bind(Prefix = nameof(FollowUpPage.Form))] ReportForm form, CancellationToken ct)
    {
        if (await PageAsync(id, ct) is not { Reporter: { } reporter } page)
            return NotFound();
        if (!reporter.DecidesState)
            ModelState.Remove($"{nameof(FollowUpPage.Form)}.{nameof(ReportForm.State)}");
        if (!ModelState.IsValid)
            return Incomplete(nameof(Details), page with { Form = form });
        if (await desk.ReportAsync(page, reporter, form, ct) is { IsAccepted: false } refused)
            return await AgainAsync(page, form, refused, ct);
        SayDone("Laporan disimpan.");
        return RedirectToAction(nameof(Details), new { id });
    }

    [HttpGet("matriks.pdf"), RequirePermission(Permission.ViewFollowUps)]
    public async Task<IActionResult> Matrix([FromServices] MatrixWriter writer, CancellationToken ct)
    {
        var bytes = await writer.WriteAsync(reach, ct);
        await db.Changes.RecordAsync(db, "Paper.Fetched", null, ct: ct);
        return File(bytes, "application/pdf", FormattableString.Invariant($"matriks-tindak-lanjut-{clock.Today:yyyy-MM-dd}.pdf"));
    }

    private Task<FollowUpPage?> PageAsync(Guid id, CancellationToken ct) => FollowUpPage.ForAsync(db, reach, lists, id, ct);

    // What the page says now, with what was typed and the version that it now shows.
    private async Task<IActionResult> AgainAsync(FollowUpPage page, ReportForm form, Outcome refused, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await PageAsync(page.Decision.PublicId, ct) is not { } now)
            return NotFound();
        ModelState.Remove($"{nameof(FollowUpPage.Form)}.{nameof(ReportForm.Version)}");
        return await RefusedAsync(db, refused, nameof(Details), now with { Form = form with { Version = now.Decision.Version } }, page.Decision);
    }
}
