using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Deliberations;

/// <summary>Freezes the list of a village: the minutes, their rows and their paper, and the step of every household, in one transaction or not at all.</summary>
public sealed class DeliberationDesk(PortalDbContext db, ActingUser user, OfficeClock clock, OfficeSettings office, AreaDirectory areas, FontLibrary fonts)
{
    /// <summary>Targets of a village that a meeting can take up now, and those that keep it waiting.</summary>
    public static async Task<VillageList> ListAsync(PortalDbContext db, VerificationRound round, AreaCode village, CancellationToken ct)
    {
        var targets = await db.RoundTargets.AsNoTracking().In(village).Where(t => t.RoundId == round.Id).ToListAsync(ct);
        var ready = targets.Where(t => t.State is VerificationState.ApprovedByVillage).Select(AnnexWords.Of).ToList();
        return new VillageList(village, [.. AnnexWords.Values.All.Select(annex => (annex, ready.Count(one => one == annex)))], targets.Count(t => t.State < VerificationState.ApprovedByVillage))
        {
            Unchecked = await db.Proposals.In(village).CountAsync(p => p.RoundId == round.Id && p.Check == ProposalCheck.Waiting, ct),
        };
    }

    public async Task<(Outcome Outcome, Deliberation? Deliberation)> FreezeAsync(VerificationRound round, AreaCode village, DeliberationTerms terms, Func<string, string> checkAddress, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var list = await ListAsync(db, round, village, ct);
        if (list.StillVisited > 0)
            return (Outcome.Refuse($"Masih {list.StillVisited} keluarga yang belum selesai dikunjungi dan disetujui. Setujui atau catat hasilnya dahulu: musyawarah menyepakati seluruh daftar."), null);
        if (list.Unchecked > 0)
            return (Outcome.Refuse($"Masih {list.Unchecked} usulan baru yang belum diperiksa. Periksa di halaman Usulan baru: usulan yang diterima dikunjungi dan disepakati bersama daftarnya."), null);
        var targets = await db.RoundTargets.In(village).Where(t => t.RoundId == round.Id && t.State == VerificationState.ApprovedByVillage).ToListAsync(ct);
        var addendum = await db.Deliberations.CountAsync(d => d.RoundId == round.Id && d.AreaCode == village.Stored, ct);
        var place = new DeliberationPlace(round.Id, village.Stored, addendum, user.Id, clock.UtcNow, clock.Today);
        var outcome = Deliberation.Freeze(terms, place, await RowsAsync(round, targets, ct), out var deliberation);
        if (deliberation is null)
            return (outcome, null);
        db.Deliberations.Add(deliberation);
        db.Changes.Note("Deliberation.Frozen", deliberation, village.Stored, AuditDetail.Of(("contentHash", Convert.ToHexStringLower(deliberation.ListHash)), ("count", deliberation.Rows.Count)));
        await db.SaveChangesAsync(ct);
        foreach (var target in targets)
        {
            if (target.Agree(deliberation.Id, round, clock.UtcNow) is { IsAccepted: false } refused)
                return (refused, null);
        }
        var paper = new MinutesPaper(deliberation, round, await ReleaseTitleAsync(round, ct), checkAddress(deliberation.Code), await db.Offices.Select(o => o.HasTestData).SingleAsync(ct), office, areas);
        db.DeliberationPapers.Add(new DeliberationPaper { DeliberationId = deliberation.Id, Content = paper.Write(fonts) });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (Outcome.Accepted, deliberation);
    }

    private Task<string> ReleaseTitleAsync(VerificationRound round, CancellationToken ct) =>
        db.ListReleases.Where(release => release.Id == round.ReleaseId).Select(release => Domain.Lists.ListRelease.TitleOf(release.List, release.Name)).SingleAsync(ct);

