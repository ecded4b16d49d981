using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Home;

[RequirePermission(Permission.ViewOwnTasks)]
public sealed class HomeController : PortalController
{
    [HttpGet("/")]
    public IActionResult Index() => View();
}
