using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Users;

/// <summary>Gives a role to an account, and ends one.</summary>
[Route("pengguna/{id:guid}/tugas"), RequirePermission(Permission.ManageUsers)]
public sealed class AssignmentsController(PortalDbContext db, AccountFinder finder, Accounts accounts, AreaDirectory areas, OfficeClock clock) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Give(Guid id, CancellationToken ct) =>
        await finder.FindAsync(id, ct) is { } account ? View(await FillAsync(new AssignmentForm { From = clock.Today }, account, ct)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Give(Guid id, AssignmentForm form, CancellationToken ct)
    {
        if (await finder.FindAsync(id, ct) is not { } account)
            return NotFound();
        await FillAsync(form, account, ct);
        if (form.Read(ModelState, areas, finder.Home) is not { } given)
            return Incomplete(nameof(Give), form);
        if (await accounts.AssignAsync(account, given, ct) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(Give), form, account);
        return Done(account, $"{account.FullName} memegang {given.StandIn.Before(given.Role.Title(given.Area))}, {areas.TitleOf(given.Area)}, mulai {Indonesian.Date(given.From ?? clock.Today)}.");
    }

    [HttpGet("{tugas:guid}")]
    public async Task<IActionResult> End(Guid id, Guid tugas, CancellationToken ct) => await finder.FindAsync(id, ct) is { } account && await HeldAsync(account, tugas, ct) is { } held
        ? View(FormOf(account, held, clock.Today))
        : NotFound();

    [HttpPost("{tugas:guid}")]
    public async Task<IActionResult> End(Guid id, Guid tugas, EndForm form, CancellationToken ct)
    {
        if (await finder.FindAsync(id, ct) is not { } account || await HeldAsync(account, tugas, ct) is not { } held)
            return NotFound();
        var shown = FormOf(account, held, form.LastDay);
        if (!ModelState.IsValid || form.LastDay is not { } lastDay)
            return Incomplete(nameof(End), shown);
        if (await accounts.EndAsync(account, held, lastDay, ct) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, nameof(End), shown, account);
        return Done(account, $"Tugas {shown.Assignment!.Title} {account.FullName} berakhir pada {Indonesian.Date(lastDay)}.");
    }

    private Task<Assignment?> HeldAsync(PortalUser account, Guid id, CancellationToken ct) => db.Assignments.SingleOrDefaultAsync(a => a.PublicId == id && a.UserId == account.Id, ct);

    private EndForm FormOf(PortalUser account, Assignment held, DateOnly? lastDay) => new()
    {
        LastDay = lastDay,
        UserId = account.PublicId,
        PersonName = account.FullName,
        Assignment = new AssignmentLine(held.PublicId, held.Role, held.AreaCode, held.ValidFrom, held.ValidUntil, held.StandIn, held.LetterNumber, null, clock.Today),
    };

    private async Task<AssignmentForm> FillAsync(AssignmentForm form, PortalUser account, CancellationToken ct)
    {
        (form.UserId, form.PersonName, form.Opds) = (account.PublicId, account.FullName, await UsersController.OpdsAsync(db, ct));
        return form;
    }

    private LocalRedirectResult Done(PortalUser account, string sentence)
    {
        SayDone(sentence);
        return LocalRedirect($"/pengguna/{account.PublicId}");
    }
}
