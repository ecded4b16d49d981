using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rakor.Snapshots;

/// <summary>Published packs, fetched as their bytes and compared with what is known now.</summary>
[Route("rakor/{id:guid}")]
public sealed class SnapshotsController(PortalDbContext db, SnapshotDesk desk, Accesses accesses, OfficeSettings office) : MeetingController(db, office)
{
    [HttpGet("potret/{nomor:int}"), RequirePermission(Permission.ViewMeetings)]
    public async Task<IActionResult> Details(Guid id, int nomor, int? halaman, CancellationToken ct)
    {
        if (await MeetingAsync(id, ct) is not { } meeting || await desk.PageAsync(meeting, nomor, halaman, ct) is not { } page)
            return NotFound();
        accesses.Note(page.Corrected.Families.Select(family => family.Id), AccessChannel.CorrectedSince);
        return View(page);
    }

    [HttpGet("potret/{nomor:int}/bahan.pdf"), RequirePermission(Permission.ViewMeetings)]
    public async Task<IActionResult> Pack(Guid id, int nomor, CancellationToken ct)
    {
        if (await MeetingAsync(id, ct) is not { } meeting || await SnapshotDesk.PackAsync(Db, meeting.Id, nomor, ct) is not { } bytes)
            return NotFound();
        await Db.Changes.RecordAsync(Db, "Paper.Fetched", meeting, ct: ct);
        return File(bytes, "application/pdf", FormattableString.Invariant($"bahan-rakor-{meeting.On:yyyy-MM-dd}-{nomor:00}.pdf"));
    }

    /// <summary>The version that may be handed to anybody; it is fetched by those who see meetings, and they give it out.</summary>
    [HttpGet("potret/{nomor:int}/bahan-publik.pdf"), RequirePermission(Permission.ViewMeetings)]
    public async Task<IActionResult> PublicPack(Guid id, int nomor, CancellationToken ct)
    {
        if (await MeetingAsync(id, ct) is not { } meeting || await SnapshotDesk.PublicPackAsync(Db, meeting.Id, nomor, ct) is not { } bytes)
            return NotFound();
        return File(bytes, "application/pdf", FormattableString.Invariant($"bahan-rakor-publik-{meeting.On:yyyy-MM-dd}-{nomor:00}.pdf"));
    }
}
