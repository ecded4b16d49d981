using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Overlaps.Rules;

/// <summary>Which aid is looked at as double, from which budget year, and by which regulation.</summary>
[Route("tumpang-tindih/aturan")]
public sealed class OverlapRulesController(PortalDbContext db, ActingUser user, OfficeClock clock) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewOverlaps)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await OverlapRulePage.ForAsync(db, new OverlapRuleForm { FromYear = clock.Today.Year }, ct));

    [HttpPost(""), RequirePermission(Permission.SetOverlapRules)]
    public async Task<IActionResult> Add([Bind(Prefix = nameof(OverlapRulePage.Form))] OverlapRuleForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Incomplete(nameof(Index), await OverlapRulePage.ForAsync(db, form, ct));
        var outcome = OverlapRule.Set(form.Terms(), await db.OverlapRules.AsNoTracking().ToListAsync(ct), user.Id, clock.UtcNow, out var rule);
        if (rule is null)
            return await RefusedAsync(db, outcome, nameof(Index), await OverlapRulePage.ForAsync(db, form, ct));
        db.OverlapRules.Add(rule);
        await db.SaveChangesAsync(ct);
        SayDone($"Aturan disimpan: {rule.Sentence}");
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("{id:guid}/akhiri"), RequirePermission(Permission.SetOverlapRules)]
    public async Task<IActionResult> End(Guid id, [Bind(Prefix = nameof(OverlapRulePage.Ending))] OverlapRuleEnding form, CancellationToken ct)
    {
        if (await db.OverlapRules.SingleOrDefaultAsync(rule => rule.PublicId == id, ct) is not { } rule)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Index), await OverlapRulePage.ForAsync(db, new OverlapRuleForm { FromYear = clock.Today.Year }, ct) with { Ending = form });
        if (rule.EndAfter(form.Year!.Value, user.Id) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Index), await OverlapRulePage.ForAsync(db, new OverlapRuleForm { FromYear = clock.Today.Year }, ct) with { Ending = form }, rule);
        await db.SaveChangesAsync(ct);
        SayDone($"Aturan berlaku terakhir untuk tahun {form.Year}. Putusan yang sudah dibuat tetap.");
        return RedirectToAction(nameof(Index));
    }
}
