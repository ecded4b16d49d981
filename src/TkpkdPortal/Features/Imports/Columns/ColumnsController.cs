using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Imports.Columns;

/// <summary>A file of a layout that nobody knows: somebody says which column is which, and the choice is kept for the next one.</summary>
[Route("impor/{id:guid}/kolom"), RequirePermission(Permission.ImportLists)]
public sealed class ColumnsController(PortalDbContext db, ImportIntake intake, AreaDirectory areas, BpsCodes bpsCodes) : PortalController
{
    /// <summary>What the portal proposes, below the heading that it found or that was asked for.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Match(Guid id, int? judul, CancellationToken ct) =>
        await ColumnMatching.ForAsync(db, intake, areas, bpsCodes, id, new ColumnForm { Heading = judul }, ct) is { } matching ? View(matching) : NotFound();

    /// <summary>The same with a choice that is not kept yet.</summary>
    [HttpPost("contoh")]
    public async Task<IActionResult> Try(Guid id, ColumnForm form, CancellationToken ct) =>
        await ColumnMatching.ForAsync(db, intake, areas, bpsCodes, id, form, ct) is { } matching ? View(nameof(Match), matching) : NotFound();

    [HttpPost(""), ActionName(nameof(Match))]
    public async Task<IActionResult> Keep(Guid id, ColumnForm form, [FromServices] ActingUser user, [FromServices] OfficeClock clock, CancellationToken ct)
    {
        if (await ColumnMatching.ForAsync(db, intake, areas, bpsCodes, id, form, ct) is not { } matching)
            return NotFound();
        var outcome = matching.Unreadable is { } unreadable ? Outcome.Refuse(unreadable) : await ProfileDesk.KeepAsync(db, matching, user.Id, clock.UtcNow, ct);
        if (!outcome.IsAccepted)
            return await RefusedAsync(db, outcome, nameof(Match), matching, matching.Batch);
        SayDone("Pilihan kolom disimpan. Berkas berikutnya dengan judul yang sama dibaca dengan profil ini.");
        return Redirect($"/impor/{id}");
    }
}
