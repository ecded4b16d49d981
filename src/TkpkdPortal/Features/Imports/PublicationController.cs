using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Imports;

/// <summary>What becomes of a list: published by a person who has looked at its counts, cancelled before, or taken back afterwards. The worker does the work.</summary>
[Route("impor/{id:guid}"), RequirePermission(Permission.ImportLists)]
public sealed class PublicationController(PortalDbContext db, ActingUser user) : PortalController
{
    private const string DetailsView = "~/Features/Imports/Details.cshtml";

    [HttpPost("terbitkan")]
    public Task<IActionResult> Publish(Guid id, CancellationToken ct) =>
        DecideAsync(id, "Import.Confirmed", "Impor diterbitkan. Halaman ini mengatakan bila selesai.", batch => batch.ConfirmPublication(user.Id), ct);

    [HttpPost("batalkan")]
    public Task<IActionResult> Cancel(Guid id, CancellationToken ct) =>
        DecideAsync(id, "Import.CancelRequested", "Impor dibatalkan. Register tidak berubah.", batch => batch.RequestCancel(), ct);

    [HttpPost("cabut")]
    public async Task<IActionResult> Undo(Guid id, [Bind(Prefix = "Undo")] UndoForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return await ImportDetails.ForAsync(db, user.Id, Permission.ImportLists, id, null, ct) is { } page ? Incomplete(DetailsView, page with { Undo = form }) : NotFound();
        return await DecideAsync(id, "Import.UndoAsked", "Impor sedang dicabut. Halaman ini mengatakan bila selesai.", batch => batch.RequestUndo(user.Id, form.Reason), ct);
    }

    private async Task<IActionResult> DecideAsync(Guid id, string action, string done, Func<ImportBatch, Outcome> decide, CancellationToken ct)
    {
        if (await ImportRights.Batches(db, Permission.ImportLists).SingleOrDefaultAsync(batch => batch.PublicId == id, ct) is not { } batch)
            return NotFound();
        if (decide(batch) is { IsAccepted: false } refused)
            return await RefusedAsync(db, refused, DetailsView, (await ImportDetails.ForAsync(db, user.Id, Permission.ImportLists, id, null, ct))!, batch);
        db.Changes.Note(action, batch);
        await db.SaveChangesAsync(ct);
        SayDone(done);
        return RedirectToAction(nameof(ImportsController.Details), "Imports", new { id });
    }
}
