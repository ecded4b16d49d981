using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Exporting;
using TkpkdPortal.Security;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Imports;

/// <summary>Recipients of one file whom the register does not know.</summary>
[Route("impor/{id:guid}/tak-padan"), RequirePermission(Permission.ImportLists)]
public sealed class UnmatchedRecipientsController(PortalDbContext db) : PortalController
{
    /// <summary>Recipients of the release whose NIK the register does not have, numbers masked.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Unmatched(Guid id, ListAsk ask, CancellationToken ct) =>
        await UnmatchedRecipients.ForAsync(db, id, ask, ct) is { } unmatched ? View(nameof(Unmatched), unmatched) : NotFound();

    [HttpPost("cari")]
    public Task<IActionResult> Seek(Guid id, ListAsk ask, CancellationToken ct) => Unmatched(id, ask, ct);

    /// <summary>The same as a file to work through; fetching it is audited.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Fetch(Guid id, [FromServices] AreaDirectory areas, CancellationToken ct)
    {
        if (await UnmatchedRecipients.ForAsync(db, id, new ListAsk(), ct) is not { } unmatched)
            return NotFound();
        await db.Changes.RecordAsync(db, "Import.UnmatchedFetched", unmatched.Batch, detail: AuditDetail.Of(("rows", unmatched.Paging.Total)), ct: ct);
        var bytes = await WorkbookWriter.WriteAsync("tidak padan", UnmatchedRecipients.Headings, UnmatchedRecipients.RowsAsync(db, unmatched.Batch, areas, ct), ct);
        return File(bytes, ImportsController.Workbook, unmatched.FileName);
    }
}
