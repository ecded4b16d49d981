using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Backups;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Backups;

[Route("cadangan"), RequirePermission(Permission.ViewBackups)]
public sealed class BackupsController(BackupOverview overview) : PortalController
{
    [HttpGet("")]
    public IActionResult Index() => View(overview.Now());
}
