using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Account;

[AllowAnonymous]
public sealed class AccountController(SignInManager<PortalUser> signIn, SignInAttempt attempt, PortalDbContext db) : PortalController
{
    [HttpGet("/masuk")]
    public IActionResult SignIn(string? kembali) => View(new SignInForm { ReturnPath = kembali });

    [HttpPost("/masuk"), EnableRateLimiting(WebSetup.SignInLimit)]
    public async Task<IActionResult> SignIn(SignInForm form, CancellationToken ct)
    {
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

    /// <summary>The one-time link of a new or renewed account: whoever opens it chooses the password; nobody else ever knows it.</summary>
    [HttpGet("/akun/siapkan/{id:guid}")]
    public IActionResult SetUp(Guid id, string? kode) => View(new SetUpForm { Code = kode });

    [HttpPost("/akun/siapkan/{id:guid}"), EnableRateLimiting(WebSetup.SignInLimit)]
    public async Task<IActionResult> SetUp(Guid id, SetUpForm form, [FromServices] UserManager<PortalUser> accounts, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Incomplete(nameof(SetUp), form);
        var user = await accounts.Users.SingleOrDefaultAsync(u => u.PublicId == id, ct);
        var result = user is { CanSignIn: true } ? await accounts.ResetPasswordAsync(user, Access.Accounts.ReadCode(form.Code), form.Password!)
            : IdentityResult.Failed(accounts.ErrorDescriber.InvalidToken());
        foreach (var error in result.Errors)
            ModelState.AddModelError(error.Code == nameof(IdentityErrorDescriber.InvalidToken) ? "" : nameof(SetUpForm.Password), error.Description);
        if (!result.Succeeded)
            return Incomplete(nameof(SetUp), form);
        SayDone("Kata sandi tersimpan. Masuk dengan pos-el dan kata sandi itu.");
        return LocalRedirect("/masuk");
    }
}
