using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.Importing.Dtsen;

/// <summary>
/// Gives members of DTSEN the village, address and rank of their family: from the family's row where it has come, else from the household that the
/// list means by it, else from the identity card of a member, and from nowhere else the area of the import, which only those see who load lists.
/// </summary>
internal sealed class MemberPlaces(PortalDbContext db, StagingTarget target)
{
    public async Task GiveAsync(List<JudgedRow> members, CancellationToken ct)
    {
        var ids = members.Select(row => row.FamilyId).Distinct().ToList();
        var families = await db.ListedHouseholds.AsNoTracking().Where(row => row.ReleaseId == target.ReleaseId && row.SupersededById == null && EF.Parameter(ids).Contains(row.FamilyListId))
            .Select(row => new { row.FamilyListId, row.AreaCode, row.DecileCode, row.Address }).ToDictionaryAsync(row => row.FamilyListId, ct);
        var known = await db.ListKeys.AsNoTracking().Where(key => key.List == target.List && EF.Parameter(ids).Contains(key.FamilyListId)).ToDictionaryAsync(key => key.FamilyListId, key => key.AreaCode, ct);
        foreach (var family in members.GroupBy(row => row.FamilyId))
        {
            var listed = families.GetValueOrDefault(family.Key);
            var area = listed?.AreaCode ?? known.GetValueOrDefault(family.Key) ?? family.Select(row => row.Area.Stored).FirstOrDefault(code => code.Length > 0) ?? target.AreaCode;
            foreach (var row in family)
            {
                row.Area = AreaCode.Parse(area);
                if (listed is not null)
                    (row.Decile, row.Address) = (Domain.Welfare.WelfareDecile.FromCode(listed.DecileCode), listed.Address);
            }
        }
    }
}
