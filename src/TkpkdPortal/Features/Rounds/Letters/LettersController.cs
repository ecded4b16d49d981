using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rounds.Letters;

/// <summary>Surat tugas: issued for one enumerator in one village of a round, and fetched as it was issued.</summary>
[RequirePermission(Permission.IssueLetters)]
public sealed class LettersController(PortalDbContext db, LetterDesk desk, ActingUser user, AreaDirectory areas) : PortalController
{
    [HttpGet("verval/{id:guid}/surat-tugas")]
    public async Task<IActionResult> Index(Guid id, string? wilayah, CancellationToken ct) =>
        await RoundAsync(id, ct) is { } round && AreaAsked(wilayah) is { } area ? View(await LetterList.ForAsync(db, round, area, ct)) : NotFound();

    [HttpGet("verval/{id:guid}/surat-tugas/{village}/{petugas:guid}")]
    public async Task<IActionResult> Issue(Guid id, string village, Guid petugas, CancellationToken ct) => await PageAsync(id, village, petugas, null, ct) is { } page ? View("Form", page) : NotFound();

    [HttpPost("verval/{id:guid}/surat-tugas/{village}/{petugas:guid}")]
    public async Task<IActionResult> Issue(Guid id, string village, Guid petugas, [Bind(Prefix = nameof(LetterPage.Form))] LetterForm form, CancellationToken ct)
    {
        if (await PageAsync(id, village, petugas, form, ct) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete("Form", page);
        var (outcome, letter) = await desk.IssueAsync(page, form.Terms(), ct);
        if (letter is null)
            return await RefusedAsync(db, outcome, "Form", page, page.Round);
        SayDone($"Surat tugas {letter.Number} untuk {page.EnumeratorName} diterbitkan. Unduh, cetak, lalu tanda tangani.");
        return RedirectToAction(nameof(Index), new { id, wilayah = page.Village.Official });
    }

    [HttpGet("surat-tugas/{id:guid}/surat.pdf")]
    public async Task<IActionResult> Paper(Guid id, CancellationToken ct) =>
        await db.AssignmentLetters.Where(letter => letter.PublicId == id).Select(letter => db.AssignmentLetterPapers.Where(p => p.LetterId == letter.Id).Select(p => p.Content).Single()).SingleOrDefaultAsync(ct) is { } paper
            ? File(paper, "application/pdf", $"surat-tugas-{id.ToString()[..8]}.pdf") : NotFound();

    private async Task<LetterPage?> PageAsync(Guid id, string village, Guid enumerator, LetterForm? form, CancellationToken ct)
    {
        if (AreaAsked(village) is not { Level: AreaLevel.Village } area || await RoundAsync(id, ct) is not { } round)
            return null;
        var targets = db.RoundTargets.In(area).Where(target => target.RoundId == round.Id && target.State != VerificationState.Cancelled);
        var sent = await db.Users.Where(u => u.PublicId == enumerator).Select(u => new { u.Id, u.FullName, Targets = targets.Count(target => target.EnumeratorId == u.Id) }).SingleOrDefaultAsync(ct);
        // Somebody without a target here is nobody of this round.
        return sent is not { Targets: > 0 } ? null : new LetterPage(round, area, sent.Id, sent.FullName, sent.Targets, form ?? desk.NewForm(area)) { EnumeratorPublicId = enumerator };
    }

    private Task<VerificationRound?> RoundAsync(Guid id, CancellationToken ct) => db.Rounds.AsNoTracking().Include(r => r.Waves).SingleOrDefaultAsync(r => r.PublicId == id, ct);

    private AreaCode? AreaAsked(string? asked) => asked is null ? user.HomeOf(Permission.IssueLetters)
        : areas.TryFind(asked, out var area) && user.AreasOf(Permission.IssueLetters).Any(own => own.Contains(area.Value)) ? area : null;
}
