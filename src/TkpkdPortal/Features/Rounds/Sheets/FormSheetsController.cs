using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rounds.Sheets;

/// <summary>Forms on paper for those who visit without a phone: an RT at a time.</summary>
[Route("verval/{id:guid}/formulir"), RequirePermission(Permission.PrintForms)]
public sealed class FormSheetsController(PortalDbContext db, SheetDesk desk, PublicAddress address) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct) => await RoundAsync(id, ct) is { } round ? View(await desk.ListAsync(round, ct)) : NotFound();

    /// <summary>Posted, since it gives codes to the sheets and notes every household as seen.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Print(Guid id, string? wilayah, CancellationToken ct) =>
        AreaCode.TryParse(wilayah, out var area) && await RoundAsync(id, ct) is { } round && await desk.PrintAsync(round, area, AddressOf, ct) is { } paper
            ? File(paper, "application/pdf", $"formulir-kunjungan-{area.Digits}.pdf") : NotFound();

    private Task<VerificationRound?> RoundAsync(Guid id, CancellationToken ct) =>
        db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.PublicId == id && r.State != RoundState.Preparation && r.State != RoundState.Finished, ct);

    private string AddressOf(string code) => address.Of(Url.Action("Index", "PaperVisits", new { kode = code })!, Request);
}
