using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Dashboard;

public sealed class DashboardController(PortalDbContext db, ActingUser user, AreaDirectory areas, OfficeClock clock) : PortalController
{
    [HttpGet("/dasbor"), RequirePermission(Permission.ViewDashboard)]
    public async Task<IActionResult> Index(DashboardFilter filter, CancellationToken ct)
    {
        if (filter.AreaWithin(areas, [.. user.AreasOf(Permission.ViewDashboard)]) is not { } area)
            return NotFound();
        return View(await DashboardPage.ForAsync(db, areas, clock, filter, area, ct));
    }
}
