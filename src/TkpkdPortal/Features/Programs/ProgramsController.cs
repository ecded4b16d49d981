using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Programs;

[Route("program")]
public sealed class ProgramsController(PortalDbContext db, ActingUser user, OfficeClock clock) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewPrograms)]
    public async Task<IActionResult> Index(int? tahun, CancellationToken ct) => View(await ProgramList.ForAsync(db, tahun ?? clock.Today.Year, ct));

    [HttpGet("{id:guid}"), RequirePermission(Permission.ViewPrograms)]
    public async Task<IActionResult> Details(Guid id, int? halaman, CancellationToken ct) =>
        await ProgramDetails.ForAsync(db, id, halaman, ct) is { } details ? View(details) : NotFound();

    [HttpGet("baru"), RequirePermission(Permission.ManagePrograms)]
    public async Task<IActionResult> Open(CancellationToken ct) => View(new ProgramForm { Year = clock.Today.Year, OpdName = await OwnOpdAsync(ct) });

    [HttpPost("baru"), RequirePermission(Permission.ManagePrograms)]
    public async Task<IActionResult> Open(ProgramForm form, CancellationToken ct)
    {
        form.OpdName = await OwnOpdAsync(ct);
        if (user.OpdOf(Permission.ManagePrograms) is not { } opd)
            ModelState.AddModelError("", "Akun Anda belum dikaitkan dengan OPD. Minta admin mengaitkannya.");
        else if (ModelState.IsValid)
            return await AddAsync(form, opd, ct);
        return Incomplete(nameof(Open), form);
    }

    private async Task<RedirectToActionResult> AddAsync(ProgramForm form, long opd, CancellationToken ct)
    {
        var program = new AidProgram(form.Name!, opd, form.Strategy!.Value, form.FundSource!.Value, form.Year!.Value);
        db.AidPrograms.Add(program);
        await db.SaveChangesAsync(ct);
        SayDone($"Program {program.Name} {program.Year} tersimpan.");
        return RedirectToAction(nameof(Details), new { id = program.PublicId });
    }

    private async Task<string> OwnOpdAsync(CancellationToken ct)
    {
        var opd = user.OpdOf(Permission.ManagePrograms);
        return await db.Opds.Where(o => o.Id == opd).Select(o => o.Name).SingleOrDefaultAsync(ct) ?? "";
    }
}
