using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Rounds.Decrees;

/// <summary>Makes the annexes of a decree from the households that it has just taken, and keeps them as their bytes.</summary>
public sealed class DecreeAnnexes(PortalDbContext db, OfficeSettings office, AreaDirectory areas, FontLibrary fonts)
{
    /// <summary>Adds both annexes; the caller saves them with the decree, in its transaction.</summary>
    public async Task AddAsync(Decree decree, VerificationRound round, CancellationToken ct)
    {
        var rows = await RowsAsync(decree, round, ct);
        var release = await db.ListReleases.Where(r => r.Id == round.ReleaseId).Select(r => ListRelease.TitleOf(r.List, r.Name)).SingleAsync(ct);
        var paper = new DecreeAnnexPaper(decree, round, release, rows, await db.Offices.Select(o => o.HasTestData).SingleAsync(ct), office, areas);
        db.DecreePapers.Add(new DecreePaper { DecreeId = decree.Id, Annex = DecreeAnnex.Recap, Households = rows.Count, Content = paper.WriteRecap(fonts) });
        db.DecreePapers.Add(new DecreePaper { DecreeId = decree.Id, Annex = DecreeAnnex.ByName, Households = rows.Count, Content = paper.WriteByName(fonts) });
    }

    private async Task<IReadOnlyList<DecreedRow>> RowsAsync(Decree decree, VerificationRound round, CancellationToken ct)
    {
        // A household that was closed since it was validated stands in the decree all the same.
        var rows = await db.RoundTargets.AsNoTracking().Where(target => target.DecreeId == decree.Id)
            .Join(db.Households.IgnoreQueryFilters([FilterNames.Open]), target => target.HouseholdId, household => household.Id, (target, household) => new
            {
                target.Id,
                target.AreaCode,
                target.Eligibility,
                household.HeadName,
                household.MemberCount,
                Mask = db.Persons.Where(p => p.HouseholdId == household.Id && p.Relationship == Relationship.Head).Select(p => p.Nik!.Mask).FirstOrDefault(),
                Decile = db.ListedHouseholds.Where(listed => listed.ReleaseId == round.ReleaseId && listed.HouseholdId == household.Id && listed.SupersededById == null).Select(listed => (byte?)listed.DecileCode).FirstOrDefault(),
            }).ToListAsync(ct);
        return [.. rows.OrderBy(row => row.AreaCode, StringComparer.Ordinal).ThenBy(row => row.HeadName, StringComparer.Ordinal).ThenBy(row => row.Id)
            .Select(row => new DecreedRow(row.AreaCode, row.HeadName, row.Mask, row.MemberCount, row.Decile, row.Eligibility is Eligibility.ExtremelyPoor))];
    }
}
