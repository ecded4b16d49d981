using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Security;

namespace TkpkdPortal.Features.Field;

/// <summary>A visit that was written on a phone and thrown away there: it never came here, so the audit keeps that it existed.</summary>
[Route(FieldRequests.Root), RequirePermission(Permission.RecordVisits)]
public sealed class FieldDiscardsController(PortalDbContext db) : Controller
{
    private const int MostOfABody = 4 * 1024;

    [HttpPost("kunjungan/{visit:guid}/buang"), RequestSizeLimit(MostOfABody)]
    public async Task<IActionResult> Discard(Guid visit, CancellationToken ct)
    {
        if (await BoundedBody.ReadAsync(Request, MostOfABody, ct) is not { } bytes || FieldJson.Read<DiscardedVisit>(bytes, out _) is not { } discarded)
            return FieldJson.Answer(new FieldMessage("Kiriman ini tidak terbaca."), StatusCodes.Status400BadRequest);
        if (await db.Households.AsNoTracking().SingleOrDefaultAsync(h => h.PublicId == discarded.HouseholdId, ct) is not { } household)
            return FieldJson.Answer(new FieldMessage("Keluarga ini tidak ada, atau tidak lagi di wilayah Anda."), StatusCodes.Status404NotFound);
        await db.Changes.RecordAsync(db, "Visit.Discarded", household, household.AreaCode,
            AuditDetail.Of(("visit", visit), ("photos", discarded.Photos), ("recordedAt", discarded.RecordedAt?.UtcDateTime)), ct);
        return FieldJson.Answer(new FieldMessage("Penghapusan dicatat."));
    }
}

/// <summary>What the phone says of a visit that it threw away.</summary>
public sealed record DiscardedVisit(Guid HouseholdId, int Photos, DateTimeOffset? RecordedAt);
