using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rakor.Invitations;

/// <summary>Surat undangan of a meeting: written, changed until the meeting is closed, and printed.</summary>
[Route("rakor/{id:guid}")]
public sealed class InvitationsController(PortalDbContext db, InvitationDesk desk, OfficeSettings office, AreaDirectory areas, OfficeClock clock, FontLibrary fonts) : MeetingController(db, office)
{
    [HttpGet("undangan"), RequirePermission(Permission.ManageMeetings)]
    public async Task<IActionResult> Compose(Guid id, CancellationToken ct) => await MeetingAsync(id, ct) is { } meeting ? View(await desk.PageAsync(meeting, null, ct)) : NotFound();

    [HttpPost("undangan"), RequirePermission(Permission.ManageMeetings)]
    public async Task<IActionResult> Invite(Guid id, [Bind(Prefix = nameof(InvitationPage.Form))] InvitationForm form, CancellationToken ct)
    {
        if (await MeetingAsync(id, ct) is not { } meeting)
            return NotFound();
        var page = await desk.PageAsync(meeting, form, ct);
        if (!ModelState.IsValid)
            return Incomplete(nameof(Compose), page);
        if (await desk.InviteAsync(page, form, ct) is { IsAccepted: false } refused)
            return await AgainAsync(refused, nameof(Compose), page.Meeting, version => page with { Form = form with { Version = version } }, ct);
        SayDone("Surat undangan tersimpan. Unduh, cetak, lalu tanda tangani.");
        return LocalRedirect($"/rakor/{id}");
    }

    [HttpGet("undangan.pdf"), RequirePermission(Permission.ViewMeetings)]
    public async Task<IActionResult> Paper(Guid id, CancellationToken ct)
    {
        if (await MeetingAsync(id, ct) is not { Letter: not null } meeting)
            return NotFound();
        // A letter says what was open on its day, whenever it is printed again.
        var issued = clock.EndOf(meeting.Letter.On);
        var before = await DecisionLines.BeforeAsync(Db, meeting.On, issued < clock.UtcNow ? issued : clock.UtcNow, ct);
        var bytes = new InvitationPaper(meeting, before, await Db.Offices.AnyAsync(one => one.HasTestData, ct), Office, areas).Write(fonts);
        return File(bytes, "application/pdf", FormattableString.Invariant($"undangan-rakor-{meeting.On:yyyy-MM-dd}.pdf"));
    }
}
