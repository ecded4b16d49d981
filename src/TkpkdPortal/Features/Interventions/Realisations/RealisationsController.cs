using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Interventions.Realisations;

/// <summary>Delivery of many pieces of planned aid at once, by one paper.</summary>
[Route("program/{id:guid}/realisasi"), RequirePermission(Permission.RecordInterventions)]
public sealed class RealisationsController(PortalDbContext db, InterventionDesk aid, RealisationDesk desk, OfficeClock clock) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Choose(Guid id, CancellationToken ct) =>
        await FindAsync(id, ct) is { } program ? View(await RealisationPage.ForAsync(db, program, new RealisationForm { On = clock.Today }, ct)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Realise(Guid id, [Bind(Prefix = nameof(RealisationPage.Form))] RealisationForm form, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } program)
            return NotFound();
        if (form.Keys.Count == 0 && !form.IsAll)
            ModelState.AddModelError("", "Centang bantuan yang sudah tersalur, atau pilih semua");
        if (form.On > clock.Today)
            ModelState.AddModelError("Form.On", "Bantuan yang sudah tersalur tidak bisa bertanggal di depan");
        if (!ModelState.IsValid)
            return Incomplete(nameof(Choose), await RealisationPage.ForAsync(db, program, form, ct));
        return View("Report", await desk.RealiseAsync(program, form, ct));
    }

    private Task<AidProgram?> FindAsync(Guid id, CancellationToken ct) => aid.OwnPrograms().SingleOrDefaultAsync(program => program.PublicId == id, ct);
}
