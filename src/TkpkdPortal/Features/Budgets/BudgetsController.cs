using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Budgets;

/// <summary>What may be spent, what villages have of it, and what has arrived; counts and rupiah, no names.</summary>
[Route("anggaran"), RequirePermission(Permission.ViewBudgets)]
public sealed class BudgetsController(PortalDbContext db, AreaDirectory areas, CountCache counts, ActingUser user, OfficeSettings office, OfficeClock clock) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(BudgetAsk ask, CancellationToken ct) => ask.Split is { } split && await PlaceAsync(ask, ct) is { } place
        ? View(await BudgetPage.ForAsync(db, areas, counts, place, split, ct)) : NotFound();

    [HttpGet("dana-desa")]
    public async Task<IActionResult> DanaDesa(BudgetAsk ask, CancellationToken ct) => await PlaceAsync(ask, ct) is { } place
        ? View(await DanaDesaPage.ForAsync(db, areas, counts, place, ct)) : NotFound();

    private async Task<BudgetPlace?> PlaceAsync(BudgetAsk ask, CancellationToken ct) => AreaOf(ask) is { } area && ask.HasPossibleYear
        ? await BudgetPlace.ForAsync(db, areas, ask, area, office.Area, clock.Today.Year, ct) : null;

    // The lowest area around the own ones may hold others' as well: a place counts that is the own or lies around it.
    private AreaCode? AreaOf(BudgetAsk ask)
    {
        var home = user.HomeOf(Permission.ViewBudgets);
        if (string.IsNullOrWhiteSpace(ask.Area))
            return home;
        return areas.TryFind(ask.Area, out var asked) && asked.Value.Level <= AreaLevel.Village && home.Contains(asked.Value)
            && user.AreasOf(Permission.ViewBudgets).Any(own => own.Contains(asked.Value) || asked.Value.Contains(own)) ? asked : null;
    }
}
