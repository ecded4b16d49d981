using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Loci;

/// <summary>Which villages come first, by a score that can be read part by part, and who lives outside of them.</summary>
[Route("lokus")]
public sealed class LociController(PortalDbContext db, NeedTallies tallies, ActingUser user, OfficeSettings office, OfficeClock clock) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewLoci)]
    public async Task<IActionResult> Index(CancellationToken ct) => await PageAsync(new LocusForm(), ct) is { } page ? View(page) : NotFound();

    /// <summary>The method is the whole office's: a village that leads under one would not under another.</summary>
    [HttpPost(""), RequirePermission(Permission.SetLocusMethod)]
    public async Task<IActionResult> Adopt([Bind(Prefix = nameof(LocusPage.Form))] LocusForm form, CancellationToken ct)
    {
        if (await PageAsync(form, ct) is not { } page || !user.CanAt(Permission.SetLocusMethod, office.Area.Stored))
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Index), page);
        var outcome = form.Number != page.Figures.Method.Number ? Outcome.Refuse("Cara lain baru saja ditetapkan. Lihat yang sekarang berlaku, lalu ubah lagi.")
            : page.Figures.Method.Follow(form.Weights, form.Source, form.Reason, user.Id, clock.UtcNow, out var next) is { IsAccepted: false } refused ? refused : await SaveAsync(next!, ct);
        if (!outcome.IsAccepted)
            return await RefusedAsync(db, outcome, nameof(Index), page);
        SayDone("Cara menentukan lokus ditetapkan untuk seluruh kantor.");
        return RedirectToAction(nameof(Index));
    }

    private async Task<Outcome> SaveAsync(Domain.Statistics.LocusMethod next, CancellationToken ct)
    {
        db.LocusMethods.Add(next);
        db.Changes.Note("Locus.MethodAdopted", detail: AuditDetail.Of(("number", next.Number), ("source", next.Source), ("reason", next.Reason)));
        try
        {
            await db.SaveChangesAsync(ct);
            return Outcome.Accepted;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
            return Outcome.Refuse("Cara lain baru saja ditetapkan. Lihat yang sekarang berlaku, lalu ubah lagi.");
        }
    }

    private async Task<LocusPage?> PageAsync(LocusForm form, CancellationToken ct)
    {
        IReadOnlyList<AreaCode> own = [.. user.AreasOf(Permission.ViewLoci)];
        if (own.Count == 0)
            return null;
        var figures = await LocusFigures.OfAsync(db, tallies, own[0], clock.Today.Year, ct);
        var adopter = await db.Users.Where(one => one.Id == figures.Method.AdoptedById).Select(one => one.FullName).SingleOrDefaultAsync(ct);
        return new LocusPage(own[0], figures, adopter, form.Source is null && form.Reason is null ? LocusForm.Of(figures.Method) : form);
    }
}
