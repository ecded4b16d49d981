using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Quality;

/// <summary>Where the lists come from and in what they differ about the same families.</summary>
[Route("kualitas-data"), RequirePermission(Permission.ViewDataQuality)]
public sealed class QualityController(PortalDbContext db, ActingUser user, CountCache counts) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await QualityPage.ForAsync(db, user, counts, ct));

    /// <summary>Two releases beside each other: how many families differ in what, and in which village.</summary>
    [HttpGet("banding")]
    public async Task<IActionResult> Compare(ComparisonAsk ask, CancellationToken ct) => View(await ComparisonPage.ForAsync(db, user, counts, ask, ct));

    /// <summary>The families behind one number of a comparison, in the own area.</summary>
    [HttpGet("banding/keluarga")]
    public async Task<IActionResult> Families(ComparisonAsk ask, [FromServices] AreaDirectory areas, [FromServices] OfficeClock clock, CancellationToken ct) =>
        await ComparedFamiliesPage.ForAsync(db, user, counts, areas, ask, clock.Today.Year, ct) is { } page ? View(page) : NotFound();

    /// <summary>Which village of the office has a code of BPS, and what to do for one that has none.</summary>
    [HttpGet("kode-bps")]
    public IActionResult BpsMap([FromServices] AreaDirectory areas, [FromServices] BpsCodes codes) =>
        View(BpsCodesPage.For(areas, codes, user.HomeOf(Permission.ViewDataQuality)));
}
