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
public sealed class ProgramsController(PortalDbContext db, ActingUser user, OfficeClock clock, ProgramDesk desk) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewPrograms)]
    public async Task<IActionResult> Index(ProgramFilter filter, CancellationToken ct) =>
        View(await ProgramList.ForAsync(db, filter, user.OpdOf(Permission.ManagePrograms), clock.Today.Year, ct));

    [HttpGet("{id:guid}"), RequirePermission(Permission.ViewPrograms)]
    public async Task<IActionResult> Details(Guid id, InterventionState? keadaan, int? halaman, CancellationToken ct) =>
        await ProgramDetails.ForAsync(db, id, keadaan, halaman, ct) is { } details ? View(details) : NotFound();

    [HttpGet("baru"), RequirePermission(Permission.ManagePrograms)]
    public async Task<IActionResult> Open(CancellationToken ct) => View("Form", new ProgramForm { Year = clock.Today.Year, OpdName = await OwnOpdAsync(ct) });

    [HttpPost("baru"), RequirePermission(Permission.ManagePrograms)]
    public async Task<IActionResult> Open(ProgramForm form, CancellationToken ct)
    {
        form.OpdName = await OwnOpdAsync(ct);
        if (user.OpdOf(Permission.ManagePrograms) is not { } opd)
            ModelState.AddModelError("", "Akun Anda belum dikaitkan dengan OPD. Minta admin mengaitkannya.");
        else if (form.Read(ModelState) is { } terms)
        {
            var (outcome, program) = await desk.OpenAsync(opd, terms, ct);
            return program is null ? await RefusedAsync(db, outcome, "Form", form) : Saved(program, "tersimpan");
        }
        return Incomplete("Form", form);
    }

    [HttpGet("{id:guid}/ubah"), RequirePermission(Permission.ManagePrograms)]
    public async Task<IActionResult> Change(Guid id, CancellationToken ct)
    {
        if (await OwnAsync(id, ct) is not { } program)
            return NotFound();
        var form = ProgramForm.Of(program);
        form.OpdName = await OwnOpdAsync(ct);
        return View("Form", form);
    }

    [HttpPost("{id:guid}/ubah"), RequirePermission(Permission.ManagePrograms)]
    public async Task<IActionResult> Change(Guid id, ProgramForm form, CancellationToken ct)
    {
        if (await OwnAsync(id, ct) is not { } program)
            return NotFound();
        (form.Id, form.OpdName) = (id, await OwnOpdAsync(ct));
        if (form.Read(ModelState) is not { } terms)
            return Incomplete("Form", form);
        var (outcome, saved) = await desk.ChangeAsync(program, terms, form.Version, ct);
        if (saved is not null)
            return Stale(form, saved);
        return outcome.IsAccepted ? Saved(program, "diubah") : await RefusedAsync(db, outcome, "Form", form, program);
    }

    [HttpPost("{id:guid}/tutup"), RequirePermission(Permission.ManagePrograms)]
    public async Task<IActionResult> Close(Guid id, CancellationToken ct)
    {
        if (await OwnAsync(id, ct) is not { } program)
            return NotFound();
        var outcome = await desk.CloseAsync(program, ct);
        if (outcome.IsAccepted)
            return Saved(program, "ditutup");
        // The program was found above; nobody removes one.
        return await RefusedAsync(db, outcome, nameof(Details), (await ProgramDetails.ForAsync(db, id, null, null, ct))!, program);
    }

    private Task<AidProgram?> OwnAsync(Guid id, CancellationToken ct)
    {
        var opd = user.OpdOf(Permission.ManagePrograms);
        return db.AidPrograms.SingleOrDefaultAsync(p => p.PublicId == id && p.OpdId == opd, ct);
    }

    private RedirectToActionResult Saved(AidProgram program, string what)
    {
        SayDone($"Program {program.Name} {program.Year} {what}.");
        return RedirectToAction(nameof(Details), new { id = program.PublicId });
    }

    // Both versions are shown; saving once more is then meant.
    private ViewResult Stale(ProgramForm mine, ProgramForm saved)
    {
        ModelState.Clear();
        (mine.Saved, mine.Version) = (saved, saved.Version);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Form", mine);
    }

    private async Task<string> OwnOpdAsync(CancellationToken ct)
    {
        var opd = user.OpdOf(Permission.ManagePrograms);
        return await db.Opds.Where(o => o.Id == opd).Select(o => o.Name).SingleOrDefaultAsync(ct) ?? "";
    }
}
