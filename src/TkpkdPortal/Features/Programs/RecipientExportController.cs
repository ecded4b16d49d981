using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Exporting;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Programs;

/// <summary>Takes the recipients of a program out as a file, for a stated purpose.</summary>
[Route("program/{id:guid}/unduh"), RequirePermission(Permission.ExportLists)]
public sealed class RecipientExportController(PortalDbContext db, AreaDirectory areas, OfficeClock clock, ExportDesk desk, Accesses accesses) : PortalController
{
    private const string ExportView = "Export";

    [HttpGet("")]
    public async Task<IActionResult> Ask(Guid id, CancellationToken ct) =>
        await ProgramDetails.ForAsync(db, id, null, null, ct) is { Program.HasFigures: true } details ? View(ExportView, About(new ExportForm(), details)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Send(Guid id, ExportForm form, CancellationToken ct)
    {
        if (await ProgramDetails.ForAsync(db, id, null, null, ct) is not { Program.HasFigures: true } details)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(ExportView, About(form, details));
        var order = Order(details, form);
        return new ExportResult(await desk.OpenAsync(order, RecipientExport.Headings, RecipientExport.RowsAsync(db, areas, id, accesses, order.Purpose), ct), order.Format);
    }

    private ExportOrder Order(ProgramDetails details, ExportForm form) =>
        new($"Penerima {details.Program.Name} {details.Program.Year}", $"penerima-{details.Program.Id.ToString()[..8]}", Permission.ExportLists, form.Format ?? ExportFormat.Xlsx, form.Purpose ?? "")
        {
            Source = $"catatan {details.Program.Opd}",
            Filter = "semua catatan bantuan dalam wilayah dan tugas pengunduh",
            State = $"keadaan {clock.Spelled(clock.UtcNow)}",
            RowCount = details.Paging.Total,
            Note = "TERBATAS: memuat data pribadi; jangan diteruskan di luar tujuan ini",
        };

    private static ExportForm About(ExportForm form, ProgramDetails details)
    {
        form.Question = new ExportQuestion($"Unduh penerima {details.Program.Name} {details.Program.Year}", $"{Indonesian.Number(details.Paging.Total)} catatan bantuan dalam wilayah dan tugas Anda. NIK disamarkan.",
            $"/program/{details.Program.Id}/unduh", $"/program/{details.Program.Id}");
        return form;
    }
}
