using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rounds.Questions;

/// <summary>The questionnaire of a round: composed without code, each saving the next version.</summary>
[Route("verval/{id:guid}/pertanyaan"), RequirePermission(Permission.ManageRounds)]
public sealed class QuestionnairesController(PortalDbContext db, ActingUser user, OfficeClock clock) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Compose(Guid id, CancellationToken ct) =>
        await FindAsync(id, ct) is var (round, current) ? View(new QuestionnairePage(round, QuestionnaireForm.Of(current))) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Compose(Guid id, QuestionnaireForm form, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not var (round, current))
            return NotFound();
        var page = new QuestionnairePage(round, form.WithSpare());
        if (form.Number != current.Number)
            return await RefusedAsync(db, Outcome.Refuse("Orang lain sudah menyimpan versi yang lebih baru. Buka lagi halaman ini, lalu ubah."), nameof(Compose), page, round);
        var outcome = current.Renew(round, form.Terms(), user.Id, clock.UtcNow, out var next);
        if (next is null)
            return await RefusedAsync(db, outcome, nameof(Compose), page, round);
        db.Questionnaires.Add(next);
        await db.SaveChangesAsync(ct);
        SayDone($"Pertanyaan versi {next.Number} tersimpan. Kunjungan yang sudah dibuka tetap memakai versinya.");
        return RedirectToAction(nameof(Compose), new { id });
    }

    private async Task<(VerificationRound, Questionnaire)?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.PublicId == id, ct) is not { } round)
            return null;
        return (round, await db.Questionnaires.AsNoTracking().Include(q => q.Questions).Where(q => q.RoundId == round.Id).OrderByDescending(q => q.Number).FirstAsync(ct));
    }
}
