using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Users;

/// <summary>Closes an account, opens it again, puts a one-time link in the place of its password.</summary>
[Route("pengguna/{id:guid}"), RequirePermission(Permission.ManageUsers)]
public sealed class AccountStepsController(PortalDbContext db, ActingUser user, AccountFinder finder, Accounts accounts, OfficeClock clock) : PortalController
{
    [HttpPost("tutup")]
    public async Task<IActionResult> Close(Guid id, CancellationToken ct) => await finder.FindAsync(id, ct) is { } account
        ? await DoneAsync(account, await accounts.CloseAsync(account, ct), $"Akun {account.FullName} ditutup; semua sesinya berakhir.", ct)
        : NotFound();

    [HttpPost("buka")]
    public async Task<IActionResult> Reopen(Guid id, CancellationToken ct) => await finder.FindAsync(id, ct) is { } account
        ? await DoneAsync(account, await accounts.ReopenAsync(account, ct), $"Akun {account.FullName} dibuka lagi.", ct)
        : NotFound();

    [HttpPost("tautan")]
    public async Task<IActionResult> RenewLink(Guid id, CancellationToken ct)
    {
        if (await finder.FindAsync(id, ct) is not { } account)
            return NotFound();
        var (outcome, link) = await accounts.RenewAsync(account, ct);
        return link is null
            ? await DoneAsync(account, outcome, "", ct)
            : View("Link", new SetupLinkPage(id, account.FullName, account.Email!, link, IsNew: false));
    }

    private async Task<IActionResult> DoneAsync(PortalUser account, Outcome outcome, string sentence, CancellationToken ct)
    {
        if (!outcome.IsAccepted)
        {
            // The account was found a moment ago, and nobody removes one.
            return await RefusedAsync(db, outcome, "Details", (await UserPage.ForAsync(db, finder.Seen(Permission.ManageUsers), account.PublicId, user.Id, clock.Today, ct))!, account);
        }
        SayDone(sentence);
        return LocalRedirect($"/pengguna/{account.PublicId}");
    }
}
