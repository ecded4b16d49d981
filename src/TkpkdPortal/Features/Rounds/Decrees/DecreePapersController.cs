using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Privacy;
using TkpkdPortal.Security;
using TkpkdPortal.Web;

namespace TkpkdPortal.Features.Rounds.Decrees;

/// <summary>The annexes of a decree as they were made: the recap for everybody who follows the round, the families by name for whoever recorded the decree.</summary>
[Route("sk/{id:guid}")]
public sealed class DecreePapersController(PortalDbContext db, Accesses accesses) : PortalController
{
    [HttpGet("rekap.pdf"), RequirePermission(Permission.ViewRounds)]
    public async Task<IActionResult> Recap(Guid id, CancellationToken ct) =>
        await FindAsync(id, DecreeAnnex.Recap, ct) is { } found ? File(found.Paper, "application/pdf", $"lampiran-1-{NameOf(found.Decree)}.pdf") : NotFound();

    /// <summary>Names every family of the decree: each is noted as seen, and the audit says who took the list.</summary>
    [HttpGet("daftar.pdf"), RequirePermission(Permission.RecordDecree)]
    public async Task<IActionResult> ByName(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, DecreeAnnex.ByName, ct) is not { } found)
            return NotFound();
        accesses.Note(await db.Households.Where(h => db.RoundTargets.Any(t => t.DecreeId == found.Decree.Id && t.HouseholdId == h.Id)).Select(h => h.PublicId).ToListAsync(ct), AccessChannel.DecreeAnnex);
        await db.Changes.RecordAsync(db, "Paper.Fetched", found.Decree, detail: AuditDetail.Of(("list", "lampiran SK menurut nama")), ct: ct);
        return File(found.Paper, "application/pdf", $"lampiran-2-{NameOf(found.Decree)}.pdf");
    }

    private async Task<FoundPaper?> FindAsync(Guid id, DecreeAnnex annex, CancellationToken ct) => await db.Decrees.AsNoTracking().SingleOrDefaultAsync(d => d.PublicId == id, ct) is { } decree
        && await db.DecreePapers.Where(p => p.DecreeId == decree.Id && p.Annex == annex).Select(p => p.Content).SingleOrDefaultAsync(ct) is { } paper ? new FoundPaper(decree, paper) : null;

    // Numbers of letters hold strokes, which no file's name can.
    private static string NameOf(Decree decree) => "sk-" + string.Concat(decree.Number.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));

    private sealed record FoundPaper(Decree Decree, byte[] Paper);
}
