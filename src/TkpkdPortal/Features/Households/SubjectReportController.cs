using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Households;

/// <summary>The paper that answers a request for the own data; only for a request that is being worked on and names its household.</summary>
[Route("privasi/permohonan/{id:guid}/laporan.pdf"), RequirePermission(Permission.HandleSubjectRequests)]
public sealed class SubjectReportController(PortalDbContext db, OfficeSettings office, OfficeClock clock, AreaDirectory areas, Accesses accesses) : PortalController
{
    [HttpPost("")]
    public async Task<IActionResult> Report(Guid id, [FromServices] FontLibrary fonts, CancellationToken ct)
    {
        if (await db.SubjectRequests.AsNoTracking().SingleOrDefaultAsync(r => r.PublicId == id, ct) is not { AllowsReport: true } request
            || await DetailsAsync(request, ct) is not { } details)
        {
            return NotFound();
        }
        var seen = await SeenLine.OfAsync(db, request.HouseholdId ?? 0, details.Id, ct);
        var bytes = new SubjectReport(details, request, seen, office, areas, clock).Write(fonts);
        accesses.Note(details.Id, AccessChannel.SubjectReport);
        await db.Changes.RecordAsync(db, "Subject.Reported", request, request.AreaCode, ct: ct);
        return File(bytes, "application/pdf", $"laporan-data-{id.ToString()[..8]}.pdf");
    }

    private async Task<HouseholdDetails?> DetailsAsync(SubjectRequest request, CancellationToken ct)
    {
        var household = await db.Households.AsNoTracking().Where(h => h.Id == request.HouseholdId).Select(h => (Guid?)h.PublicId).SingleOrDefaultAsync(ct);
        return household is { } known ? await HouseholdDetails.ForAsync(db, clock, known, null, ct) : null;
    }
}
