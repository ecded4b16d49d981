using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Interventions.Targets;

/// <summary>Aid for many households at once: choose, look at what would be refused, then record.</summary>
[Route("program/{id:guid}/sasaran"), RequirePermission(Permission.RecordInterventions)]
public sealed class TargetsController(PortalDbContext db, ActingUser user, InterventionDesk desk, TargetDesk targets, OfficeClock clock, AreaDirectory areas) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Choose(Guid id, TargetFilter filter, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } program || AreaOf(filter) is not { } area)
            return NotFound();
        var form = new TargetForm { State = InterventionState.Planned, On = clock.Today, Amount = program.UnitCost is { } cost ? Indonesian.Rupiah(cost)[2..] : null, Unit = program.Unit };
        return View(await TargetPage.ForAsync(db, areas, program, filter, area, form, ct));
    }

    [HttpPost("")]
    public async Task<IActionResult> Preview(Guid id, [Bind(Prefix = nameof(TargetPage.Form))] TargetForm form, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } program || AreaOf(form.Filter) is not { } area)
            return NotFound();
        if (form.Read(ModelState) is not { } terms)
            return Incomplete(nameof(Choose), await TargetPage.ForAsync(db, areas, program, form.Filter, area, form, ct));
        return View(await targets.PreviewAsync(program, form, terms, area, ct));
    }

    [HttpPost("simpan")]
    public async Task<IActionResult> Record(Guid id, [Bind(Prefix = nameof(TargetPage.Form))] TargetForm form, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } program || AreaOf(form.Filter) is not { } area)
            return NotFound();
        if (form.Read(ModelState) is not { } terms)
            return Incomplete(nameof(Choose), await TargetPage.ForAsync(db, areas, program, form.Filter, area, form, ct));
        var (outcome, preview) = await targets.RecordAsync(program, form, terms, area, ct);
        if (!outcome.IsAccepted)
            return await RefusedAsync(db, outcome, nameof(Preview), preview, program);
        SayDone($"{Indonesian.Number(preview.Accepted.Count)} bantuan {program.Name} tercatat.");
        return LocalRedirect($"/program/{id}");
    }

    private Task<AidProgram?> FindAsync(Guid id, CancellationToken ct) => desk.OwnPrograms().SingleOrDefaultAsync(p => p.PublicId == id, ct);

    private AreaCode? AreaOf(TargetFilter filter) => filter.AreaWithin(areas, user.HomeOf(Permission.RecordInterventions));
}
