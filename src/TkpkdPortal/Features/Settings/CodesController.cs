using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Settings;

/// <summary>The code lists that everybody's figures rest on, to look up.</summary>
[Route("pengaturan/kode"), RequirePermission(Permission.ManageSettings)]
public sealed class CodesController(PortalDbContext db) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var opds = await db.Opds.AsNoTracking().OrderBy(opd => opd.Name).Select(opd => new { opd.Name, opd.ShortName, opd.Duty }).ToListAsync(ct);
        return View("Codes", new CodesPage([.. opds.Select(opd => (opd.Name, opd.ShortName, opd.Duty))]));
    }
}
