using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Imports;

/// <summary>Recipients of a release that the register does not have: perhaps new families, perhaps a wrong number.</summary>
public sealed record UnmatchedRecipients(ImportBatch Batch, ListAsk Ask, IReadOnlyList<RecipientRow> Rows, Paging Paging)
{
    public ListTools Tools => new($"/impor/{Batch.PublicId}/tak-padan", Ask, "Cari nama penerima", ("baris", "Baris berkas"), ("nama", "Nama"), ("wilayah", "Desa dan kelurahan"));

    public static IReadOnlyList<string> Headings { get; } = ["baris", "opd", "program", "periode", "nik (disamarkan)", "nama_penerima", "alamat", "desa_kelurahan", "nominal"];

    public string FileName => $"penerima-tidak-padan-{Batch.CreatedAt.ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture)}.xlsx";

    public static async Task<UnmatchedRecipients?> ForAsync(PortalDbContext db, Guid id, ListAsk ask, CancellationToken ct)
    {
        if (await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.PublicId == id && b.Kind == ImportKind.Recipients, ct) is not { } batch)
            return null;
        var sought = ask.Patterns.Aggregate(Of(db, batch), (found, word) => found.Where(row => EF.Functions.Like(row.Name, word, LikePatterns.Escape)));
        var paging = ask.Paging(await sought.CountAsync(ct), 50);
        var ordered = ask.Order switch
        {
            "nama" => sought.OrderBy(row => row.Name).ThenBy(row => row.Id),
            "wilayah" => sought.OrderBy(row => row.AreaCode).ThenBy(row => row.Id),
            _ => sought.OrderBy(row => row.RowNumber).ThenBy(row => row.Id),
        };
        return new UnmatchedRecipients(batch, ask, await ordered.Skip(paging.Skip).Take(paging.PageSize).ToListAsync(ct), paging);
    }

    public static async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(PortalDbContext db, ImportBatch batch, AreaDirectory areas, [EnumeratorCancellation] CancellationToken ct)
    {
        var opds = await db.Opds.AsNoTracking().ToDictionaryAsync(opd => opd.Id, opd => opd.Name, ct);
        await foreach (var row in Of(db, batch).OrderBy(row => row.RowNumber).ThenBy(row => row.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return [row.RowNumber.ToString(CultureInfo.InvariantCulture), opds[row.OpdId], row.Program, row.Period.Label, row.Nik?.Mask ?? "", row.Name, row.Address,
                areas.NameOf(row.AreaCode), row.Amount is { } amount ? Indonesian.Rupiah(amount) : ""];
        }
    }

    private static IQueryable<RecipientRow> Of(PortalDbContext db, ImportBatch batch)
    {
        var release = batch.ReleaseName;
        return db.RecipientRows.AsNoTracking().Where(row => row.ReleaseName == release && row.SupersededById == null && row.InterventionId == null);
    }
}
