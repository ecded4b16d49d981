using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports.CivilRegistry;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Exporting;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Matching;

/// <summary>Takes persons with their full numbers to the civil registry, for a stated purpose that the audit and each family keep.</summary>
[Route("pemadanan/unduh"), RequirePermission(Permission.MatchCivilRegistry)]
public sealed class MatchingExportController(PortalDbContext db, ActingUser user, Sealer sealer, AreaDirectory areas, OfficeClock clock, ExportDesk desk, Accesses accesses) : PortalController
{
    private const string ExportView = "Export";

    [HttpGet("")]
    public async Task<IActionResult> Ask(MatchingAsk ask, CancellationToken ct) => View(ExportView, await AboutAsync(new ExportForm(), ask, ct));

    [HttpPost("")]
    public async Task<IActionResult> Send(MatchingAsk ask, ExportForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Incomplete(ExportView, await AboutAsync(form, ask, ct));
        var order = await OrderAsync(ask, form, ct);
        return new ExportResult(await desk.OpenAsync(order, AnswerColumn.All, new MatchingExport(db, sealer, areas, accesses).RowsAsync(ask, order.Purpose), ct), order.Format);
    }

    private async Task<ExportOrder> OrderAsync(MatchingAsk ask, ExportForm form, CancellationToken ct)
    {
        var area = user.HomeOf(Permission.MatchCivilRegistry);
        return new ExportOrder($"Orang untuk dipadankan, {areas.TitleOf(area)}", $"pemadanan-{area.Digits}", Permission.MatchCivilRegistry, form.Format ?? ExportFormat.Xlsx, form.Purpose ?? "")
        {
            AreaCode = area.Stored,
            Source = "register",
            Filter = ask.Words,
            State = $"keadaan {clock.Spelled(clock.UtcNow)}",
            RowCount = await ask.Of(db).CountAsync(ct),
            Note = "TERBATAS: memuat NIK lengkap; hanya untuk pemadanan, hapus setelah jawabannya dimuat",
        };
    }

    private async Task<ExportForm> AboutAsync(ExportForm form, MatchingAsk ask, CancellationToken ct)
    {
        form.Question = new ExportQuestion("Unduh orang untuk dipadankan",
            $"{Indonesian.Number(await ask.Of(db).CountAsync(ct))} jiwa, {ask.Words}. Berkas ini memuat NIK lengkap: pengunduhan dicatat, dan setiap keluarga dapat melihat siapa yang mengunduh serta untuk apa.",
            ask.Link, "/pemadanan");
        return form;
    }
}
