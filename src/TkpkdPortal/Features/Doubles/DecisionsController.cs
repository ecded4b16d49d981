using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Doubles;

/// <summary>Two families side by side until somebody says whether they are one.</summary>
[Route("kualitas-data/ganda/{id:guid}"), RequirePermission(Permission.DecideDoubles)]
public sealed class DecisionsController(PortalDbContext db, DecisionDesk desk, Accesses accesses) : PortalController
{
    private const string PairView = "Pair";

    [HttpGet("")]
    public async Task<IActionResult> Pair(Guid id, CancellationToken ct)
    {
        if (await DoublePage.ForAsync(db, id, ct) is not { } page)
            return NotFound();
        Note(page);
        return View(PairView, page);
    }

    [HttpPost("")]
    public async Task<IActionResult> Decide(Guid id, [Bind(Prefix = "Form")] DoubleForm form, CancellationToken ct)
    {
        if (await DoublePage.ForAsync(db, id, ct) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(PairView, page with { Form = form });
        var (deciding, refusal) = await desk.DecideAsync(page, form, ct);
        return await AnsweredAsync(id, deciding, refusal, shown => shown with { Form = form with { Stamp = shown.Form.Stamp } }, form.Done, ct);
    }

    [HttpPost("cabut")]
    public async Task<IActionResult> TakeBack(Guid id, [Bind(Prefix = "Undo")] UndoForm form, CancellationToken ct)
    {
        if (await DoublePage.ForAsync(db, id, ct) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(PairView, page with { Undo = form });
        var (deciding, refusal) = await desk.TakeBackAsync(page, form, ct);
        return await AnsweredAsync(id, deciding, refusal, shown => shown with { Undo = form with { Version = shown.Pair.Version } }, "Keputusan dicabut; kedua keluarga menunggu keputusan lagi.", ct);
    }

    // What was refused is read anew, so that the page shows what is saved and keeps what was typed.
    private async Task<IActionResult> AnsweredAsync(Guid id, Deciding deciding, Outcome refusal, Func<DoublePage, DoublePage> keep, string done, CancellationToken ct)
    {
        if (deciding is Deciding.Done)
            return DoneWith(id, done);
        db.ChangeTracker.Clear();
        ModelState.Clear();
        if (await DoublePage.ForAsync(db, id, ct) is not { } page)
            return NotFound();
        if (deciding is Deciding.Refused)
            return await RefusedAsync(db, refusal, PairView, keep(page), page.Pair);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(PairView, keep(page) with { ChangedMeanwhile = true });
    }

    private RedirectToActionResult DoneWith(Guid id, string sentence)
    {
        SayDone(sentence);
        return RedirectToAction(nameof(Pair), new { id });
    }

    private void Note(DoublePage page) => accesses.Note(new[] { page.First.Household, page.Second.Household }.OfType<Household>().Select(h => h.PublicId), AccessChannel.DoubleCheck);
}
