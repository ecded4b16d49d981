using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Privacy;

[Route("privasi")]
public sealed class PrivacyController(PortalDbContext db, Notices notices, ActingUser user, OfficeClock clock) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewOwnTasks)]
    public async Task<IActionResult> Index(int? versi, CancellationToken ct) => await NoticePage.ForAsync(db, versi, ct) is { } page ? View(page) : NotFound();

    [HttpGet("pemberitahuan/baru"), RequirePermission(Permission.PublishNotices)]
    public async Task<IActionResult> Publish(CancellationToken ct)
    {
        var current = await notices.CurrentAsync(ct);
        return View(new NoticeForm { Text = current.Text, BasedOn = current.Number });
    }

    [HttpPost("pemberitahuan/baru"), RequirePermission(Permission.PublishNotices)]
    public async Task<IActionResult> Publish(NoticeForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Incomplete(nameof(Publish), form);
        var current = await notices.CurrentAsync(ct);
        if (form.BasedOn != current.Number)
            return Overtaken(form, current.Number);
        var outcome = PrivacyNotice.Publish(current, form.Text!, clock.UtcNow, user.Id, out var notice);
        if (!outcome.IsAccepted)
            return await RefusedAsync(db, outcome, nameof(Publish), form);
        return await PublishAsync(notice!, form, ct);
    }

    private async Task<IActionResult> PublishAsync(PrivacyNotice notice, NoticeForm form, CancellationToken ct)
    {
        db.PrivacyNotices.Add(notice);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return Overtaken(form, notice.Number);
        }
        SayDone($"Pemberitahuan privasi versi {notice.Number} berlaku mulai sekarang; formulir kunjungan menampilkannya.");
        return RedirectToAction(nameof(Index));
    }

    // The number that the next try is based on is the one in force; what was typed stays.
    private ViewResult Overtaken(NoticeForm form, int inForce)
    {
        ModelState.Clear();
        ModelState.AddModelError("", $"Versi {inForce} baru saja diterbitkan orang lain. Bandingkan dengan teks Anda, lalu terbitkan lagi bila masih perlu.");
        form.BasedOn = inForce;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(nameof(Publish), form);
    }
}
