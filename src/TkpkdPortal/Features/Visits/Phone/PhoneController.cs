using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Visits.Phone;

/// <summary>
/// What a browser needs to keep the field app on a phone. It is the same for everybody and holds nothing of a person, so that it opens
/// without a session and may be kept (docs/decisions/0022-the-phone.md).
/// </summary>
[AllowAnonymous]
public sealed class PhoneController(PageFrame frame, OfficeSettings office, ShellFiles files) : Controller
{
    [HttpGet("/lapangan"), KeptOnPhone]
    public async Task<IActionResult> Shell(CancellationToken ct)
    {
        await frame.LoadOfficeAsync(ct);
        return View(new PhoneShell(office.TeamName, frame.HasTestData));
    }

    /// <summary>The service worker, which has to lie at the root to stand before the whole portal; it begins with the files it keeps and their version.</summary>
    [HttpGet("/sw.js")]
    public async Task<IActionResult> Worker(CancellationToken ct)
    {
        await frame.LoadOfficeAsync(ct);
        return Content(files.Worker($"{office.TeamName} {frame.HasTestData}"), "text/javascript", Encoding.UTF8);
    }

    [HttpGet("/manifest.webmanifest")]
    public async Task<IActionResult> Manifest(CancellationToken ct)
    {
        await frame.LoadOfficeAsync(ct);
        return new JsonResult(InstalledApp.Of(office.TeamName)) { ContentType = "application/manifest+json" };
    }
}
