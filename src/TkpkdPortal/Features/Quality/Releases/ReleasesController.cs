using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Quality.Releases;

/// <summary>The lists that the office has, and of each release where it comes from.</summary>
[Route("kualitas-data/rilis")]
public sealed class ReleasesController(PortalDbContext db, CountCache counts, OfficeClock clock) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewDataQuality)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await SourcesPage.ForAsync(db, counts, ct));

    [HttpGet("{id:guid}"), RequirePermission(Permission.ViewDataQuality)]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct) => await ReleasePage.ForAsync(db, counts, id, ct) is { } page ? View(page) : NotFound();

    [HttpGet("{id:guid}/ubah"), RequirePermission(Permission.ImportLists)]
    public async Task<IActionResult> Change(Guid id, CancellationToken ct) => await FindAsync(id, ct) is { } release ? View(ReleaseForm.Of(release)) : NotFound();

    [HttpPost("{id:guid}/ubah"), RequirePermission(Permission.ImportLists)]
    public async Task<IActionResult> Change(Guid id, ReleaseForm form, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } release)
            return NotFound();
        form.Title = release.Title;
        if (!ModelState.IsValid)
            return Incomplete(nameof(Change), form);
        if (release.Version != form.Version)
            return Overtaken(form, release);
        if (release.State(form.Read(), clock.Today) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Change), form, release);
        return await SaveAsync(release, form, ct);
    }

    private Task<ListRelease?> FindAsync(Guid id, CancellationToken ct) => db.ListReleases.SingleOrDefaultAsync(release => release.PublicId == id, ct);

    private async Task<IActionResult> SaveAsync(ListRelease release, ReleaseForm form, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Overtaken(form, await db.ListReleases.AsNoTracking().SingleAsync(r => r.Id == release.Id, ct));
        }
        SayDone($"Asal {release.Title} tersimpan.");
        return RedirectToAction(nameof(Details), new { id = release.PublicId });
    }

    // What was typed stays; saving once more is then meant.
    private ViewResult Overtaken(ReleaseForm form, ListRelease saved)
    {
        ModelState.Clear();
        ModelState.AddModelError("", $"Asal rilis ini baru saja diubah orang lain. Yang tersimpan: {ReleaseForm.Of(saved).Spelled}. Isian Anda masih ada; simpan sekali lagi bila memang itu yang dimaksud.");
        form.Version = saved.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(nameof(Change), form);
    }
}
