using Microsoft.AspNetCore.Mvc;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rakor.Reports;

/// <summary>Bahan laporan: tables and sentences for the reports that the secretariat owes, of a period.</summary>
[Route("laporan"), RequirePermission(Permission.ViewMeetings)]
public sealed class ReportsController(PortalDbContext db, PackWriter writer, PackQueue queue, FontLibrary fonts, OfficeSettings office, OfficeClock clock) : PortalController
{
    [HttpGet("")]
    public IActionResult Index(ReportAsk ask) => db.Scope.Covers(office.Area.Stored) ? View(ask) : NotFound();

    [HttpGet("{jenis}.pdf")]
    public async Task<IActionResult> Paper(string jenis, ReportAsk ask, CancellationToken ct)
    {
        if (!db.Scope.Covers(office.Area.Stored) || ReportWords.Slugs.All.Where(kind => ReportWords.Slugs.Label(kind) == jenis).ToList() is not [var kind])
            return NotFound();
        if (!ModelState.IsValid || ask.PeriodOf(kind, clock.Today) is not { } period)
            return Refused(ask);
        var bytes = await queue.TakeTurnAsync(async () => ReportPaper.Write(await ReportFigures.OfAsync(db, writer, kind, period, clock.Today, ct), fonts), ct);
        await db.Changes.RecordAsync(db, "Paper.Fetched", null, ct: ct);
        return File(bytes, "application/pdf", $"{jenis}-{period.Name.ToLowerInvariant().Replace(' ', '-')}.pdf");
    }

    private ViewResult Refused(ReportAsk ask)
    {
        ModelState.Clear();
        ModelState.AddModelError("", $"Masa laporan itu belum dimulai atau tidak ada. Isi tahun antara {ReportAsk.FirstYear} dan {clock.Today.Year}; untuk Tabel RAT juga tahun berikutnya.");
        return Incomplete(nameof(Index), ask);
    }
}
