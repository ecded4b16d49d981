using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Privacy;

[Route("keluarga/{id:guid}/akses"), RequirePermission(Permission.ViewAccesses)]
public sealed class HouseholdAccessesController(PortalDbContext db) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Accesses(Guid id, int? halaman, CancellationToken ct) =>
        await HouseholdAccessList.ForAsync(db, id, halaman, ct) is { } list ? View(list) : NotFound();
}
