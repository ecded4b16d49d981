using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Account;

[AllowAnonymous]
public sealed class AccountController(SignInManager<PortalUser> signIn, SignInAttempt attempt, PortalDbContext db) : PortalController
{
    [HttpGet("/masuk")]
    public IActionResult SignIn(string? kembali) => IsSignedIn ? LocalRedirect("/") : View(new SignInForm { ReturnPath = kembali });

    [HttpPost("/masuk"), EnableRateLimiting(WebSetup.SignInLimit)]
    public async Task<IActionResult> SignIn(SignInForm form, CancellationToken ct)
    {
        if (IsSignedIn)
            return await EndOtherSessionAsync(ct);
        if (!ModelState.IsValid)
            return Incomplete(nameof(SignIn), form);
        if (await attempt.TryAsync(form.Email!, form.Password!, ct) is { IsAccepted: false } refused)
        {
            ModelState.AddModelError("", refused.Refusal!);
            return Incomplete(nameof(SignIn), form);
        }
        return Url.IsLocalUrl(form.ReturnPath) ? LocalRedirect(form.ReturnPath) : LocalRedirect("/");
    }

    [HttpGet("/keluar")]
    public IActionResult SignOutPage() => View("SignOut");

    [HttpPost("/keluar")]
    public async Task<IActionResult> SignOutNow(CancellationToken ct)
    {
        await db.Changes.RecordAsync(db, "Session.SignedOut", detail: Data.History.AuditDetail.Of(("account", User.Identity?.Name)), ct: ct);
        await signIn.SignOutAsync();
        return LocalRedirect("/masuk");
    }

    private bool IsSignedIn => User.Identity?.IsAuthenticated is true;

    // Signing in over a session would hand its cookie on to the next person; a new one begins only where none is.
    private async Task<IActionResult> EndOtherSessionAsync(CancellationToken ct)
    {
        SayDone("Sesi sebelumnya di peramban ini sudah diakhiri. Masuk dengan akun Anda sendiri.");
        return await SignOutNow(ct);
    }

    /// <summary>The one-time link of a new or renewed account: whoever opens it chooses the password; nobody else ever knows it.</summary>
    [HttpGet("/akun/siapkan/{id:guid}")]
    public IActionResult SetUp(Guid id, string? kode) => View(new SetUpForm { Code = kode });

    [HttpPost("/akun/siapkan/{id:guid}"), EnableRateLimiting(WebSetup.SignInLimit)]
    public async Task<IActionResult> SetUp(Guid id, SetUpForm form, [FromServices] Accounts accounts, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Incomplete(nameof(SetUp), form);
        var result = await accounts.ChoosePasswordAsync(id, form.Code, form.Password!, ct);
        foreach (var error in result.Errors)
            ModelState.AddModelError(error.Code == nameof(IdentityErrorDescriber.InvalidToken) ? "" : nameof(SetUpForm.Password), error.Description);
        if (!result.Succeeded)
            return Incomplete(nameof(SetUp), form);
        SayDone("Kata sandi tersimpan. Masuk dengan pos-el dan kata sandi itu.");
        return LocalRedirect("/masuk");
    }
}
