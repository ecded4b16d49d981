using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rakor.Chapters;

/// <summary>Which chapters the pack of a meeting has, in which order, and what the analyst says to them.</summary>
[Route("rakor/{id:guid}/bab"), RequirePermission(Permission.ManageMeetings)]
public sealed class ChaptersController(PortalDbContext db, OfficeSettings office, PackWriter writer, PackQueue queue) : MeetingController(db, office)
{
    private const string Page = "Compose";

    [HttpGet("")]
    public async Task<IActionResult> Compose(Guid id, CancellationToken ct)
    {
        if (await MeetingAsync(id, ct) is not { } meeting)
            return NotFound();
        var figures = await queue.TakeTurnAsync(() => writer.CollectAsync(meeting, asOf: null, ct), ct);
        return View(new ChaptersPage(meeting, ChaptersForm.Of(meeting, figures)));
    }

    [HttpPost("")]
    public async Task<IActionResult> Choose(Guid id, [Bind(Prefix = nameof(ChaptersPage.Form))] ChaptersForm form, CancellationToken ct)
    {
        if (await MeetingAsync(id, ct) is not { } meeting)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(Page, new ChaptersPage(meeting, form));
        if (await ChooseAsync(meeting.Id, form, ct) is { IsAccepted: false } refused)
            return await AgainAsync(refused, Page, meeting, version => new ChaptersPage(meeting, form with { Version = version }), ct);
        SayDone("Bab bahan rakor tersimpan.");
        return LocalRedirect($"/rakor/{id}");
    }

    private Task<Outcome> ChooseAsync(long meetingId, ChaptersForm form, CancellationToken ct)
    {
        return MeetingSteps.ChangeAsync(Db, meetingId, form.Version, ChosenAsync, ct);
        Task<Outcome> ChosenAsync(CoordinationMeeting meeting)
        {
            // A moved chapter is a change of the meeting, too.
            Db.Entry(meeting).Property(one => one.Version).IsModified = true;
            return Task.FromResult(meeting.Compose(form.Terms(meeting)));
        }
    }
}
