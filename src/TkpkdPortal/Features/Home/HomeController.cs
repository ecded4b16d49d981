using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Security;
using TkpkdPortal.Waiting;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Home;

public sealed class HomeController(HomeTasks tasks) : PortalController
{
    /// <summary>What is mine to do, by what I hold.</summary>
    [HttpGet("/"), RequirePermission(Permission.ViewOwnTasks)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await tasks.ForUserAsync(ct));

    /// <summary>All that waits for me, the oldest first.</summary>
    [HttpGet("/menunggu"), RequirePermission(Permission.ViewOwnTasks)]
    public async Task<IActionResult> Waiting(int? halaman, [FromServices] WaitingDesk waiting, CancellationToken ct) => View(await WaitingPage.ForAsync(waiting, halaman, ct));
}
