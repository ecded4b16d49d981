using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rounds.Steps;

/// <summary>The steps above the village's approval, each for many households at once.</summary>
[Route("verval/{id:guid}")]
public sealed class RoundStepsController(PortalDbContext db, StepDesk desk) : PortalController
{
    [HttpGet("kecamatan"), RequirePermission(Permission.VerifyDistrict)]
    public Task<IActionResult> District(Guid id, int? halaman, CancellationToken ct) => ShowAsync(id, RoundStep.District, halaman, ct);

    [HttpPost("kecamatan"), RequirePermission(Permission.VerifyDistrict)]
    public Task<IActionResult> District(Guid id, StepForm form, CancellationToken ct) => TakeAsync(id, RoundStep.District, form, ct);

    [HttpGet("validasi"), RequirePermission(Permission.ValidateTargets)]
    public Task<IActionResult> Validation(Guid id, int? halaman, CancellationToken ct) => ShowAsync(id, RoundStep.Validation, halaman, ct);

    [HttpPost("validasi"), RequirePermission(Permission.ValidateTargets)]
    public Task<IActionResult> Validation(Guid id, StepForm form, CancellationToken ct) => TakeAsync(id, RoundStep.Validation, form, ct);

    [HttpGet("kembali"), RequirePermission(Permission.AssignTargets)]
    public Task<IActionResult> Village(Guid id, int? halaman, CancellationToken ct) => ShowAsync(id, RoundStep.Village, halaman, ct);

    [HttpPost("kembali"), RequirePermission(Permission.AssignTargets)]
    public Task<IActionResult> Village(Guid id, StepForm form, CancellationToken ct) => TakeAsync(id, RoundStep.Village, form, ct);

    [HttpPost("batal"), RequirePermission(Permission.ManageRounds)]
    public Task<IActionResult> Cancel(Guid id, StepForm form, CancellationToken ct) => TakeAsync(id, RoundStep.Cancellation, form, ct);

    [HttpGet("sk"), RequirePermission(Permission.RecordDecree)]
    public async Task<IActionResult> Decree(Guid id, CancellationToken ct) => await FindAsync(id, ct) is { } round ? View("Decree", await DecreeAsync(round, new DecreeForm(), ct)) : NotFound();

    [HttpPost("sk"), RequirePermission(Permission.RecordDecree)]
    public async Task<IActionResult> Decree(Guid id, DecreeForm form, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } round)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete("Decree", await DecreeAsync(round, form, ct));
        var (outcome, report) = await desk.DecreeAsync(round, form, ct);
        return report is not null ? View("Taken", new TakenStep(round, $"{report.Done} keluarga ditetapkan dengan SK {form.Number}", report))
            : await RefusedAsync(db, outcome.IsAccepted ? StepTaken : outcome, "Decree", await DecreeAsync(round, form, ct));
    }

    private static Domain.Outcome StepTaken => Domain.Outcome.Refuse("Salah satu keluarga baru saja diputuskan orang lain; belum ada yang berubah. Ulangi.");

    private async Task<IActionResult> ShowAsync(Guid id, RoundStep step, int? page, CancellationToken ct) =>
        await FindAsync(id, ct) is { } round ? View("Index", await StepPage.ForAsync(db, round, step, page, ct)) : NotFound();

    private async Task<IActionResult> TakeAsync(Guid id, RoundStep step, StepForm form, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } round)
            return NotFound();
        if (!form.IsAll && form.Ids.Count == 0)
            ModelState.AddModelError("", "Beri tanda pada keluarga yang dimaksud.");
        if ((form.IsBack || step.NeedsNote) && string.IsNullOrWhiteSpace(form.Note))
            ModelState.AddModelError(nameof(form.Note), "Tulis alasannya; yang menerimanya perlu tahu apa yang dilakukan.");
        if (!ModelState.IsValid)
            return Incomplete("Index", await StepPage.ForAsync(db, round, step, null, ct) with { Form = form });
        var report = await desk.TakeAsync(round, step, form, ct);
        return report is null ? await RefusedAsync(db, StepTaken, "Index", await StepPage.ForAsync(db, round, step, null, ct) with { Form = form })
            : View("Taken", new TakenStep(round, $"{report.Done} keluarga: {(form.IsBack ? step.Back : step.Forward).ToLowerInvariant()}", report) { Step = step });
    }

    private async Task<DecreePage> DecreeAsync(VerificationRound round, DecreeForm form, CancellationToken ct)
    {
        var (ready, unmatched) = await desk.ReadyAsync(round, ct);
        return new DecreePage(round, form, ready, unmatched);
    }

    private Task<VerificationRound?> FindAsync(Guid id, CancellationToken ct) => db.Rounds.AsNoTracking().Include(r => r.Waves).SingleOrDefaultAsync(r => r.PublicId == id, ct);
}

/// <summary>The form of a decree, and how many households it would name.</summary>
public sealed record DecreePage(VerificationRound Round, DecreeForm Form, int Ready, int Unmatched)
{
    public string? Number => Form.Number;

    public DateOnly? On => Form.On;

    public string? Signatory => Form.Signatory;
}

/// <summary>What came of a step.</summary>
public sealed record TakenStep(VerificationRound Round, string Title, TkpkdPortal.Rounds.StepReport Report)
{
    public RoundStep? Step { get; init; }
}
