using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Features.Rakor.Snapshots;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Rakor;

[Route("rakor")]
public sealed class RakorController(PortalDbContext db, RakorDesk desk, OfficeClock clock, OfficeSettings office) : MeetingController(db, office)
{
    [HttpGet(""), RequirePermission(Permission.ViewMeetings)]
    public async Task<IActionResult> Index(ListAsk ask, CancellationToken ct) => View(await MeetingList.ForAsync(Db, ask, ct));

    [HttpGet("{id:guid}"), RequirePermission(Permission.ViewMeetings)]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct) =>
        await MeetingAsync(id, ct) is { } meeting ? View(await desk.DetailsAsync(meeting, ct)) : NotFound();

    /// <summary>The published pack, else a draft of today; or a draft as a past day knew it. Who fetched it stands in the audit, since it shows small figures.</summary>
    [HttpGet("{id:guid}/bahan.pdf"), RequirePermission(Permission.ViewMeetings)]
    public async Task<IActionResult> Pack(Guid id, DateOnly? per, [FromServices] PackWriter writer, CancellationToken ct)
    {
        if (await MeetingAsync(id, ct) is not { } meeting)
            return NotFound();
        var bytes = (per is null ? await SnapshotDesk.PackAsync(Db, meeting.Id, null, ct) : null) ?? await writer.WriteAsync(meeting, per, ct);
        await Db.Changes.RecordAsync(Db, "Paper.Fetched", meeting, ct: ct);
        return File(bytes, "application/pdf", FormattableString.Invariant($"bahan-rakor-{meeting.On:yyyy-MM-dd}.pdf"));
    }

    [HttpPost("{id:guid}/terbitkan"), RequirePermission(Permission.ManageMeetings)]
    public async Task<IActionResult> Publish(Guid id, [FromServices] SnapshotDesk snapshots, CancellationToken ct)
    {
        if (await MeetingAsync(id, ct) is not { } meeting)
            return NotFound();
        if (await snapshots.PublishAsync(meeting, ct) is { IsAccepted: false } refused)
            return await RefusedAsync(Db, refused, nameof(Details), await desk.DetailsAsync(meeting, ct), meeting);
        SayDone("Bahan diterbitkan. Berkas itu tidak berubah lagi, juga bila data dikoreksi.");
        return RedirectToAction(nameof(Details), new { id });
    }

    [HttpGet("baru"), RequirePermission(Permission.ManageMeetings)]
    public IActionResult Call() => View("Form", new MeetingForm { On = clock.Today.AddDays(7), From = "09.00" });

    [HttpPost("baru"), RequirePermission(Permission.ManageMeetings)]
    public async Task<IActionResult> Call(MeetingForm form, CancellationToken ct)
    {
        if (form.Read(ModelState) is not { } terms)
            return Incomplete("Form", form);
        var outcome = CoordinationMeeting.Call(terms, out var meeting);
        if (!outcome.IsAccepted)
            return await RefusedAsync(Db, outcome, "Form", form);
        Db.Meetings.Add(meeting!);
        await Db.SaveChangesAsync(ct);
        return Saved(meeting!);
    }

    [HttpGet("{id:guid}/ubah"), RequirePermission(Permission.ManageMeetings)]
    public async Task<IActionResult> Change(Guid id, CancellationToken ct) =>
        await FindAsync(id, ct) is { } meeting ? View("Form", MeetingForm.Of(meeting)) : NotFound();

    [HttpPost("{id:guid}/ubah"), RequirePermission(Permission.ManageMeetings)]
    public async Task<IActionResult> Change(Guid id, MeetingForm form, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } meeting)
            return NotFound();
        if (form.Read(ModelState) is not { } terms)
            return Incomplete("Form", form);
        var (outcome, saved) = await desk.ChangeAsync(meeting, terms, form.Version, ct);
        if (saved is not null)
            return Stale(form, saved);
        return outcome.IsAccepted ? Saved(meeting) : await RefusedAsync(Db, outcome, "Form", form, meeting);
    }

    private Task<CoordinationMeeting?> FindAsync(Guid id, CancellationToken ct) => Db.Meetings.Include(m => m.Agenda).SingleOrDefaultAsync(m => m.PublicId == id, ct);

    private RedirectToActionResult Saved(CoordinationMeeting meeting)
    {
        SayDone($"Rakor “{meeting.Title}” tersimpan.");
        return RedirectToAction(nameof(Details), new { id = meeting.PublicId });
    }

    // Both versions are shown; saving once more is then meant.
    private ViewResult Stale(MeetingForm mine, MeetingForm saved)
    {
        ModelState.Clear();
        (mine.Saved, mine.Version) = (saved, saved.Version);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Form", mine);
    }
}
