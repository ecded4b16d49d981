using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Exporting;
using TkpkdPortal.HouseholdLists;
using TkpkdPortal.Privacy;

namespace TkpkdPortal.Features.Households;

/// <summary>The list of households as a file, row by row; numbers are masked as on every page.</summary>
public static class HouseholdExport
{
    public static IReadOnlyList<string> Headings { get; } =
        ["Kepala keluarga", "NIK kepala keluarga", "Nomor KK", "Kecamatan", "Desa/kelurahan", "Kode wilayah", "RW", "RT", "Alamat", "Jiwa", "Desil", "Status verval", "Hasil", "Diverifikasi", "Anggota tanpa NIK"];

    public static async IAsyncEnumerable<IReadOnlyList<ExportCell>> RowsAsync(PortalDbContext db, AreaDirectory areas, HouseholdFilter filter, AreaCode area, DateOnly today, Accesses accesses, string purpose)
    {
        var rows = HouseholdList.Of(db, filter, area, today).Select(h => new
        {
            h.PublicId,
            h.HeadName,
            h.AreaCode,
            h.Address,
            h.MemberCount,
            h.DecileCode,
            h.Eligibility,
            h.VerifiedOn,
            Nik = h.Members.Where(m => m.Relationship == Relationship.Head).Select(m => m.Nik!.Mask).FirstOrDefault(), // A complex property: null where the row has no number.
            Card = h.FamilyCard!.Mask, // The same.
            Status = db.Visits.Where(v => v.HouseholdId == h.Id).OrderByDescending(v => v.Number).Select(v => (VisitStatus?)v.Status).FirstOrDefault(),
            WithoutNik = h.Members.Count(m => m.NikIndex == null),
        });
        await foreach (var h in rows.AsAsyncEnumerable())
        {
            accesses.Note(h.PublicId, AccessChannel.Export, purpose);
            var code = AreaCode.Parse(h.AreaCode);
            yield return
            [
                ExportCell.Of(h.HeadName), ExportCell.Of(h.Nik ?? "belum ada"), ExportCell.Of(h.Card ?? "belum ada"), ExportCell.Of(areas.NameOf(code.AtLevel(AreaLevel.District))),
                ExportCell.Of(areas.NameOf(code.AtLevel(AreaLevel.Village))), ExportCell.Code(code.AtLevel(AreaLevel.Village).Official), ExportCell.Code(code.Rw), ExportCell.Code(code.Rt),
                ExportCell.Of(h.Address), ExportCell.Of(h.MemberCount), ExportCell.Of(h.DecileCode is { } decile ? WelfareDecile.FromCode(decile).Label : "belum diketahui"),
                ExportCell.Of(VisitStatusWords.Values.Label(h.Status, "Belum dikunjungi")), ExportCell.Of(EligibilityWords.Values.Label(h.Eligibility, "")),
                ExportCell.Of(h.VerifiedOn is { } day ? Indonesian.Date(day) : ""), ExportCell.Of(h.WithoutNik),
            ];
        }
    }
}
