using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Deliberations;

/// <summary>Musyawarah: the village records its meeting, the list is frozen, and the minutes are fetched as they were made.</summary>
public sealed class DeliberationsController(PortalDbContext db, DeliberationDesk desk, ActingUser user, AreaDirectory areas, OfficeClock clock, PublicAddress address, Accesses accesses) : PortalController
{
    [HttpGet("verval/{id:guid}/musyawarah"), RequirePermission(Permission.ViewRounds)]
    public async Task<IActionResult> Index(Guid id, int? halaman, CancellationToken ct) =>
        await RoundAsync(id, ct) is { } round ? View(await DeliberationList.ForAsync(db, round, halaman, ct)) : NotFound();

    [HttpGet("verval/{id:guid}/musyawarah/{village}"), RequirePermission(Permission.ReviewVisits)]
    public async Task<IActionResult> Freeze(Guid id, string village, CancellationToken ct) =>
        await PageAsync(id, village, new DeliberationForm { HeldOn = clock.Today }, ct) is { } page ? View("Form", page) : NotFound();

    [HttpPost("verval/{id:guid}/musyawarah/{village}"), RequirePermission(Permission.ReviewVisits)]
    public async Task<IActionResult> Freeze(Guid id, string village, [Bind(Prefix = nameof(DeliberationPage.Form))] DeliberationForm form, CancellationToken ct)
    {
        if (await PageAsync(id, village, form, ct) is not { } page)
            return NotFound();
        if (form.Read(ModelState) is not { } terms)
            return Incomplete("Form", page);
        var (outcome, deliberation) = await desk.FreezeAsync(page.Round, page.List.Village, terms, CheckAddress, ct);
        if (deliberation is null)
            return await RefusedAsync(db, outcome, "Form", page, page.Round);
        SayDone($"Daftar {areas.TitleOf(page.List.Village)} dibekukan: {deliberation.Rows.Count} keluarga. Cetak berita acaranya untuk ditandatangani.");
        return RedirectToAction(nameof(Details), new { id = deliberation.PublicId });
    }

    [HttpGet("musyawarah/{id:guid}"), RequirePermission(Permission.ViewRounds)]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct) => await DeliberationDetails.ForAsync(db, id, ct) is { } details ? View(details) : NotFound();

    /// <summary>The stored paper; it names every household on its list, and each is noted as seen.</summary>
    [HttpGet("musyawarah/{id:guid}/berita-acara.pdf"), RequirePermission(Permission.ViewRounds)]
    public async Task<IActionResult> Minutes(Guid id, CancellationToken ct)
    {
        var found = await db.Deliberations.AsNoTracking().Where(d => d.PublicId == id).Select(d => new { d.Id, d.Code, Paper = db.DeliberationPapers.Where(p => p.DeliberationId == d.Id).Select(p => p.Content).Single() }).SingleOrDefaultAsync(ct);
        if (found is null)
            return NotFound();
        accesses.Note(await db.Households.Where(h => db.Set<DeliberationRow>().Any(row => row.DeliberationId == found.Id && row.HouseholdId == h.Id)).Select(h => h.PublicId).ToListAsync(ct), AccessChannel.Minutes);
        return File(found.Paper, "application/pdf", $"berita-acara-{found.Code}.pdf");
    }

    private async Task<DeliberationPage?> PageAsync(Guid id, string village, DeliberationForm form, CancellationToken ct) =>
        AreaCode.TryParse(village, out var code) && code.Level is AreaLevel.Village && areas.Knows(code) && user.CanAt(Permission.ReviewVisits, code.Stored) && await RoundAsync(id, ct) is { } round
            ? new DeliberationPage(round, await DeliberationDesk.ListAsync(db, round, code, ct), form)
            : null;

    private Task<VerificationRound?> RoundAsync(Guid id, CancellationToken ct) => db.Rounds.Include(r => r.Waves).SingleOrDefaultAsync(r => r.PublicId == id, ct);

    private string CheckAddress(string code) => address.Of(Url.Action(nameof(MinutesCheckController.Check), "MinutesCheck", new { code })!, Request);
}
