using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rakor.Attendance;

/// <summary>
/// Public: whoever sits in the hall signs in with the own telephone, by the code on the wall. The code opens this one form on the day of the meeting, until it is closed, and shows nobody who signed in before.
/// </summary>
[AllowAnonymous, Route("hadir"), EnableRateLimiting(WebSetup.HallUse)]
public sealed class AttendanceDoorController(AttendanceDesk desk) : PortalController
{
    public override void OnActionExecuting(ActionExecutingContext context) => Response.Headers["X-Robots-Tag"] = "noindex, nofollow";

    [HttpGet("{code}")]
    public async Task<IActionResult> Open(string code, CancellationToken ct) => await desk.OpenAsync(code, ct) is { } meeting ? View("Door", new AttendanceDoor(meeting, new PresenceForm())) : Closed();

    [HttpPost("{code}")]
    public async Task<IActionResult> SignIn(string code, [Bind(Prefix = nameof(AttendanceDoor.Form))] PresenceForm form, CancellationToken ct)
    {
        if (await desk.OpenAsync(code, ct) is not { } meeting)
            return Closed();
        if (!ModelState.IsValid)
            return Incomplete("Door", new AttendanceDoor(meeting, form));
        if (await desk.SignInAsync(meeting, form, recordedById: null, ct) is { IsAccepted: false } refused)
        {
            // Nobody stands behind it who could be named in the audit.
            ModelState.AddModelError("", refused.Refusal!);
            return Incomplete("Door", new AttendanceDoor(meeting, form));
        }
        SayDone($"{form.Name!.Trim()} tercatat hadir. Terima kasih.");
        return RedirectToAction(nameof(Open), new { code });
    }

    private ViewResult Closed()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Closed");
    }
}
