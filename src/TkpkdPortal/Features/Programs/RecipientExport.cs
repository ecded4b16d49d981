using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Exporting;
using TkpkdPortal.Privacy;

namespace TkpkdPortal.Features.Programs;

/// <summary>The recipients of one program, row by row; numbers are masked.</summary>
public static class RecipientExport
{
    public static IReadOnlyList<string> Headings { get; } = ["Kepala keluarga", "NIK kepala keluarga", "Kecamatan", "Desa/kelurahan", "Kode wilayah", "Tanggal", "Nilai (Rp)", "Barang", "Keadaan"];

    public static async IAsyncEnumerable<IReadOnlyList<ExportCell>> RowsAsync(PortalDbContext db, AreaDirectory areas, Guid program, Accesses accesses, string purpose)
    {
        var rows = from aid in db.Interventions.AsNoTracking()
                   join household in db.Households on aid.HouseholdId equals household.Id
                   where db.AidPrograms.Any(p => p.Id == aid.ProgramId && p.PublicId == program)
                   orderby aid.On descending, aid.Id descending
                   select new
                   {
                       household.PublicId,
                       household.HeadName,
                       aid.AreaCode,
                       aid.On,
                       aid.Amount,
                       aid.Goods,
                       aid.State,
                       Nik = household.Members.Where(m => m.Relationship == Relationship.Head).Select(m => m.Nik!.Mask).FirstOrDefault(), // A complex property: null where the row has no number.
                   };
        await foreach (var row in rows.AsAsyncEnumerable())
        {
            accesses.Note(row.PublicId, AccessChannel.Export, purpose);
            var village = AreaCode.Parse(row.AreaCode).AtLevel(AreaLevel.Village);
            yield return
            [
                ExportCell.Of(row.HeadName), ExportCell.Of(row.Nik ?? "belum ada"), ExportCell.Of(areas.NameOf(village.AtLevel(AreaLevel.District))), ExportCell.Of(areas.NameOf(village)),
                ExportCell.Code(village.Official), ExportCell.Of(Indonesian.Date(row.On)), ExportCell.Of(row.Amount, ""), ExportCell.Of(row.Goods), ExportCell.Of(InterventionStateWords.Values.Label(row.State)),
            ];
        }
    }
}
