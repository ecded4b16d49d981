using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Quality.Villages;

/// <summary>How good the data of a desa or kelurahan are, and what is to be done about them, RT by RT.</summary>
[Route("kualitas-data/kelurahan"), RequirePermission(Permission.ViewDataQuality)]
public sealed class VillageQualityController(PortalDbContext db, ActingUser user, AreaDirectory areas) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(VillagesAsk ask, [FromServices] CountCache counts, [FromServices] OfficeClock clock, CancellationToken ct) =>
        await VillagesPage.ForAsync(db, user, counts, areas, ask, clock.Today, ct) is { } page ? View(page) : NotFound();

    [HttpGet("{kode}")]
    public async Task<IActionResult> Details(string kode, [FromServices] CountCache counts, [FromServices] OfficeClock clock, CancellationToken ct) =>
        VillagePage.VillageOf(user, areas, kode) is { } village ? View(await VillagePage.ForAsync(db, counts, village, clock.Today, ct)) : NotFound();

    /// <summary>The paper for the RT; posted, since it notes every household on it as seen.</summary>
    [HttpPost("{kode}/lembar")]
    public async Task<IActionResult> Print(string kode, string? rt, [FromServices] VillageSheetDesk desk, CancellationToken ct) =>
        VillagePage.VillageOf(user, areas, kode) is { } village && await desk.PrintAsync(village, rt, ct) is { } paper
            ? File(paper, "application/pdf", $"lembar-data-{(AreaCode.TryParse(rt, out var part) ? part : village).Digits}.pdf") : NotFound();
}
