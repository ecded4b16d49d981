using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Dashboard;

[Route("dasbor")]
public sealed class DashboardController(PortalDbContext db, ActingUser user, AreaDirectory areas, OfficeClock clock, FigureDesk desk) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewDashboard)]
    public Task<IActionResult> Index(DashboardFilter filter, CancellationToken ct) =>
        ShowAsync("/dasbor", filter, Permission.ViewDashboard, async frame => await DashboardPage.ForAsync(desk, areas, frame, ct), ct);

    [HttpGet("karakteristik"), RequirePermission(Permission.ViewDashboard)]
    public Task<IActionResult> Characteristics(DashboardFilter filter, CancellationToken ct) =>
        ShowAsync("/dasbor/karakteristik", filter, Permission.ViewDashboard, async frame => await CharacteristicPage.ForAsync(desk, areas, frame, ct), ct);

    /// <summary>With the permission for programs: an OPD sees its own aid and nobody else's.</summary>
    [HttpGet("bantuan"), RequirePermission(Permission.ViewPrograms)]
    public Task<IActionResult> Aid(DashboardFilter filter, CancellationToken ct) =>
        ShowAsync("/dasbor/bantuan", filter, Permission.ViewPrograms, async frame => await AidPage.ForAsync(desk, areas, frame, ct), ct);

    private async Task<IActionResult> ShowAsync<T>(string path, DashboardFilter filter, Permission permission, Func<DashboardFrame, Task<T?>> page, CancellationToken ct)
        where T : class
    {
        IReadOnlyList<AreaCode> own = [.. user.AreasOf(permission)];
        if (filter.AreaWithin(areas, own) is not { } area)
            return NotFound();
        filter.Judge(ModelState, clock.Today);
        if (!ModelState.IsValid)
            return Incomplete("Unreadable", new DashboardQuestion(path, filter, area));
        return await page(await DashboardFrame.ForAsync(db, clock, path, filter, area, own, ct)) is { } model ? View(model) : NotFound();
    }
}
