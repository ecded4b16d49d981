using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Imports;

/// <summary>Answers of one file about persons that the register does not have: a wrong number, or a family that has left.</summary>
public sealed record UnmatchedAnswers(ImportBatch Batch, ListAsk Ask, IReadOnlyList<CivilRegistryAnswer> Rows, Paging Paging)
{
    public ListTools Tools => new($"/pemadanan/jawaban/{Batch.PublicId}/tak-padan", Ask, "Cari nama orang", ("baris", "Baris berkas"), ("nama", "Nama"));

    public static async Task<UnmatchedAnswers?> ForAsync(PortalDbContext db, Guid id, ListAsk ask, CancellationToken ct)
    {
        if (await ImportRights.Batches(db, Permission.MatchCivilRegistry).AsNoTracking().SingleOrDefaultAsync(b => b.PublicId == id, ct) is not { } batch)
            return null;
        var rows = db.CivilRegistryAnswers.AsNoTracking().Where(row => row.BatchId == batch.Id && row.PersonId == null && row.SupersededById == null);
        var sought = ask.Patterns.Aggregate(rows, (found, word) => found.Where(row => EF.Functions.Like(row.Name, word, LikePatterns.Escape)));
        var paging = ask.Paging(await sought.CountAsync(ct), 50);
        var ordered = ask.Order == "nama" ? sought.OrderBy(row => row.Name).ThenBy(row => row.Id) : sought.OrderBy(row => row.RowNumber).ThenBy(row => row.Id);
        return new UnmatchedAnswers(batch, ask, await ordered.Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct), paging);
    }
}
