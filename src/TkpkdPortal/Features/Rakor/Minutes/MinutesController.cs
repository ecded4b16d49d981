using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rakor.Minutes;

/// <summary>Notula: typed during the meeting, frozen when it is closed, and fetched as it was.</summary>
[Route("rakor/{id:guid}")]
public sealed class MinutesController(PortalDbContext db, MinutesDesk desk, OfficeSettings office) : MeetingController(db, office)
{
    private const string Page = "Compose";

    [HttpGet("notula"), RequirePermission(Permission.ManageMeetings)]
    public async Task<IActionResult> Compose(Guid id, CancellationToken ct) => await MeetingAsync(id, ct) is { } meeting ? View(await desk.PageAsync(meeting, null, ct)) : NotFound();

    [HttpPost("notula"), RequirePermission(Permission.ManageMeetings)]
    public async Task<IActionResult> Minute(Guid id, [Bind(Prefix = nameof(MinutesPage.Form))] MinutesForm form, CancellationToken ct)
    {
        if (await MeetingAsync(id, ct) is not { } meeting)
            return NotFound();
        var page = await desk.PageAsync(meeting, form, ct);
        if (!ModelState.IsValid)
            return Incomplete(Page, page);
        if (await desk.MinuteAsync(meeting, form, ct) is { IsAccepted: false } refused)
            return await ShowAgainAsync(refused, meeting, form, ct);
        SayDone("Notula tersimpan.");
        return RedirectToAction(nameof(Compose), new { id });
    }

    [HttpPost("tutup"), RequirePermission(Permission.ManageMeetings)]
    public async Task<IActionResult> Close(Guid id, [Bind(Prefix = nameof(MinutesPage.Form))] MinutesForm form, CancellationToken ct)
    {
        if (await MeetingAsync(id, ct) is not { } meeting)
            return NotFound();
        var page = await desk.PageAsync(meeting, form, ct);
        if (!ModelState.IsValid)
            return Incomplete(Page, page);
        if (await desk.CloseAsync(meeting, form, ct) is { IsAccepted: false } refused)
            return await ShowAgainAsync(refused, meeting, form, ct);
        SayDone("Rapat ditutup. Notula beku, dan keputusannya masuk papan tindak lanjut.");
        return LocalRedirect($"/rakor/{id}");
    }

    [HttpGet("notula.pdf"), RequirePermission(Permission.ViewMeetings)]
    public async Task<IActionResult> Paper(Guid id, CancellationToken ct)
    {
        if (await MeetingAsync(id, ct) is not { } meeting)
            return NotFound();
        var bytes = await desk.PaperAsync(meeting, ct);
        await Db.Changes.RecordAsync(Db, "Paper.Fetched", meeting, ct: ct);
        return File(bytes, "application/pdf", FormattableString.Invariant($"notula-rakor-{meeting.On:yyyy-MM-dd}.pdf"));
    }

    // The meeting as it is now beside what was typed: a colleague may have closed it.
    private async Task<IActionResult> ShowAgainAsync(Outcome refused, CoordinationMeeting seen, MinutesForm form, CancellationToken ct)
    {
        Db.ChangeTracker.Clear();
        if (await MeetingAsync(seen.PublicId, ct) is not { } meeting)
            return NotFound();
        ModelState.Remove("Form.Version");
        ModelState.Remove("Form.Decisions");
        var page = await desk.PageAsync(meeting, null, ct);
        return await RefusedAsync(Db, refused, Page, page with { Form = form with { Version = meeting.Version, Decisions = page.Form.Decisions } }, meeting);
    }
}
