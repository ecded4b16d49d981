using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Rounds;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Features.Field;

/// <summary>A part of the households that an enumerator still has to visit, with the fields that a visit needs and no full number; <c>Next</c> asks for the part behind it.</summary>
public sealed record Worklist(IReadOnlyList<WorkItem> Items, Guid? Next, int Total)
{
    private const int PageSize = 250;

    /// <summary>While a round is open in the own area the households that it assigns to the enumerator; else those of the area of which no visit was approved; and whatever came back to the enumerator, whoever was there later.</summary>
    private static async Task<IQueryable<Household>> ToVisitAsync(PortalDbContext db, long userId, CancellationToken ct)
    {
        var assigned = TargetsToVisit.Of(db, userId);
        var returned = db.Visits.Where(visit => visit.EnumeratorId == userId && visit.Status == VisitStatus.Returned);
        return await TargetsToVisit.OfOpenRounds(db).AnyAsync(ct)
            ? db.Households.AsNoTracking().Where(household => assigned.Any(target => target.HouseholdId == household.Id) || returned.Any(visit => visit.HouseholdId == household.Id))
            : db.Households.AsNoTracking().Where(household => !db.Visits.Any(visit => visit.HouseholdId == household.Id && visit.Status == VisitStatus.Approved) || returned.Any(visit => visit.HouseholdId == household.Id));
    }

    public static async Task<Worklist> PageAsync(PortalDbContext db, AreaDirectory areas, OfficeClock clock, long userId, Guid? after, CancellationToken ct)
    {
        var all = await ToVisitAsync(db, userId, ct);
        var rest = after is { } last ? all.Where(household => household.PublicId.CompareTo(last) > 0) : all;
        var households = await rest.OrderBy(household => household.PublicId).Take(PageSize + 1).Include(household => household.Members).ToListAsync(ct);
        var page = households.Take(PageSize).ToList();
        var ids = page.ConvertAll(household => household.Id);
        var visits = (await db.Visits.AsNoTracking().Where(visit => ids.Contains(visit.HouseholdId)).OrderBy(visit => visit.Number).ToListAsync(ct)).ToLookup(visit => visit.HouseholdId);
        var own = visits.SelectMany(group => group).Where(visit => visit.EnumeratorId == userId).Select(visit => visit.PublicId).ToList();
        var revisions = await db.VisitSubmissions.Where(sent => own.Contains(sent.VisitId)).GroupBy(sent => sent.VisitId)
            .Select(group => new { group.Key, Revision = group.Max(sent => sent.Revision) }).ToDictionaryAsync(group => group.Key, group => group.Revision, ct);
        var photos = (await db.VisitPhotos.Where(photo => photo.State != PhotoState.Refused && db.Visits.Any(visit => visit.Id == photo.VisitId && own.Contains(visit.PublicId)))
            .Select(photo => new { photo.VisitId, photo.Kind }).Distinct().ToListAsync(ct)).ToLookup(photo => photo.VisitId, photo => photo.Kind);
        var hints = await HintLine.OfAsync(db, ids, ct);
        var lists = await ListsOfAsync(db, ids, ct);
        var due = await TargetsToVisit.Of(db, userId).Where(target => ids.Contains(target.HouseholdId)).GroupBy(target => target.HouseholdId).Select(g => new { g.Key, On = g.Min(target => target.DueOn) })
            .ToDictionaryAsync(household => household.Key, household => household.On, ct);
        return new Worklist([.. page.Select(household => WorkItem.Of(household, areas.NameOf(AreaCode.Parse(household.AreaCode).AtLevel(AreaLevel.Village)), [.. visits[household.Id]], userId, revisions, photos, lists.GetValueOrDefault(household.Id))
                with { DueOn = due.GetValueOrDefault(household.Id), IsTarget = due.ContainsKey(household.Id), Hints = [.. hints[household.Id].Select(hint => hint.Says(clock))] })],
            households.Count > PageSize ? page[^1].PublicId : null, await all.CountAsync(ct));
    }

    private static async Task<Dictionary<long, (string Title, string Decile)>> ListsOfAsync(PortalDbContext db, List<long> ids, CancellationToken ct)
    {
        var rows = await (from listed in db.ListedHouseholds.AsNoTracking()
                          join release in db.ListReleases on listed.ReleaseId equals release.Id
                          where ids.Contains(listed.HouseholdId) && listed.SupersededById == null
                          orderby release.ReleasedOn, release.Id
                          select new { Household = listed.HouseholdId, release.List, release.Name, listed.DecileCode }).ToListAsync(ct);
        // The newest is the last and stays.
        var lists = new Dictionary<long, (string, string)>();
        foreach (var row in rows)
            lists[row.Household] = (ListRelease.TitleOf(row.List, row.Name), WelfareDecile.FromCode(row.DecileCode).Label);
        return lists;
    }
}

/// <summary>A household as the phone keeps it.</summary>
public sealed record WorkItem(Guid Id, int Version, string AreaCode, string AreaName, string? Rt, string? Rw, string HeadName, string Address, string? NikMask, string? FamilyCardMask,
    IReadOnlyList<WorkMember> Members, Housing Housing, DateOnly? DueOn, WorkPosition? LastPosition, string? ListTitle, string? ListDecile, WorkVisit? Visit)
{
    /// <summary>A round calls for the visit, with its questionnaire.</summary>
    public bool IsTarget { get; init; }

    /// <summary>What heads of RT and RW say of it, as it is shown.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    public static WorkItem Of(Household household, string areaName, IReadOnlyList<Visit> visits, long userId, Dictionary<Guid, int> revisions, ILookup<long, PhotoKind> photos, (string Title, string Decile) list)
    {
        var area = Domain.Areas.AreaCode.Parse(household.AreaCode);
        var mine = visits.Where(visit => visit.EnumeratorId == userId).ToList();
        // What came back is mended first, also where a later one waits.
        var own = mine.FindLast(visit => visit.Status is VisitStatus.Returned) ?? mine.LastOrDefault();
        return new WorkItem(household.PublicId, household.Version, area.Official, areaName, area.Rt, area.Rw, household.HeadName, household.Address, household.Head.Nik?.Mask, household.FamilyCard?.Mask,
            [.. household.Members.OrderBy(member => member.Relationship).Select(member => new WorkMember(member.Name, member.Relationship, member.Sex, member.BirthDate?.Year))],
            household.Housing, DueOn: null, visits.LastOrDefault(visit => visit.Position is not null)?.Position is { } place ? new WorkPosition(place.Latitude, place.Longitude) : null,
            list.Title, list.Decile, own is null ? null : new WorkVisit(own.PublicId, revisions.GetValueOrDefault(own.PublicId), own.Status, own.ReturnNote, FieldAnswers.Of(own), [.. photos[own.Id]]));
    }
}

public sealed record WorkMember(string Name, Relationship Relation, Sex? Sex, int? BirthYear);

public sealed record WorkPosition(double Lat, double Lon);

/// <summary>The own visit that is under way, with what its photos show; the next one that is sent has a higher revision.</summary>
public sealed record WorkVisit(Guid Id, int Revision, VisitStatus Status, string? ReturnNote, FieldAnswers Answers, IReadOnlyList<PhotoKind> Photos);
