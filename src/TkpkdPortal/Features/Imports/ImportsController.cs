using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Exporting;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Imports;

[Route("impor"), RequirePermission(Permission.ImportLists)]
public sealed class ImportsController(PortalDbContext db, ActingUser user) : PortalController
{
    internal const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet("")]
    public async Task<IActionResult> Index(string? tampil, ListAsk ask, CancellationToken ct) => View(await ImportList.ForAsync(db, user.Id, Permission.ImportLists, tampil, ask, ct));

    [HttpGet("baru")]
    public IActionResult Upload() => View(new UploadForm());

    /// <summary>
    /// The file is streamed straight into its sealed place, so the form is read by hand and its antiforgery token is checked by hand:
    /// binding would put the plain file into the system's temporary folder.
    /// </summary>
    [HttpPost("baru"), IgnoreAntiforgeryToken, RequestSizeLimit(ImportIntake.MaxUploadBytes + (1024 * 1024)), ActionName(nameof(Upload))]
    public async Task<IActionResult> Receive()
    {
        var reading = new UploadReading(HttpContext, HttpContext.RequestServices.GetRequiredService<IAntiforgery>(), ModelState, Permission.ImportLists);
        var batch = await reading.ReceiveAsync(HttpContext.RequestServices.GetRequiredService<ImportIntake>());
        if (reading is { HasValidToken: false, IsTooLarge: false })
            return BadRequest();
        return batch is null ? Incomplete(nameof(Upload), reading.Form) : RedirectToAction(nameof(Details), new { id = batch.PublicId });
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Details(Guid id, int? halaman, CancellationToken ct) =>
        await ImportDetails.ForAsync(db, user.Id, Permission.ImportLists, id, halaman, ct) is { } details ? View(details) : NotFound();

    /// <summary>Rows that were not loaded, as they came, each with its reason. They hold full numbers, so fetching them is audited.</summary>
    [HttpPost("{id:guid}/tertahan")]
    public async Task<IActionResult> Withheld(Guid id, [FromServices] Sealer sealer, CancellationToken ct)
    {
        if (await WithheldRows.ForAsync(db, Permission.ImportLists, id, ct) is not { } withheld)
            return NotFound();
        await db.Changes.RecordAsync(db, "Import.WithheldFetched", withheld.Batch, detail: AuditDetail.Of(("rows", withheld.Batch.Counts.Rejected + withheld.Batch.Counts.Review)), ct: ct);
        var bytes = await WorkbookWriter.WriteAsync("baris tertahan", withheld.Headings, withheld.RowsAsync(db, sealer, ct), ct);
        return File(bytes, Workbook, withheld.FileName);
    }
}