    // In the order in which a meeting walks through its list: by annex, RT and name.
    private async Task<IReadOnlyList<DeliberationRow>> RowsAsync(VerificationRound round, IReadOnlyList<RoundTarget> targets, CancellationToken ct)
    {
        var ids = targets.Select(target => target.HouseholdId).ToList();
        // A household that was closed since its visit stands in the minutes as the visit found it.
        var households = await db.Households.IgnoreQueryFilters([FilterNames.Open]).AsNoTracking().Where(h => ids.Contains(h.Id))
            .Select(h => new { h.Id, h.HeadName, h.MemberCount, h.Version, Mask = db.Persons.Where(p => p.HouseholdId == h.Id && p.Relationship == Domain.People.Relationship.Head).Select(p => p.Nik!.Mask).FirstOrDefault() })
            .ToDictionaryAsync(h => h.Id, ct);
        var deciles = await db.ListedHouseholds.AsNoTracking().Where(row => row.ReleaseId == round.ReleaseId && row.SupersededById == null && ids.Contains(row.HouseholdId))
            .Select(row => new { row.HouseholdId, row.DecileCode }).ToListAsync(ct);
        var decileOf = deciles.GroupBy(row => row.HouseholdId).ToDictionary(group => group.Key, group => group.First().DecileCode);
        // Of this round alone: the reason of another one explains nothing here.
        var targetIds = targets.Select(target => (long?)target.Id).ToList();
        var texts = await db.Visits.AsNoTracking().Where(v => v.Status == VisitStatus.Approved && targetIds.Contains(v.RoundTargetId))
            .Select(v => new { v.HouseholdId, v.Number, v.ReasonText, v.PresenceNote }).ToListAsync(ct);
        var textOf = texts.GroupBy(text => text.HouseholdId).ToDictionary(group => group.Key, group => group.MaxBy(text => text.Number)!);
        return [.. targets.Select(target => (Target: target, Household: households[target.HouseholdId], Annex: AnnexWords.Of(target)))
            .OrderBy(row => row.Annex).ThenBy(row => row.Target.AreaCode, StringComparer.Ordinal).ThenBy(row => row.Household.HeadName, StringComparer.Ordinal).ThenBy(row => row.Target.Id)
            .GroupBy(row => row.Annex).SelectMany(group => group.Select((row, index) => new DeliberationRow
            {
                Annex = row.Annex,
                Number = index + 1,
                TargetId = row.Target.Id,
                HouseholdId = row.Target.HouseholdId,
                HouseholdVersion = row.Household.Version,
                AreaCode = row.Target.AreaCode,
                HeadName = row.Household.HeadName,
                NikMask = row.Household.Mask,
                MemberCount = row.Household.MemberCount,
                DecileCode = decileOf.TryGetValue(row.Target.HouseholdId, out var decile) ? decile : null,
                Finding = FindingOf(row.Target, textOf.TryGetValue(row.Target.HouseholdId, out var text) ? text.ReasonText : null, text?.PresenceNote),
            }))];
    }

    private static string FindingOf(RoundTarget target, string? reasonText, string? presenceNote)
    {
        if (target.Eligibility is Eligibility.NotEligible)
            return target.Reason is IneligibilityReason.Other && reasonText is not null ? reasonText : EligibilityWords.Reasons.Label(target.Reason);
        if (target.IsEligible is true)
            return target.Eligibility is Eligibility.ExtremelyPoor ? "layak ekstrem" : "layak miskin";
        return PresenceWords.Values.Label(target.Presence) + (presenceNote is null ? "" : $": {presenceNote}");
    }
}

/// <summary>What the meeting of a village would agree on now, by annex, and how many households keep it waiting.</summary>
public sealed record VillageList(AreaCode Village, IReadOnlyList<(Annex Annex, int Count)> Ready, int StillVisited)
{
    public int Total => Ready.Sum(part => part.Count);

    /// <summary>Proposals that nobody has looked at: the meeting waits for them.</summary>
    public int Unchecked { get; init; }
}
