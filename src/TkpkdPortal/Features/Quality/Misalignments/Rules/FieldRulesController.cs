using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Quality.Misalignments.Rules;

/// <summary>Which source wins in which field, and why. A rule decides nothing until somebody applies it.</summary>
[Route("kualitas-data/ketidakselarasan/aturan")]
public sealed class FieldRulesController(PortalDbContext db, ActingUser user, CountCache cache, OfficeClock clock, SettlingDesk desk) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewDataQuality)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await FieldRulePage.ForAsync(db, cache, new FieldRuleForm(), ct));

    [HttpPost(""), RequirePermission(Permission.SetFieldRules)]
    public async Task<IActionResult> Add([Bind(Prefix = "Form")] FieldRuleForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Incomplete(nameof(Index), await FieldRulePage.ForAsync(db, cache, form, ct));
        if (await FieldRulePage.RefusalAsync(db, form, ct) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Index), await FieldRulePage.ForAsync(db, cache, form, ct));
        db.FieldRules.Add(new FieldRule(form.Field!.Value, form.WinnerList, form.LoserList, form.Reason!, user.Id, clock.UtcNow));
        await db.SaveChangesAsync(ct);
        SayDone("Aturan disimpan. Terapkan pada perbedaan yang sesuai bila sudah yakin.");
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("{id:guid}/akhiri"), RequirePermission(Permission.SetFieldRules)]
    public async Task<IActionResult> End(Guid id, CancellationToken ct)
    {
        if (await db.FieldRules.SingleOrDefaultAsync(rule => rule.PublicId == id, ct) is not { } rule)
            return NotFound();
        if (rule.End(user.Id, clock.UtcNow) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Index), await FieldRulePage.ForAsync(db, cache, new FieldRuleForm(), ct), rule);
        await db.SaveChangesAsync(ct);
        SayDone("Aturan diakhiri. Putusan yang sudah dibuat menurut aturan ini tetap berlaku.");
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Decides by the rule what it fits, in the own area and as far as one go reaches.</summary>
    [HttpPost("{id:guid}/terapkan"), RequirePermission(Permission.DecideFields)]
    public async Task<IActionResult> Apply(Guid id, CancellationToken ct)
    {
        if (await db.FieldRules.AsNoTracking().SingleOrDefaultAsync(rule => rule.PublicId == id && rule.EndedAt == null, ct) is not { } rule)
            return NotFound();
        var releases = (await SourcePair.ForAsync(db, new MisalignmentAsk(), ct)).Releases;
        var sources = new SourcePair(releases, SourcePair.NewestOf(releases, rule.Winner), SourcePair.NewestOf(releases, rule.Loser));
        var settled = !sources.IsThere ? new Settled(0, 0, 0, 0, "Salah satu sumber belum punya rilis, jadi belum ada yang dapat diterapkan.")
            : await desk.SettleAllAsync(sources, new MisalignmentAsk { Field = rule.Field }, null, ChosenSide.First, rule.Reason, rule, ct);
        if (settled.Refusal is { } refusal)
            return await RefusedAsync(db, Outcome.Refuse(refusal), nameof(Index), await FieldRulePage.ForAsync(db, cache, new FieldRuleForm(), ct), rule);
        SayDone(settled.Sentence);
        return RedirectToAction(nameof(Index));
    }
}
