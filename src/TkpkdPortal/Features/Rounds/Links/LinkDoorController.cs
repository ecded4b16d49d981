using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;
using TkpkdPortal.Access;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rounds.Links;

/// <summary>
/// Public: heads of RT and RW, with the code of their link. The code stands behind the # of the link, which no browser sends and no log sees; the page hands it
/// in by POST and gets a cookie for these pages alone.
/// </summary>
[AllowAnonymous, Route("rt"), EnableRateLimiting(WebSetup.LinkUse)]
public sealed class LinkDoorController(LinkDoor door, IHostEnvironment environment) : PortalController
{
    private string Cookie => environment.WantsSecureCookies() ? "__Secure-tkpkd-rt" : "tkpkd-rt";

    public override void OnActionExecuting(ActionExecutingContext context) => Response.Headers["X-Robots-Tag"] = "noindex, nofollow";

    /// <summary>Asks for the code, or shows the families to whoever has handed it in.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Open(CancellationToken ct)
    {
        if (Request.Cookies[Cookie] is not { } code)
            return View("Door");
        if (await door.OpenAsync(code, isReadOnly: true, ct) is not { } link)
            return Closed();
        var page = await door.PageAsync(link, ct);
        await door.NoteAsync(page, ct);
        return View("Families", page);
    }

    [HttpPost("buka")]
    public async Task<IActionResult> Enter(string? kode, CancellationToken ct)
    {
        if (await door.OpenAsync(kode, isReadOnly: false, ct) is not { } link)
            return Closed();
        await door.UseAsync(link, ct);
        Response.Cookies.Append(Cookie, Security.LinkCode.Read(kode)!, Bound());
        return RedirectToAction(nameof(Open));
    }

    [HttpPost("")]
    public async Task<IActionResult> Say([FromForm] AnswersForm form, CancellationToken ct)
    {
        if (await door.OpenAsync(Request.Cookies[Cookie], isReadOnly: false, ct) is not { } link)
            return Closed();
        var page = await door.PageAsync(link, ct);
        if (form.Link != link.PublicId)
            ModelState.AddModelError("", "Peramban ini sekarang membuka tautan lain. Buka lagi tautan RT yang dimaksud, lalu isi di sana.");
        if (!ModelState.IsValid)
            return Incomplete("Families", page with { Form = form.WithSpare() });
        var count = await door.SaveAsync(page, form, ct);
        SayDone(count == 0 ? "Tidak ada yang berubah." : $"{count} keterangan tersimpan. Terima kasih; petugas membacanya sebelum berkunjung.");
        return RedirectToAction(nameof(Open));
    }

    /// <summary>Closes the list on this phone; the link itself goes on.</summary>
    [HttpPost("tutup")]
    public IActionResult Leave()
    {
        Response.Cookies.Delete(Cookie, Bound());
        return RedirectToAction(nameof(Open));
    }

    // Unknown, revoked and too late look alike.
    private ViewResult Closed()
    {
        Response.Cookies.Delete(Cookie, Bound());
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Unknown");
    }

    private CookieOptions Bound() => new() { Path = "/rt", HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = environment.WantsSecureCookies(), IsEssential = true };
}
