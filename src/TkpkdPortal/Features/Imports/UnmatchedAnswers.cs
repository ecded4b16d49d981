using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Imports;

/// <summary>Answers of one file about persons that the register does not have: a wrong number, or a family that has left.</summary>
public sealed record UnmatchedAnswers(ImportBatch Batch, IReadOnlyList<CivilRegistryAnswer> Rows, Paging Paging)
{
    public static async Task<UnmatchedAnswers?> ForAsync(PortalDbContext db, Guid id, int? page, CancellationToken ct)
    {
        if (await ImportRights.Batches(db, Permission.MatchCivilRegistry).AsNoTracking().SingleOrDefaultAsync(b => b.PublicId == id, ct) is not { } batch)
            return null;
        var rows = db.CivilRegistryAnswers.AsNoTracking().Where(row => row.BatchId == batch.Id && row.PersonId == null && row.SupersededById == null);
        var paging = Paging.Of(page, await rows.CountAsync(ct), 50);
        return new UnmatchedAnswers(batch, await rows.OrderBy(row => row.RowNumber).ThenBy(row => row.Id).Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct), paging);
    }
}
