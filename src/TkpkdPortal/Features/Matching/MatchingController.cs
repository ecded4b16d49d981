using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Matching;

/// <summary>Where the register and the civil registry differ, one by one, until nothing is left.</summary>
[Route("pemadanan"), RequirePermission(Permission.MatchCivilRegistry)]
public sealed class MatchingController(PortalDbContext db, MatchingDesk desk, Accesses accesses) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? hasil, ListAsk ask, CancellationToken ct) => View(nameof(Index), await MatchingList.ForAsync(db, hasil, ask, ct));

    [HttpPost("cari")]
    public Task<IActionResult> Seek(string? hasil, ListAsk ask, CancellationToken ct) => Index(hasil, ask, ct);

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Difference(Guid id, CancellationToken ct)
    {
        if (await DifferencePage.ForAsync(db, id, ct) is not { } page)
            return NotFound();
        accesses.Note(page.Household.PublicId, AccessChannel.Page);
        return View(page);
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Difference(Guid id, SettlementForm form, CancellationToken ct)
    {
        if (await DifferencePage.ForAsync(db, id, ct) is not { } page)
            return NotFound();
        if (!ModelState.IsValid || form.Settlement is not { } settlement)
            return Incomplete(nameof(Difference), page with { Form = form });
        var outcome = await desk.SettleAsync(page, form, settlement, ct);
        if (!outcome.IsAccepted)
            return await AgainAsync(id, outcome, form, ct);
        SayDone($"Perbedaan data {page.Person.Name} diselesaikan.");
        return RedirectToAction(nameof(Index));
    }

    // What was refused is read anew, so that the page shows what is saved and keeps what was typed.
    private async Task<IActionResult> AgainAsync(Guid id, Domain.Outcome outcome, SettlementForm form, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return await DifferencePage.ForAsync(db, id, ct) is not { } page ? NotFound()
            : await RefusedAsync(db, outcome, nameof(Difference), page with { Form = form with { Version = page.Answer.Version } }, page.Answer);
    }
}
