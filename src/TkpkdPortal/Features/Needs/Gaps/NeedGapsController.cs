using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
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
    public async Task<IActionResult> Index(NeedGapAsk ask, CancellationToken ct) =>
        AreaOf(ask) is { } area && ask.Year is null or (>= AidProgram.FirstYear and <= AidProgram.LastYear)
            ? View(await NeedGapPage.ForAsync(db, tallies, ask, area, clock.Today.Year, ct)) : NotFound();

    private AreaCode? AreaOf(NeedGapAsk ask) => string.IsNullOrWhiteSpace(ask.Area) ? user.HomeOf(Permission.ViewNeedGaps)
        : areas.TryFind(ask.Area, out var asked) && user.HomeOf(Permission.ViewNeedGaps).Contains(asked.Value) ? asked : null;
}
