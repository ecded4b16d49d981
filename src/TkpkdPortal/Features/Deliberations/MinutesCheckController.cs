using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TkpkdPortal.Data;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Deliberations;

/// <summary>Public: whoever holds a paper learns whether its number, date, counts and hash are those that were recorded.</summary>
[AllowAnonymous, Route("verifikasi")]
public sealed class MinutesCheckController(PortalDbContext db) : PortalController
{
    [HttpGet("{code}"), EnableRateLimiting(WebSetup.CodeChecks)]
    public async Task<IActionResult> Check(string code, CancellationToken ct)
    {
        if (await CheckedMinutes.OfAsync(db, code.ToUpperInvariant(), ct) is { } minutes)
            return View(minutes);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Unknown");
    }
}
