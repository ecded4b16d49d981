using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Figures;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Profiles;

/// <summary>Profil desa or kelurahan as a paper, for whoever sees its figures.</summary>
public sealed class ProfilesController(PortalDbContext db, NeedTallies tallies, DecisionReach reach, OfficeSettings office, OfficeClock clock, AreaDirectory areas, ActingUser user, FontLibrary fonts) : PortalController
{
    [HttpGet("dasbor/profil/{kode}/profil.pdf"), RequirePermission(Permission.ViewDashboard)]
    public async Task<IActionResult> Paper(string kode, CancellationToken ct)
    {
        if (!areas.TryFind(kode, out var found) || found is not { Level: AreaLevel.Village } village || !user.CanAt(Permission.ViewDashboard, village.Stored))
            return NotFound();
        var profile = await VillageProfile.OfAsync(db, tallies, reach, office, clock, village, ct);
        var bytes = new ProfilePaper(profile, await db.Offices.AnyAsync(one => one.HasTestData, ct), office, areas).Write(fonts);
        await db.Changes.RecordAsync(db, "Paper.Fetched", null, areaCode: village.Stored, ct: ct);
        return File(bytes, "application/pdf", $"profil-{village.Digits}.pdf");
    }
}
