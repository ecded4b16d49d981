using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Dashboard;

/// <summary>Figures of BPS: entered from their publication by one, confirmed by another, and only then shown.</summary>
[Route("dasbor/bps")]
public sealed class MacroFiguresController(PortalDbContext db, ActingUser user, OfficeSettings office, OfficeClock clock) : PortalController
{
    private const string ListView = "MacroFigures", FormView = "EnterMacroFigure";

    [HttpGet(""), RequirePermission(Permission.ViewDashboard)]
    public async Task<IActionResult> List(ListAsk ask, CancellationToken ct) => View(ListView, await MacroFigureList.ForAsync(db, user, ask, ct));

    [HttpGet("baru"), RequirePermission(Permission.EnterMacroFigures)]
    public IActionResult Enter() => View(FormView, new MacroFigureForm { Year = clock.Today.Year });

    [HttpPost("baru"), RequirePermission(Permission.EnterMacroFigures)]
    public async Task<IActionResult> Enter(MacroFigureForm form, CancellationToken ct)
    {
        if (form.Read(ModelState) is not { } terms)
            return Incomplete(FormView, form);
        if (await db.MacroFigures.AnyAsync(f => f.State == MacroFigureState.Waiting && f.Indicator == terms.Indicator && f.Scope == terms.Scope && f.Year == terms.Year && f.Month == terms.Month, ct))
            return await RefusedAsync(db, Outcome.Refuse("Angka untuk bulan ini sudah menunggu konfirmasi. Minta orang lain mengonfirmasi atau menolaknya dahulu."), FormView, form);
        if (MacroFigure.Enter(terms, office.Area.Level, clock.Today, clock.UtcNow, user.Id, out var figure) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, FormView, form);
        // Entered means that it is neither null nor refused.
        db.MacroFigures.Add(figure!);
        await db.SaveChangesAsync(ct);
        SayDone($"{MacroWords.Indicators.Label(terms.Indicator)} {MacroWords.Period(terms.Year, terms.Month)} tersimpan dan menunggu konfirmasi orang lain.");
        return RedirectToAction(nameof(List));
    }

    [HttpPost("{id:guid}/putusan"), RequirePermission(Permission.ConfirmMacroFigures)]
    public async Task<IActionResult> Decide(Guid id, MacroDecisionForm form, CancellationToken ct)
    {
        if (await db.MacroFigures.SingleOrDefaultAsync(f => f.PublicId == id, ct) is not { } figure)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(ListView, await ListedAsync(id, form, ct));
        if (form.Version != figure.Version)
            return await OvertakenAsync(id, form, ct);
        if (form.Apply(figure, user.Id, clock.UtcNow) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, ListView, await ListedAsync(id, form, ct), figure);
        return await SaveAsync(figure, form, ct);
    }

    private async Task<IActionResult> SaveAsync(MacroFigure figure, MacroDecisionForm form, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await OvertakenAsync(figure.PublicId, form, ct);
        }
        SayDone($"{MacroWords.Indicators.Label(figure.Indicator)} {MacroWords.Period(figure.Year, figure.Month)}: {MacroWords.States.Label(figure.State).ToLowerInvariant()}.");
        return RedirectToAction(nameof(List));
    }

    private async Task<IActionResult> OvertakenAsync(Guid id, MacroDecisionForm form, CancellationToken ct)
    {
        ModelState.Clear();
        ModelState.AddModelError("", "Angka ini baru saja diputuskan orang lain. Daftar di bawah memuat keadaan terbaru.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(ListView, await ListedAsync(id, form, ct));
    }

    private async Task<MacroFigureList> ListedAsync(Guid id, MacroDecisionForm form, CancellationToken ct) =>
        await MacroFigureList.ForAsync(db, user, new ListAsk(), ct) with { DecidedId = id, Decision = form };
}
