using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;

namespace TkpkdPortal.Features.Imports;

/// <summary>The rows of an import that were not loaded, opened for the one answer that gives them back.</summary>
public sealed record WithheldRows(ImportBatch Batch)
{
    public IReadOnlyList<string> Headings => ["baris", "keadaan", "alasan", .. (Batch.Headings ?? "").Split('\t')];

    public string FileName => $"baris-tertahan-{Batch.CreatedAt.ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture)}.xlsx";

    public static async Task<WithheldRows?> ForAsync(PortalDbContext db, Permission right, Guid id, CancellationToken ct) =>
        await ImportRights.Batches(db, right).AsNoTracking().SingleOrDefaultAsync(b => b.PublicId == id, ct) is { } batch
            && await db.WithheldRows.AnyAsync(row => row.BatchId == batch.Id, ct) ? new WithheldRows(batch) : null;

    public async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(PortalDbContext db, Sealer sealer, [EnumeratorCancellation] CancellationToken ct)
    {
        var reasons = (await db.ImportFindings.AsNoTracking().Where(f => f.BatchId == Batch.Id && f.Level != FindingLevel.Warning)
            .Select(f => new { f.Row, f.Message }).ToListAsync(ct)).ToLookup(f => f.Row, f => f.Message);
        await foreach (var row in db.WithheldRows.AsNoTracking().Where(row => row.BatchId == Batch.Id).OrderBy(row => row.Row).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return [row.Row.ToString(CultureInfo.InvariantCulture), row.Level is FindingLevel.Error ? "ditolak" : "menunggu diputuskan", string.Join(' ', reasons[row.Row]),
                .. RawCells.Unpack(sealer.Open(row.SealedRaw, SealedField.WithheldRowRaw, row.PublicId))];
        }
    }
}
