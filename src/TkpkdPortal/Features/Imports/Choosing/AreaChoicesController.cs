using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Imports.Choosing;

/// <summary>Which villages a deliberation's sheet means by names that are in no list: a person chooses, and the rows are loaded.</summary>
[Route("impor/{id:guid}/wilayah"), RequirePermission(Permission.ImportLists)]
public sealed class AreaChoicesController(PortalDbContext db, AreaDirectory areas, Sealer sealer) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Choose(Guid id, CancellationToken ct) => await AreaChoices.ForAsync(db, areas, sealer, id, form: null, ct) is { } choices ? View(choices) : NotFound();

    [HttpPost(""), ActionName(nameof(Choose))]
    public async Task<IActionResult> Take(Guid id, AreaForm form, [FromServices] ImportIntake intake, CancellationToken ct)
    {
        if (await AreaChoices.ForAsync(db, areas, sealer, id, form, ct) is not { } choices)
            return NotFound();
        if (choices.Refusal() is { } refusal)
            return await RefusedAsync(db, Outcome.Refuse(refusal), nameof(Choose), choices, choices.Batch);
        var order = new ImportOrder(choices.Batch.Kind, choices.Batch.FileName, choices.Batch.ReleaseName, choices.Batch.ReleasedOn) { DataYear = choices.Batch.DataYear, Continues = choices.Batch };
        await using var rows = choices.File();
        db.Changes.Note("Import.AreasChosen", choices.Batch, detail: AuditDetail.Of(("names", choices.Chosen.Count)));
        var batch = await intake.QueueUploadAsync(order, rows, ct);
        return Redirect($"/impor/{batch.PublicId}");
    }
}
