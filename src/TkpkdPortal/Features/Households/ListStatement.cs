using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Features.Households;

/// <summary>What one release says of the household, as it was known at an instant.</summary>
public sealed record ListStatement(string Title, DateOnly ReleasedOn)
{
    public required string FamilyListId { get; init; }

    public required string Decile { get; init; }

    public string? HeadName { get; init; }

    public int? Persons { get; init; }

    public string? Occupation { get; init; }

    public Housing? Housing { get; init; }

    public ListedAid? Aid { get; init; }

    public long ReleaseId { get; init; }

    /// <summary>What a sheet of a deliberation or verification says beyond a list; null for a list.</summary>
    public SheetTerms? Sheet { get; init; }

    public static async Task<IReadOnlyList<ListStatement>> OfAsync(PortalDbContext db, long householdId, DateTime at, CancellationToken ct)
    {
        var later = db.ChangesAfter(at);
        // The caller has seen the household through all filters; a list may have named it where it lived before.
        var families = await db.ListedHouseholds.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking()
            .Where(row => row.HouseholdId == householdId && !later.Contains(row.ChangeSetId) && (row.SupersededById == null || later.Contains(row.SupersededById.Value))).ToListAsync(ct);
        var persons = await db.ListedPersons.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking()
            .Where(row => row.HouseholdId == householdId && !later.Contains(row.ChangeSetId) && (row.SupersededById == null || later.Contains(row.SupersededById.Value))).ToListAsync(ct);
        var releases = await db.ListReleases.AsNoTracking().OrderBy(release => release.ReleasedOn).ThenBy(release => release.Id).ToListAsync(ct);
        var rows = persons.ConvertAll(person => person.Id);
        var sheets = await db.SheetStatements.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking().Where(statement => rows.Contains(statement.ListedPersonId)).ToListAsync(ct);
        return [.. releases.Select(release => Of(release, families.Find(row => row.ReleaseId == release.Id), persons.FindAll(row => row.ReleaseId == release.Id), sheets)).OfType<ListStatement>()];
    }

    private static ListStatement? Of(ListRelease release, ListedHousehold? family, List<ListedPerson> persons, List<SheetStatement> sheets)
    {
        ListedRow? any = family ?? (ListedRow?)persons.Find(person => person.Relationship is Relationship.Head) ?? persons.FirstOrDefault();
        var sheet = any is ListedPerson ? sheets.Find(statement => statement.ListedPersonId == any.Id) : null;
        return any is null ? null : new ListStatement(release.Title, release.ReleasedOn)
        {
            ReleaseId = release.Id,
            Sheet = sheet,
            FamilyListId = any.FamilyListId,
            Decile = WelfareDecile.FromCode(any.DecileCode).Label,
            HeadName = any.Name,
            Persons = persons.Count == 0 ? null : persons.Count,
            Occupation = PersonWords.Occupations.Label(any.Occupation, "–"),
            Housing = family?.Housing ?? (release.List is SourceList.Verification ? sheet?.Housing : null),
            Aid = any.Aid,
        };
    }
}
