using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Photos;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Visits;

/// <summary>Shows the photos of visits to whoever may see the visit; the photo of a KK, like a full number, to fewer, and each opening is audited.</summary>
[Route("kunjungan/{visit:guid}/foto/{photo:guid}"), RequirePermission(Permission.ViewVisits)]
public sealed class VisitPhotosController(PortalDbContext db, PhotoStore store, ActingUser user, Accesses accesses) : Controller
{
    [HttpGet(""), Sandboxed]
    public async Task<IActionResult> Show(Guid visit, Guid photo, CancellationToken ct)
    {
        var seen = await db.Visits.AsNoTracking().SingleOrDefaultAsync(v => v.PublicId == visit, ct);
        var found = seen is null ? null : await db.VisitPhotos.AsNoTracking().SingleOrDefaultAsync(p => p.VisitId == seen.Id && p.PublicId == photo && p.State == PhotoState.Kept, ct);
        if (seen is null || found?.FileId is not { } file || await db.Households.Where(h => h.Id == seen.HouseholdId).Select(h => (Guid?)h.PublicId).SingleOrDefaultAsync(ct) is not { } household)
            return NotFound();
        if (found.ShowsNumbers && !user.CanAt(Permission.RevealNumbers, seen.AreaCode))
            return Forbid();
        if (found.ShowsNumbers)
            await db.Changes.RecordAsync(db, "Photo.Opened", seen, seen.AreaCode, AuditDetail.Of(("kind", PhotoWords.Kinds.Label(found.Kind))), ct);
        accesses.Note(household, AccessChannel.Photo);
        return File(store.OpenRead(file), CleanPhoto.MediaTypeOf(found.Format!.Value));
    }
}
