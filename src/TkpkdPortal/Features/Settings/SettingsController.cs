using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Settings;

/// <summary>How the office calls itself, when its days begin, whom families turn to.</summary>
[Route("pengaturan"), RequirePermission(Permission.ManageSettings)]
public sealed class SettingsController(PortalDbContext db, OfficeSettings office) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View(await WithBasesAsync(OfficeForm.Of(office.Terms, await db.Offices.Select(o => o.Version).SingleAsync(ct)), ct));

    [HttpPost("")]
    public async Task<IActionResult> Index(OfficeForm form, CancellationToken ct)
    {
        await WithBasesAsync(form, ct);
        if (!ModelState.IsValid)
            return Incomplete(nameof(Index), form);
        var row = await db.Offices.SingleAsync(ct);
        if (row.Version != form.Version)
            return Overtaken(form, row.Version);
        if (row.Change(form.Read()) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Index), form);
        return await SaveAsync(row, form, ct);
    }

    private async Task<IActionResult> SaveAsync(Office row, OfficeForm form, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Overtaken(form, await db.Offices.AsNoTracking().Select(o => o.Version).SingleAsync(ct));
        }
        office.Take(row.Terms);
        SayDone("Pengaturan kantor tersimpan; halaman dan dokumen memakainya mulai sekarang.");
        return RedirectToAction(nameof(Index));
    }

    private async Task<OfficeForm> WithBasesAsync(OfficeForm form, CancellationToken ct)
    {
        form.Bases = await db.LegalBases.AsNoTracking().OrderBy(b => b.Number).Select(b => new BasisLine(b.Number, b.Text, b.ValidFrom, b.ValidUntil)).ToListAsync(ct);
        return form;
    }

    // What was typed stays; saving once more is then meant.
    private ViewResult Overtaken(OfficeForm form, int version)
    {
        ModelState.Clear();
        ModelState.AddModelError("", "Pengaturan ini baru saja diubah orang lain. Yang Anda tulis masih ada; simpan sekali lagi bila memang itu yang dimaksud.");
        form.Version = version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(nameof(Index), form);
    }
}
