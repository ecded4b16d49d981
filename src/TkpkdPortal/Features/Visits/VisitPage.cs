using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Rounds;
using TkpkdPortal.Security;

namespace TkpkdPortal.Features.Visits;

/// <summary>A visit with what stands around its form: the household, what the newest list says, who reviews.</summary>
public sealed record VisitPage(Visit Visit, Household Household, VisitForm Form)
{
    public required string EnumeratorName { get; init; }

    /// <summary>Who typed it from paper; null where it was written on a screen.</summary>
    public string? TypistName { get; init; }

    public string? ReviewerName { get; init; }

    public ListStatement? List { get; init; }

    public required PrivacyNotice Notice { get; init; }

    /// <summary>The questions that a round asks; null outside any round.</summary>
    public Questionnaire? Questionnaire { get; init; }

    /// <summary>What heads of RT and RW say of the family.</summary>
    public IReadOnlyList<HintLine> Hints { get; init; } = [];

    public int AidCount { get; init; }

    /// <summary>Another visit waits for the same household, or its data have changed since this one began: whoever reviews decides what enters.</summary>
    public bool IsInConflict { get; init; }

    public DateOnly? LastVisitedOn { get; init; }

    public AreaCode Area => AreaCode.Parse(Visit.AreaCode);

    /// <summary>"Kepala Desa" or "Lurah": who approves here.</summary>
    public string ReviewerTitle => Role.VillageHead.Title(Area.AtLevel(AreaLevel.Village));

    public static async Task<VisitPage?> ForAsync(PortalDbContext db, Guid id, CancellationToken ct)
    {
        var visit = await db.Visits.Include(v => v.Photos).SingleOrDefaultAsync(v => v.PublicId == id, ct);
        var household = visit is null ? null : await db.Households.AsNoTracking().Include(h => h.Members).SingleOrDefaultAsync(h => h.Id == visit.HouseholdId, ct);
        if (visit is null || household is null)
            return null;
        return new VisitPage(visit, household, VisitForm.Of(visit, household))
        {
            EnumeratorName = await NameOfAsync(db, visit.EnumeratorId, ct) ?? "",
            TypistName = visit.TypedById is { } typist ? await NameOfAsync(db, typist, ct) : null,
            ReviewerName = visit.DecidedById is { } reviewer ? await NameOfAsync(db, reviewer, ct) : null,
            Notice = await db.PrivacyNotices.AsNoTracking().OrderByDescending(notice => notice.Number).FirstAsync(ct),
            List = await ListStatement.NewestAsync(db, household.Id, ct),
            Questionnaire = visit.QuestionnaireId is { } asked ? await db.Questionnaires.AsNoTracking().Include(q => q.Questions).SingleAsync(q => q.Id == asked, ct) : null,
            IsInConflict = visit.Status is VisitStatus.Submitted && (household.Version != visit.BaseHouseholdVersion
                || await db.Visits.AnyAsync(v => v.HouseholdId == household.Id && v.Id != visit.Id && v.Status == VisitStatus.Submitted, ct)),
            Hints = [.. (await HintLine.OfAsync(db, [household.Id], ct))[household.Id]],
            AidCount = await db.Interventions.CountAsync(aid => aid.HouseholdId == household.Id, ct),
            LastVisitedOn = await db.Visits.Where(v => v.HouseholdId == household.Id && v.Number < visit.Number && v.Status == VisitStatus.Approved)
                .OrderByDescending(v => v.Number).Select(v => v.VisitedOn).FirstOrDefaultAsync(ct),
        };
    }

    private static Task<string?> NameOfAsync(PortalDbContext db, long userId, CancellationToken ct) =>
        db.Users.Where(u => u.Id == userId).Select(u => u.FullName).SingleOrDefaultAsync(ct);
}

/// <summary>What the newest release says, shown beside the question.</summary>
public sealed record ListStatement(string Title, string Decile, Housing Housing)
{
    public static async Task<ListStatement?> NewestAsync(PortalDbContext db, long householdId, CancellationToken ct)
    {
        var row = await (from listed in db.ListedHouseholds.AsNoTracking()
                         join release in db.ListReleases on listed.ReleaseId equals release.Id
                         where listed.HouseholdId == householdId && listed.SupersededById == null
                         orderby release.ReleasedOn descending, release.Id descending
                         select new { release.List, release.Name, listed.DecileCode, listed.Housing }).FirstOrDefaultAsync(ct);
        return row is null ? null : new ListStatement(ListRelease.TitleOf(row.List, row.Name), WelfareDecile.FromCode(row.DecileCode).Label, row.Housing);
    }
}
