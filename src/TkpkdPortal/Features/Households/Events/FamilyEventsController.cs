using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Households.Events;

[Route("keluarga/{id:guid}/peristiwa"), RequirePermission(Permission.RecordEvents)]
public sealed class FamilyEventsController(PortalDbContext db, EventDesk desk, OfficeClock clock, Accesses accesses) : PortalController
{
    private const string Purpose = "Pencatatan peristiwa keluarga";

    /// <summary>Which event: the list to choose from.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Choose(Guid id, CancellationToken ct) =>
        await EventPage.ForAsync(db, id, EventChoice.All[0], null, ct) is { } page ? View(page) : NotFound();

    [HttpGet("{kind}")]
    public async Task<IActionResult> Form(Guid id, string kind, CancellationToken ct)
    {
        if (EventChoice.Of(kind) is not { } choice || await EventPage.ForAsync(db, id, choice, null, ct) is not { } page)
            return NotFound();
        accesses.Note(id, AccessChannel.Page, Purpose);
        return View(page);
    }

    [HttpPost("{kind}")]
    public async Task<IActionResult> Form(Guid id, string kind, [Bind(Prefix = nameof(EventPage.Form))] EventForm form, CancellationToken ct)
    {
        if (EventChoice.Of(kind) is not { } choice || await EventPage.ForAsync(db, id, choice, form, ct) is not { } page)
            return NotFound();
        var (recording, answer) = await desk.RecordAsync(page, ModelState, ct);
        return recording switch
        {
            Recording.Stale => await StaleAsync(id, choice, form, ct),
            Recording.Incomplete => form.Step == EventForm.Change ? Again(answer) : Incomplete(nameof(Form), answer),
            Recording.Refused => await RefusedAsync(id, choice, form, ct),
            Recording.ToConfirm => Confirm(answer),
            _ => Done(id, $"{choice.Label} dicatat untuk keluarga {page.HeadName}."),
        };
    }

    private ViewResult Confirm(EventPage page)
    {
        accesses.Note(page.After.Select(after => after.Id), AccessChannel.Page, Purpose);
        return View(nameof(Confirm), page with { Posted = Posted() });
    }

    // Back from the page that asks to confirm: what was typed stands in the form again, and nothing is wrong with it.
    private ViewResult Again(EventPage page)
    {
        ModelState.Clear();
        return View(nameof(Form), page);
    }

    // The trial has already been at the family: the form shows it as it is.
    private async Task<IActionResult> RefusedAsync(Guid id, EventChoice choice, EventForm form, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return await EventPage.ForAsync(db, id, choice, form, ct) is { } page ? await RefusedAsync(db, desk.Refusal, nameof(Form), page, page.Household) : NotFound();
    }

    private RedirectResult Done(Guid id, string sentence)
    {
        SayDone(sentence);
        return Redirect($"/keluarga/{id}");
    }

    private async Task<IActionResult> StaleAsync(Guid id, EventChoice choice, EventForm form, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        ModelState.Clear();
        if (await EventPage.ForAsync(db, id, choice, form, ct) is not { } page)
            return NotFound();
        var history = await HistoryLine.OfAsync(db, page.Household.Id, clock.UtcNow, ct);
        form.Stamp = page.Stamp;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(nameof(Form), page with { ChangedMeanwhile = history.Count > 0 ? history[0] : new HistoryLine(clock.UtcNow, "Data keluarga berubah", null) });
    }

    private IReadOnlyList<KeyValuePair<string, string>> Posted() =>
        [.. Request.Form.Where(pair => pair.Key.StartsWith("Form.", StringComparison.Ordinal) && pair.Key != $"Form.{nameof(EventForm.Step)}")
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()))];
}
