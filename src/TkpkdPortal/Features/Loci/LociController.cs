using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Loci;

/// <summary>Which villages come first, by a score that can be read part by part, and who lives outside of them.</summary>
[Route("lokus")]
public sealed class LociController(PortalDbContext db, LocusDesk desk, NeedTallies tallies, ActingUser user, OfficeSettings office, OfficeClock clock) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewLoci)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await PageAsync(null, ct));

    /// <summary>The method is the whole office's: a village that leads under one would not under another.</summary>
    [HttpPost(""), RequirePermission(Permission.SetLocusMethod)]
    public async Task<IActionResult> Adopt([Bind(Prefix = nameof(LocusPage.Form))] LocusForm form, CancellationToken ct)
    {
        if (!user.CanAt(Permission.SetLocusMethod, office.Area.Stored))
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Index), await PageAsync(form, ct));
        if (await desk.AdoptAsync(form, ct) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Index), await PageAsync(form, ct));
        SayDone("Cara menentukan lokus ditetapkan untuk seluruh kantor.");
        return RedirectToAction(nameof(Index));
    }

    private async Task<LocusPage> PageAsync(LocusForm? form, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var area = user.HomeOf(Permission.ViewLoci);
        var figures = await LocusFigures.OfAsync(db, tallies, area, clock.Today.Year, ct);
        var adopter = await db.Users.Where(one => one.Id == figures.Method.AdoptedById).Select(one => one.FullName).SingleOrDefaultAsync(ct);
        return new LocusPage(area, figures, adopter, form ?? LocusForm.Of(figures.Method));
    }
}
