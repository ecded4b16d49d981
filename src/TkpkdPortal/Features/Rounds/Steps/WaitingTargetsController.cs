using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Waiting;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Rounds.Steps;

/// <summary>What waits for a step of the reader over all open rounds; the step itself is taken on the page of its round.</summary>
[Route("verval/menunggu")]
public sealed class WaitingTargetsController(PortalDbContext db, ActingUser user) : PortalController
{
    [HttpGet("kecamatan"), RequirePermission(Permission.VerifyDistrict)]
    public Task<IActionResult> District(int? halaman, CancellationToken ct) => ShowAsync(WaitingKind.TargetToVerify, WaitingRows.ToVerify(db, user.Id), halaman, ct);

    [HttpGet("validasi"), RequirePermission(Permission.ValidateTargets)]
    public Task<IActionResult> Validation(int? halaman, CancellationToken ct) => ShowAsync(WaitingKind.TargetToValidate, WaitingRows.ToValidate(db, user.Id), halaman, ct);

    [HttpGet("kembali"), RequirePermission(Permission.AssignTargets)]
    public Task<IActionResult> Village(int? halaman, CancellationToken ct) => ShowAsync(WaitingKind.TargetBack, WaitingRows.BackInVillage(db), halaman, ct);

    private async Task<IActionResult> ShowAsync(WaitingKind kind, IQueryable<RoundTarget> targets, int? page, CancellationToken ct)
    {
        var rows = WaitingSource.Targets(db, targets.AsNoTracking(), kind);
        var paging = Paging.Of(page, await rows.CountAsync(ct));
        return View("Waiting", new WaitingTargets(kind, await rows.Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct), paging));
    }
}

/// <summary>Targets that wait for one step, the longest waiting first.</summary>
public sealed record WaitingTargets(WaitingKind Kind, IReadOnlyList<WaitingItem> Items, Paging Paging);
