using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Guide;

/// <summary>How the work is done, for the roles that the user holds.</summary>
[Route("panduan")]
public sealed class GuideController(ActingUser user) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewOwnTasks)]
    public IActionResult Index() => View(user.Grants.Select(grant => grant.Role).Distinct().Select(GuideBook.PageOf).ToList());

    [HttpGet("gambar/{name}.png"), RequirePermission(Permission.ViewOwnTasks)]
    public IActionResult Picture(string name) => GuideBook.Picture(name) is { } picture ? File(picture, "image/png") : NotFound();
}
