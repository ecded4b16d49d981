using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Exporting;
using TkpkdPortal.HouseholdLists;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Households;

/// <summary>Takes the list of households out as a file, for a stated purpose.</summary>
[Route("keluarga/unduh"), RequirePermission(Permission.ExportLists)]
public sealed class HouseholdExportController(PortalDbContext db, ActingUser user, AreaDirectory areas, OfficeClock clock, ExportDesk desk, Accesses accesses) : PortalController
{
    private const string ExportView = "Export";

    [HttpGet("")]
    public async Task<IActionResult> Ask(HouseholdFilter filter, CancellationToken ct) =>
        filter.AreaWithin(areas, user.HomeOf(Permission.ExportLists)) is { } area ? View(ExportView, await AboutAsync(new ExportForm(), filter, area, ct)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Send(HouseholdFilter filter, ExportForm form, CancellationToken ct)
    {
        if (filter.AreaWithin(areas, user.HomeOf(Permission.ExportLists)) is not { } area)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete(ExportView, await AboutAsync(form, filter, area, ct));
        var order = await OrderAsync(filter, form, area, ct);
        return new ExportResult(await desk.OpenAsync(order, HouseholdExport.Headings, HouseholdExport.RowsAsync(db, areas, filter, area, clock.Today, accesses, order.Purpose), ct), order.Format);
    }

    private async Task<ExportOrder> OrderAsync(HouseholdFilter filter, ExportForm form, AreaCode area, CancellationToken ct)
    {
        var release = await db.RankingReleases.AsNoTracking().OrderByDescending(r => r.ReleasedOn).ThenByDescending(r => r.Id).FirstOrDefaultAsync(ct);
        return new ExportOrder($"Keluarga di {areas.TitleOf(area)}", $"keluarga-{area.Digits}", Permission.ExportLists, form.Format ?? ExportFormat.Xlsx, form.Purpose ?? "")
        {
            AreaCode = area.Stored,
            Source = release is null ? "register" : $"register; desil menurut daftar yang lebih dahulu memuat keluarga, rilis terakhir {release.Title} (rilis {Indonesian.Date(release.ReleasedOn)})",
            Filter = filter.Words(areas, area),
            State = $"keadaan {clock.Spelled(clock.UtcNow)}",
            RowCount = await HouseholdList.Of(db, filter, area, clock.Today).CountAsync(ct),
            Note = "TERBATAS: memuat data pribadi; jangan diteruskan di luar tujuan ini",
        };
    }

    private async Task<ExportForm> AboutAsync(ExportForm form, HouseholdFilter filter, AreaCode area, CancellationToken ct)
    {
        var count = await HouseholdList.Of(db, filter, area, clock.Today).CountAsync(ct);
        form.Question = new ExportQuestion($"Unduh keluarga di {areas.TitleOf(area)}", $"{Indonesian.Number(count)} KK: {filter.Words(areas, area)}. NIK dan nomor KK disamarkan.", filter.Export, filter.With());
        return form;
    }
}
