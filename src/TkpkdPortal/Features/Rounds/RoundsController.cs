using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Rounds;

[Route("verval")]
public sealed class RoundsController(PortalDbContext db, RoundDesk desk, ActingUser user, OfficeClock clock, AreaDirectory areas, OfficeSettings office) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewRounds)]
    public async Task<IActionResult> Index(int? halaman, CancellationToken ct) => View(await RoundList.ForAsync(db, halaman, ct));

    [HttpGet("{id:guid}"), RequirePermission(Permission.ViewRounds)]
    public async Task<IActionResult> Details(Guid id, string? wilayah, CancellationToken ct) =>
        await FindAsync(id, ct) is { } round && AreaAsked(wilayah) is { } area ? View(await ProgressAsync(round, area, ct)) : NotFound();

    [HttpGet("baru"), RequirePermission(Permission.ManageRounds)]
    public async Task<IActionResult> Open(CancellationToken ct) => View("Form", await WithChoicesAsync(new RoundForm { LegalBasisOn = clock.Today }, ct));

    [HttpPost("baru"), RequirePermission(Permission.ManageRounds)]
    public async Task<IActionResult> Open(RoundForm form, CancellationToken ct)
    {
        var release = await db.RankingReleases.Where(r => r.PublicId == form.Release).Select(r => (long?)r.Id).SingleOrDefaultAsync(ct);
        if (form.Release is not null && release is null)
            ModelState.AddModelError(nameof(form.Release), "Pilih daftar yang menjadi sasaran.");
        if (form.Read(release ?? 0, ModelState) is not { } terms)
            return Incomplete("Form", await WithChoicesAsync(form, ct));
        var (outcome, round) = await desk.OpenAsync(terms, ct);
        return round is null ? await RefusedAsync(db, outcome, "Form", await WithChoicesAsync(form, ct)) : Saved(round, $"Periode “{round.Name}” dibuka dalam persiapan.");
    }

    [HttpGet("{id:guid}/ubah"), RequirePermission(Permission.ManageRounds)]
    public async Task<IActionResult> Change(Guid id, CancellationToken ct) => await FindAsync(id, ct) is { } round ? View("Form", await FormOfAsync(round, ct)) : NotFound();

    [HttpPost("{id:guid}/ubah"), RequirePermission(Permission.ManageRounds)]
    public async Task<IActionResult> Change(Guid id, RoundForm form, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } round)
            return NotFound();
        form.IsNew = false;
        ModelState.Remove(nameof(form.Release));
        if (form.Read(round.ReleaseId, ModelState) is not { } terms)
            return Incomplete("Form", await WithChoicesAsync(form, ct));
        if (form.Version != round.Version)
            ModelState.AddModelError("", "Periode ini diubah orang lain setelah Anda membukanya. Buka lagi halaman ini, lalu ubah.");
        var outcome = ModelState.IsValid ? await desk.ChangeAsync(round, terms, ct) : default;
        return !ModelState.IsValid ? Incomplete("Form", await WithChoicesAsync(form, ct)) : outcome.IsAccepted ? Saved(round, $"Periode “{round.Name}” tersimpan.") : await RefusedAsync(db, outcome, "Form", await WithChoicesAsync(form, ct), round);
    }

    [HttpPost("{id:guid}/lanjut"), RequirePermission(Permission.ManageRounds)]
    public async Task<IActionResult> Advance(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } round)
            return NotFound();
        var outcome = await desk.AdvanceAsync(round, ct);
        return outcome.IsAccepted ? Saved(round, $"Periode “{round.Name}” masuk ke tahap {RoundStateWords.Values.Label(round.State).ToLowerInvariant()}.") : await RefusedAsync(id, outcome, ct);
    }

    [HttpPost("{id:guid}/sahkan"), RequirePermission(Permission.ManageRounds)]
    public async Task<IActionResult> SignOff(Guid id, string? catatan, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } round)
            return NotFound();
        var outcome = await desk.SignOffAsync(round, catatan, ct);
        return outcome.IsAccepted ? Saved(round, $"Periode “{round.Name}” disahkan dan ditutup.") : await RefusedAsync(id, outcome, ct);
    }

    private async Task<IActionResult> RefusedAsync(Guid id, Domain.Outcome outcome, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return await RefusedAsync(db, outcome, nameof(Details), await ProgressAsync((await FindAsync(id, ct))!, AreaAsked(null)!.Value, ct));
    }

    private Task<VerificationRound?> FindAsync(Guid id, CancellationToken ct) => db.Rounds.Include(r => r.Waves).SingleOrDefaultAsync(r => r.PublicId == id, ct);

    private async Task<RoundProgress> ProgressAsync(VerificationRound round, AreaCode area, CancellationToken ct) =>
        await RoundProgress.ForAsync(db, areas, round, area, clock.Today, ct) with { Tally = user.Can(Permission.ManageRounds) ? await RoundDesk.TallyAsync(db, round.Id, ct) : null };

    private AreaCode? AreaAsked(string? asked) => asked is null ? user.HomeOf(Permission.ViewRounds)
        : areas.TryFind(asked, out var area) && user.AreasOf(Permission.ViewRounds).Any(own => own.Contains(area.Value)) ? area : null;

    private async Task<RoundForm> FormOfAsync(VerificationRound round, CancellationToken ct) =>
        await WithChoicesAsync(RoundForm.Of(round, await db.ListReleases.Where(r => r.Id == round.ReleaseId).Select(r => r.PublicId).SingleAsync(ct)), ct);

    private async Task<RoundForm> WithChoicesAsync(RoundForm form, CancellationToken ct)
    {
        form.Releases = [.. (await db.RankingReleases.AsNoTracking().OrderByDescending(r => r.ReleasedOn).ThenByDescending(r => r.Id).ToListAsync(ct)).Select(r => new Choice(r.PublicId.ToString(), r.Title))];
        return form.WithDistricts(areas, office.Area);
    }

    private RedirectToActionResult Saved(VerificationRound round, string sentence)
    {
        SayDone(sentence);
        return RedirectToAction(nameof(Details), new { id = round.PublicId });
    }
}
