using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Audit;

[Route("audit"), RequirePermission(Permission.ViewAudit)]
public sealed class AuditController(PortalDbContext db, ActingUser user, OfficeSettings office) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(AuditFilter filter, CancellationToken ct) => View(await AuditPage.ForAsync(db, user, office, filter, ct));

    /// <summary>Walks the chain and adds one line that says what was found; nothing here or anywhere changes one that is there.</summary>
    [HttpPost("periksa")]
    public async Task<IActionResult> Check([FromServices] AuditCheck check, CancellationToken ct)
    {
        var found = await check.RunAsync(ct);
        await check.RecordAsync(found, ct);
        if (found.Fault is null)
            SayDone(found.Sentence);
        return LocalRedirect("/audit");
    }
}
