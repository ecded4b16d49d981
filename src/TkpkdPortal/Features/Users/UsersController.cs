using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Users;

[Route("pengguna")]
public sealed class UsersController(PortalDbContext db, ActingUser user, AccountFinder finder, AreaDirectory areas, OfficeClock clock) : PortalController
{
    [HttpGet(""), RequirePermission(Permission.ViewUsers)]
    public async Task<IActionResult> Index(UserFilter filter, CancellationToken ct) => View(await UserList.ForAsync(db, finder.Seen(Permission.ViewUsers), filter, clock.Today, ct));

    [HttpGet("{id:guid}"), RequirePermission(Permission.ViewUsers)]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct) =>
        await UserPage.ForAsync(db, finder.Seen(Permission.ViewUsers), id, user.Id, clock.Today, ct) is { } page ? View(page) : NotFound();

    [HttpGet("baru"), RequirePermission(Permission.ManageUsers)]
    public async Task<IActionResult> Open(CancellationToken ct) => View(new AccountForm { Opds = await OpdsAsync(db, ct) });

    /// <summary>The one-time link is in this answer and nowhere else: a page that it led to would need it in an address or a cookie.</summary>
    [HttpPost("baru"), RequirePermission(Permission.ManageUsers)]
    public async Task<IActionResult> Open(AccountForm form, [FromServices] Accounts accounts, CancellationToken ct)
    {
        form.Opds = await OpdsAsync(db, ct);
        if (form.ReadAccount(ModelState, areas, finder.Home) is not { } account)
            return Incomplete(nameof(Open), form);
        var (outcome, link) = await accounts.OpenAsync(account, ct);
        if (link is null)
            return await RefusedAsync(db, outcome, nameof(Open), form);
        var id = await db.Users.Where(u => u.Email == account.Email).Select(u => u.PublicId).SingleAsync(ct);
        return View("Link", new SetupLinkPage(id, account.FullName!, account.Email, link, IsNew: true));
    }

    internal static Task<List<Choice>> OpdsAsync(PortalDbContext db, CancellationToken ct) =>
        db.Opds.OrderBy(o => o.ShortName).Select(o => new Choice(o.ShortName, o.ShortName, null)).ToListAsync(ct);
}
