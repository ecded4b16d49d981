using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Objections;

/// <summary>Objections to what the villages agreed on: recorded for a citizen, looked into by somebody else, answered in time.</summary>
[Route("sanggahan")]
public sealed class ObjectionsController(PortalDbContext db, ObjectionDesk desk, ActingUser user, OfficeClock clock, Accesses accesses) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewObjections)]
    public async Task<IActionResult> Index(string? keadaan, ListAsk ask, CancellationToken ct) => View(nameof(Index), await ObjectionList.ForAsync(db, user.Id, clock.Today, keadaan, ask, ct));

    /// <summary>A name that is sought is posted; an action of its own, or every redirect to the list would lead here.</summary>
    [HttpPost("cari"), RequirePermission(Permission.ViewObjections)]
    public Task<IActionResult> Seek(string? keadaan, ListAsk ask, CancellationToken ct) => Index(keadaan, ask, ct);

    [HttpGet("baru/{keluarga:guid}"), RequirePermission(Permission.RecordObjections)]
    public async Task<IActionResult> Record(Guid keluarga, CancellationToken ct) =>
        await desk.FindAsync(keluarga, ct) is { } about ? View(new ObjectionForm { ReceivedOn = clock.Today, Kind = about.Kind, About = about }) : NotFound();

    [HttpPost("baru/{keluarga:guid}"), RequirePermission(Permission.RecordObjections)]
    public async Task<IActionResult> Record(Guid keluarga, ObjectionForm form, CancellationToken ct)
    {
        if (await desk.FindAsync(keluarga, ct) is not { } about)
            return NotFound();
        form.About = about;
        if (!ModelState.IsValid)
            return Incomplete(nameof(Record), form);
        var (outcome, objection) = await desk.RecordAsync(about, form, ct);
        if (objection is null)
            return await RefusedAsync(db, outcome, nameof(Record), form);
        SayDone($"Sanggahan tercatat; dijawab paling lambat {Indonesian.Date(objection.DueOn)}.");
        return RedirectToAction(nameof(Details), new { id = objection.PublicId });
    }

    [HttpGet("{id:guid}"), RequirePermission(Permission.ViewObjections)]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct)
    {
        if (await ObjectionPage.ForAsync(db, id, ct) is not { } page)
            return NotFound();
        accesses.Note(page.HouseholdId, AccessChannel.Objection);
        return View(page);
    }

    [HttpPost("{id:guid}/periksa"), RequirePermission(Permission.HandleObjections)]
    public Task<IActionResult> Verify(Guid id, [Bind(Prefix = nameof(ObjectionPage.Form))] ObjectionDecisionForm form, CancellationToken ct) => TakeAsync(id, form, desk.VerifyAsync, ct);

    [HttpPost("{id:guid}/jawab"), RequirePermission(Permission.HandleObjections)]
    public Task<IActionResult> Answer(Guid id, [Bind(Prefix = nameof(ObjectionPage.Form))] ObjectionDecisionForm form, CancellationToken ct) => TakeAsync(id, form, desk.AnswerAsync, ct);

    private async Task<IActionResult> TakeAsync(Guid id, ObjectionDecisionForm form, Func<Objection, ObjectionDecisionForm, CancellationToken, Task<Outcome?>> step, CancellationToken ct)
    {
        if (await ObjectionPage.ForAsync(db, id, ct) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Details), page with { Form = form });
        if (form.Version != page.Objection.Version || await step(page.Objection, form, ct) is not { } outcome)
            return await OvertakenAsync(id, form, ct);
        if (!outcome.IsAccepted)
            return await RefusedAsync(db, outcome, nameof(Details), (await ObjectionPage.ForAsync(db, id, ct))! with { Form = form }, page.Objection);
        SayDone($"Sanggahan {ObjectionWords.States.Label(page.Objection.State).ToLowerInvariant()}.");
        return RedirectToAction(nameof(Details), new { id });
    }

    private async Task<ViewResult> OvertakenAsync(Guid id, ObjectionDecisionForm form, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        // It was there a moment ago, and objections are never deleted.
        var now = (await ObjectionPage.ForAsync(db, id, ct))!;
        ModelState.Clear();
        ModelState.AddModelError("", "Sanggahan ini baru saja diubah orang lain. Halaman ini memuat keadaan terbaru; yang Anda tulis masih ada.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(nameof(Details), now with { Form = form with { Version = now.Objection.Version } });
    }
}
