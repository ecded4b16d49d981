using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Security;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Privacy;

[Route("keluarga/{id:guid}/akses"), RequirePermission(Permission.ViewAccesses)]
public sealed class HouseholdAccessesController(PortalDbContext db) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Accesses(Guid id, ListAsk ask, CancellationToken ct) =>
        await HouseholdAccessList.ForAsync(db, id, ask, ct) is { } list ? View(list) : NotFound();
}
