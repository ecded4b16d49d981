using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Visits.Paper;

/// <summary>Types what comes back on paper: a code opens the visit of its household, and after saving the next code is asked for.</summary>
[Route("kunjungan/kertas"), RequirePermission(Permission.RecordVisits)]
public sealed class PaperVisitsController(PortalDbContext db, PaperDesk desk) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? kode, CancellationToken ct) => View(await desk.PageAsync(null, kode, ct));

    [HttpPost("")]
    public async Task<IActionResult> Open([Bind(Prefix = nameof(PaperPage.Form))] PaperForm form, CancellationToken ct)
    {
        if (!SheetCode.TryRead(form.Code, out var code))
            ModelState.AddModelError($"{nameof(PaperPage.Form)}.{nameof(PaperForm.Code)}", $"Kode ini salah ketik. Kode berisi {SheetCode.Length} huruf dan angka, misalnya {PaperPage.Example}; cocokkan satu per satu dengan lembarnya.");
        if (code is null || !ModelState.IsValid)
            return Incomplete(nameof(Index), await desk.PageAsync(form, null, ct));
        if (await desk.FindAsync(code, ct) is not { } target)
            return await UnknownAsync(form, ct);
        if (await desk.OpenAsync(target, form, ModelState, ct) is { } visit)
            return RedirectToAction(nameof(VisitsController.Form), "Visits", new { id = visit });
        return ModelState.IsValid ? await RefusedAsync(db, desk.Refusal, nameof(Index), await desk.PageAsync(form, null, ct), target) : Incomplete(nameof(Index), await desk.PageAsync(form, null, ct));
    }

    // A sheet of another area is as unknown as one that was never printed.
    private async Task<IActionResult> UnknownAsync(PaperForm form, CancellationToken ct)
    {
        ModelState.AddModelError($"{nameof(PaperPage.Form)}.{nameof(PaperForm.Code)}", "Tidak ada lembar dengan kode ini di wilayah Anda.");
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View(nameof(Index), await desk.PageAsync(form, null, ct));
    }
}
