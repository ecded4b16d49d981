using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rakor.Attendance;

/// <summary>Who is present: the code for the hall, what is copied from paper, and the list to sign.</summary>
[Route("rakor/{id:guid}"), RequirePermission(Permission.ManageMeetings)]
public sealed class AttendanceController(PortalDbContext db, ActingUser user, AttendanceDesk desk, PublicAddress address, OfficeSettings office, FontLibrary fonts) : MeetingController(db, office)
{
    private const string List = "List";

    [HttpGet("hadir")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct) => await MeetingAsync(id, ct) is { } meeting ? View(List, await PageAsync(meeting, new PresenceForm(), ct)) : NotFound();

    [HttpPost("hadir")]
    public async Task<IActionResult> Record(Guid id, [Bind(Prefix = nameof(AttendancePage.Form))] PresenceForm form, CancellationToken ct)
    {
        if (await MeetingAsync(id, ct) is not { } meeting)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(List, await PageAsync(meeting, form, ct));
        if (await desk.SignInAsync(meeting, form, user.Id, ct) is { IsAccepted: false } refused)
        {
            // The sentence may name a person, which the audit keeps for good.
            ModelState.AddModelError("", refused.Refusal!);
            return Incomplete(List, await PageAsync(meeting, form, ct));
        }
        SayDone($"{form.Name!.Trim()} tercatat hadir.");
        return RedirectToAction(nameof(Index), new { id });
    }

    [HttpPost("hadir/{orang:guid}/coret")]
    public async Task<IActionResult> Strike(Guid id, Guid orang, CancellationToken ct)
    {
        if (await MeetingAsync(id, ct) is not { } meeting)
            return NotFound();
        if (await desk.StrikeAsync(meeting, orang, ct) is { IsAccepted: false } refused)
            return await RefusedAsync(Db, refused, List, await PageAsync(meeting, new PresenceForm(), ct), meeting);
        SayDone("Dicoret dari daftar hadir.");
        return RedirectToAction(nameof(Index), new { id });
    }

    [HttpGet("daftar-hadir.pdf")]
    public async Task<IActionResult> Paper(Guid id, CancellationToken ct)
    {
        if (await MeetingAsync(id, ct) is not { } meeting)
            return NotFound();
        var paper = new AttendancePaper(meeting, await AttendanceDesk.PresentAsync(Db, meeting.Id, ct), AddressOf(meeting), await Db.Offices.AnyAsync(one => one.HasTestData, ct), Office);
        return File(paper.Write(fonts), "application/pdf", FormattableString.Invariant($"daftar-hadir-rakor-{meeting.On:yyyy-MM-dd}.pdf"));
    }

    private async Task<AttendancePage> PageAsync(CoordinationMeeting meeting, PresenceForm form, CancellationToken ct) => new(meeting, await AttendanceDesk.PresentAsync(Db, meeting.Id, ct), AddressOf(meeting), form);

    private string? AddressOf(CoordinationMeeting meeting) =>
        meeting.AttendanceCode is { } code ? address.Of(Url.Action(nameof(AttendanceDoorController.Open), "AttendanceDoor", new { code })!, Request) : null;
}
