using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rounds.Links;

/// <summary>The head of the village gives heads of RT and RW a link for a few days, sees when it was used and what came of it, and takes it back.</summary>
[Route("verval/{id:guid}/tautan"), RequirePermission(Permission.AssignTargets)]
public sealed class LinksController(PortalDbContext db, ActingUser user, AreaDirectory areas, Sealer sealer, OfficeClock clock, PublicAddress address) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct) => await FindAsync(id, ct) is { } round ? View(await PageAsync(round, new LinkForm(), ct)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Make(Guid id, [Bind(Prefix = nameof(LinksPage.Form))] LinkForm form, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } round || await PageAsync(round, form, ct) is not { } page || page.IsStrange(form.Neighbourhood))
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Index), page);
        var code = LinkCode.New();
        var outcome = NeighbourhoodLink.Make(round, page.AreaOf(form.Neighbourhood), form.Office, form.Holder, form.Days, LinkDoor.HashOf(sealer, code), user.Id, clock.UtcNow, out var link);
        if (link is null)
            return await RefusedAsync(db, outcome, nameof(Index), page, round);
        db.NeighbourhoodLinks.Add(link);
        await db.SaveChangesAsync(ct);
        return View("Made", new MadeLink(round, link, $"{address.Of(Url.Action(nameof(LinkDoorController.Open), "LinkDoor")!, Request)}#{code}"));
    }

    [HttpPost("{tautan:guid}/cabut")]
    public async Task<IActionResult> Revoke(Guid id, Guid tautan, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } round || await db.NeighbourhoodLinks.SingleOrDefaultAsync(l => l.PublicId == tautan && l.RoundId == round.Id, ct) is not { } link)
            return NotFound();
        // Whoever uses it at this moment does not stand in the way: its use is noted past the row.
        if (link.Revoke(user.Id, clock.UtcNow) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Index), await PageAsync(round, new LinkForm(), ct), round);
        await db.SaveChangesAsync(ct);
        SayDone($"Tautan untuk {link.Holder} dicabut dan tidak bisa dibuka lagi.");
        return RedirectToAction(nameof(Index), new { id });
    }

    private Task<LinksPage> PageAsync(VerificationRound round, LinkForm form, CancellationToken ct) => LinksPage.ForAsync(db, areas, round, form, clock.UtcNow, ct);

    private Task<VerificationRound?> FindAsync(Guid id, CancellationToken ct) => db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.PublicId == id, ct);
}

/// <summary>A link that was just made, with the address that is shown this once.</summary>
public sealed record MadeLink(VerificationRound Round, NeighbourhoodLink Link, string Address);
