using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rounds.Targets;

/// <summary>The households of a round: who visits which of them, and who is behind.</summary>
[Route("verval/{id:guid}")]
public sealed class RoundTargetsController(PortalDbContext db, AssignmentOfTargets desk, ActingUser user, AreaDirectory areas, OfficeClock clock) : PortalController
{
    [HttpGet("sasaran"), RequirePermission(Permission.ViewRounds)]
    public async Task<IActionResult> Index(Guid id, TargetFilter filter, CancellationToken ct) =>
        await FindAsync(id, ct) is { } round && AreaAsked(filter.Area) is { } area ? View(await PageAsync(round, area, filter, ct)) : NotFound();

    [HttpPost("sasaran"), RequirePermission(Permission.AssignTargets)]
    public async Task<IActionResult> Assign(Guid id, [FromQuery] TargetFilter filter, AssignForm form, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } round || AreaAsked(filter.Area) is not { } area)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(nameof(Index), await PageAsync(round, area, filter, ct) with { Form = form });
        var (outcome, report) = await desk.AssignAsync(round, area, form, ct);
        if (report is null)
            return await RefusedAsync(db, outcome, nameof(Index), await PageAsync(round, area, filter, ct) with { Form = form });
        return report.Refused.Count == 0 ? Done(report.Done, id, filter) : View("Assigned", (round, report));
    }

    [HttpGet("kejar"), RequirePermission(Permission.ViewRounds)]
    public async Task<IActionResult> Chase(Guid id, string? wilayah, CancellationToken ct) =>
        await FindAsync(id, ct) is { } round && AreaAsked(wilayah) is { } area ? View(await ChasePage.ForAsync(db, round, area, clock.Today, ct)) : NotFound();

    private RedirectResult Done(int count, Guid id, TargetFilter filter)
    {
        SayDone($"Penugasan {count} keluarga tersimpan.");
        return Redirect(filter.At($"/verval/{id}/sasaran"));
    }

    private Task<TargetPage> PageAsync(VerificationRound round, AreaCode area, TargetFilter filter, CancellationToken ct) =>
        TargetPage.ForAsync(db, areas, user, round, area, filter, clock.Today, ct);

    private Task<VerificationRound?> FindAsync(Guid id, CancellationToken ct) => db.Rounds.AsNoTracking().Include(r => r.Waves).SingleOrDefaultAsync(r => r.PublicId == id, ct);

    private AreaCode? AreaAsked(string? asked) => asked is null ? user.HomeOf(Permission.ViewRounds)
        : areas.TryFind(asked, out var area) && user.AreasOf(Permission.ViewRounds).Any(own => own.Contains(area.Value)) ? area : null;
}
