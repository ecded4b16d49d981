using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Graduations;

/// <summary>By which terms families are proposed for graduation, and other ones for the whole office.</summary>
[Route("graduasi/aturan")]
public sealed class GraduationRulesController(PortalDbContext db, GraduationDesk desk, ActingUser user, OfficeSettings office, OfficeClock clock) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewGraduations)]
    public async Task<IActionResult> Rules(CancellationToken ct) => View(await GraduationRulePage.ForAsync(db, null, clock.Today, ct));

    [HttpPost(""), RequirePermission(Permission.SetGraduationRule)]
    public async Task<IActionResult> Adopt([Bind(Prefix = nameof(GraduationRulePage.Form))] GraduationRuleForm form, CancellationToken ct)
    {
        if (!user.CanAt(Permission.SetGraduationRule, office.Area.Stored))
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Rules), await GraduationRulePage.ForAsync(db, form, clock.Today, ct));
        if (await desk.AdoptAsync(form, ct) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Rules), await GraduationRulePage.ForAsync(db, form, clock.Today, ct));
        SayDone("Aturan graduasi ditetapkan untuk seluruh kantor.");
        return RedirectToAction(nameof(Rules));
    }
}
