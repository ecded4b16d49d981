using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Exporting;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Web;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Imports;

/// <summary>Answers of the civil registry on their way into the register, loaded and seen by its own officers only.</summary>
[Route("pemadanan/jawaban"), RequirePermission(Permission.MatchCivilRegistry)]
public sealed class AnswersController(PortalDbContext db, ActingUser user) : PortalController
{
    private const Permission Right = Permission.MatchCivilRegistry;

    [HttpGet("")]
    public async Task<IActionResult> Answers(string? tampil, ListAsk ask, CancellationToken ct) => View(await ImportList.ForAsync(db, user.Id, Right, tampil, ask, ct));

    [HttpGet("baru")]
    public IActionResult UploadAnswer() => View(new UploadForm { Kind = ImportKind.CivilRegistry });

    /// <summary>Streamed into its sealed place like a list, so its antiforgery token is checked by hand.</summary>
    [HttpPost("baru"), IgnoreAntiforgeryToken, RequestSizeLimit(ImportIntake.MaxUploadBytes + (1024 * 1024)), ActionName(nameof(UploadAnswer))]
    public async Task<IActionResult> Receive()
    {
        var reading = new UploadReading(HttpContext, HttpContext.RequestServices.GetRequiredService<IAntiforgery>(), ModelState, Right);
        var batch = await reading.ReceiveAsync(HttpContext.RequestServices.GetRequiredService<ImportIntake>());
        if (reading is { HasValidToken: false, IsTooLarge: false })
            return BadRequest();
        return batch is null ? Incomplete(nameof(UploadAnswer), reading.Form) : RedirectToAction(nameof(Details), new { id = batch.PublicId });
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Details(Guid id, int? halaman, CancellationToken ct) =>
        await ImportDetails.ForAsync(db, user.Id, Right, id, halaman, ct) is { } details ? View(details) : NotFound();

    /// <summary>Answers about nobody whom the register has.</summary>
    [HttpGet("{id:guid}/tak-padan")]
    public async Task<IActionResult> UnmatchedAnswers(Guid id, ListAsk ask, CancellationToken ct) =>
        await Imports.UnmatchedAnswers.ForAsync(db, id, ask, ct) is { } unmatched ? View(nameof(UnmatchedAnswers), unmatched) : NotFound();

    [HttpPost("{id:guid}/tak-padan/cari")]
    public Task<IActionResult> SeekUnmatched(Guid id, ListAsk ask, CancellationToken ct) => UnmatchedAnswers(id, ask, ct);

    /// <summary>Rows that were not loaded, as they came, each with its reason; full numbers, so fetching them is audited.</summary>
    [HttpPost("{id:guid}/tertahan")]
    public async Task<IActionResult> Withheld(Guid id, [FromServices] Sealer sealer, CancellationToken ct)
    {
        if (await WithheldRows.ForAsync(db, Right, id, ct) is not { } withheld)
            return NotFound();
        await db.Changes.RecordAsync(db, "Import.WithheldFetched", withheld.Batch, detail: AuditDetail.Of(("rows", withheld.Batch.Counts.Rejected + withheld.Batch.Counts.Review)), ct: ct);
        return File(await WorkbookWriter.WriteAsync("baris tertahan", withheld.Headings, withheld.RowsAsync(db, sealer, ct), ct), ImportsController.Workbook, withheld.FileName);
    }
}
