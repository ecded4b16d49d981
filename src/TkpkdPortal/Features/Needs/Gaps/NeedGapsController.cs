using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Needs.Gaps;

/// <summary>Who needs what, and what is done about it: counts for everybody who steers, and for an OPD its own duty alone.</summary>
[Route("kebutuhan")]
public sealed class NeedGapsController(PortalDbContext db, AreaDirectory areas, NeedTallies tallies, ActingUser user, OfficeClock clock) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewNeedGaps)]
    public async Task<IActionResult> Index(NeedGapAsk ask, CancellationToken ct)
    {
        IReadOnlyList<AreaCode> own = [.. user.AreasOf(Permission.ViewNeedGaps)];
        if (own.Count == 0 || AreaOf(ask, own) is not { } area || ask.Year is < Domain.Assistance.AidProgram.FirstYear or > Domain.Assistance.AidProgram.LastYear)
            return NotFound();
        return View(await NeedGapPage.ForAsync(db, tallies, ask, area, own, clock.Today.Year, ct));
    }

    private AreaCode? AreaOf(NeedGapAsk ask, IReadOnlyList<AreaCode> own) => string.IsNullOrWhiteSpace(ask.Area) ? own[0]
        : areas.TryFind(ask.Area, out var asked) && own.Any(area => area.Contains(asked.Value)) ? asked : null;
}
