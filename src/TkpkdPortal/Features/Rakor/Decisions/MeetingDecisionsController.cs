using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rakor.Decisions;

/// <summary>Decisions of a meeting, written while it goes on.</summary>
[Route("rakor/{id:guid}/keputusan"), RequirePermission(Permission.ManageMeetings)]
public sealed class MeetingDecisionsController(PortalDbContext db, MeetingDecisionDesk desk, OfficeSettings office) : MeetingController(db, office)
{
    private const string Page = "Compose";

    [HttpGet("baru")]
    public Task<IActionResult> Compose(Guid id, CancellationToken ct) => ShowAsync(id, null, ct);

    [HttpPost("baru")]
    public Task<IActionResult> Decide(Guid id, [Bind(Prefix = nameof(MeetingDecisionPage.Form))] MeetingDecisionForm form, CancellationToken ct) => SaveAsync(id, null, form, ct);

    [HttpGet("{keputusan:guid}")]
    public Task<IActionResult> Edit(Guid id, Guid keputusan, CancellationToken ct) => ShowAsync(id, keputusan, ct);

    [HttpPost("{keputusan:guid}")]
    public Task<IActionResult> Change(Guid id, Guid keputusan, [Bind(Prefix = nameof(MeetingDecisionPage.Form))] MeetingDecisionForm form, CancellationToken ct) => SaveAsync(id, keputusan, form, ct);

    [HttpPost("{keputusan:guid}/hapus")]
    public async Task<IActionResult> Remove(Guid id, Guid keputusan, int version, CancellationToken ct)
    {
        if (await MeetingAsync(id, ct) is not { } meeting || await desk.PageAsync(meeting, keputusan, null, ct) is not { } page)
            return NotFound();
        if (await desk.RemoveAsync(page, version, ct) is { IsAccepted: false } refused)
            return await RefusedAsync(Db, refused, Page, page, meeting);
        SayDone("Keputusan dihapus dari rapat ini.");
        return LocalRedirect($"/rakor/{id}/notula");
    }

    private async Task<IActionResult> ShowAsync(Guid id, Guid? decision, CancellationToken ct) =>
        await MeetingAsync(id, ct) is { } meeting && await desk.PageAsync(meeting, decision, null, ct) is { } page ? View(Page, page) : NotFound();

    private async Task<IActionResult> SaveAsync(Guid id, Guid? decision, MeetingDecisionForm form, CancellationToken ct)
    {
        if (await MeetingAsync(id, ct) is not { } meeting || await desk.PageAsync(meeting, decision, form, ct) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(Page, page);
        if (await desk.SaveAsync(page, form, ct) is { IsAccepted: false } refused)
            return await AgainAsync(refused, page, form, ct);
        SayDone("Keputusan tersimpan.");
        return LocalRedirect($"/rakor/{id}/notula");
    }

    private async Task<IActionResult> AgainAsync(Outcome refused, MeetingDecisionPage page, MeetingDecisionForm form, CancellationToken ct)
    {
        Db.ChangeTracker.Clear();
        ModelState.Remove("Form.Version");
        var now = page.Decision is { } decision ? await desk.PageAsync(page.Meeting, decision.PublicId, null, ct) : page;
        return now is null ? NotFound() : await RefusedAsync(Db, refused, Page, now with { Form = form with { Version = now.Decision?.Version ?? 0 } }, page.Meeting);
    }
}
