using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Features.Households;

/// <summary>What one release says of the household, as it was known at an instant.</summary>
public sealed record ListStatement(string Title, DateOnly ReleasedOn)
{
    public required string FamilyListId { get; init; }

    public required string Decile { get; init; }

    public string? RegionalDeciles { get; init; }

    public required AreaCode Village { get; init; }

    /// <summary>The village's code as the list writes it, where that is not Kemendagri's.</summary>
    public string? SourceAreaCode { get; init; }

    public string? Address { get; init; }

    /// <summary>Masks of the KK number and of the head's NIK.</summary>
    public string? FamilyCard { get; init; }

    public string? HeadNik { get; init; }

    /// <summary>Their keyed indexes: masks alone look alike.</summary>
    public byte[]? FamilyCardIndex { get; init; }

    public byte[]? HeadNikIndex { get; init; }

    public string? HeadName { get; init; }

    public int? Persons { get; init; }

    public string? Occupation { get; init; }

    public Housing? Housing { get; init; }

    public ListedAid? Aid { get; init; }

    public bool? StuntingRisk { get; init; }

    /// <summary>The rows of the release that speak of the family and its persons.</summary>
    public IReadOnlyList<ListedRow> Rows { get; init; } = [];

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
        var releases = await db.ListReleases.IgnoreQueryFilters([FilterNames.Published]).AsNoTracking().OrderBy(release => release.ReleasedOn).ThenBy(release => release.Id).ToListAsync(ct);
        var rows = persons.ConvertAll(person => person.Id);
        var sheets = await db.SheetStatements.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking().Where(statement => rows.Contains(statement.ListedPersonId)).ToListAsync(ct);
        // A list that has split the household names it more than once.
        return [.. releases.SelectMany(release => families.Where(row => row.ReleaseId == release.Id).Select(row => row.FamilyListId)
            .Union(persons.Where(row => row.ReleaseId == release.Id).Select(row => row.FamilyListId), StringComparer.Ordinal)
            .Select(id => Of(release, families.Find(row => row.ReleaseId == release.Id && row.FamilyListId == id), persons.FindAll(row => row.ReleaseId == release.Id && row.FamilyListId == id), sheets)).OfType<ListStatement>())];
    }

    private static ListStatement? Of(ListRelease release, ListedHousehold? family, List<ListedPerson> persons, List<SheetStatement> sheets)
    {
        var head = persons.Find(person => person.Relationship is Relationship.Head);
        ListedRow? any = family ?? (ListedRow?)head ?? persons.FirstOrDefault();
        var sheet = any is ListedPerson ? sheets.Find(statement => statement.ListedPersonId == any.Id) : null;
        return any is null ? null : new ListStatement(release.Title, release.ReleasedOn)
        {
            ReleaseId = release.Id,
            Sheet = sheet,
            FamilyListId = release.List is SourceList.Dtsen ? family?.FamilyCard?.Mask ?? "–" : any.FamilyListId,
            FamilyCard = family?.FamilyCard?.Mask,
            Decile = WelfareDecile.FromCode(any.DecileCode).Label,
            RegionalDeciles = family is { ProvincialDecileCode: { } province, RegencyDecileCode: { } regency } ? $"provinsi {WelfareDecile.FromCode(province).Label}, kabupaten/kota {WelfareDecile.FromCode(regency).Label}" : null,
            Village = AreaCode.Parse(any.AreaCode).AtLevel(AreaLevel.Village),
            SourceAreaCode = family?.SourceAreaCode,
            Address = any.Address.Length == 0 ? null : any.Address,
            HeadName = any.Name,
            HeadNik = (head?.Nik ?? family?.Nik)?.Mask,
            HeadNikIndex = head?.NikIndex ?? family?.NikIndex,
            FamilyCardIndex = family?.FamilyCardIndex,
            Persons = persons.Count == 0 ? family?.StatedMembers : persons.Count,
            Occupation = PersonWords.Occupations.Label(head?.Occupation ?? any.Occupation, "–"),
            Housing = family?.Housing ?? (release.List is SourceList.Verification ? sheet?.Housing : null),
            Aid = any.Aid,
            StuntingRisk = family?.StuntingRisk is true || persons.Exists(person => person.StuntingRisk is true) ? true : null,
            Rows = [.. persons.Cast<ListedRow>(), .. family is null ? Array.Empty<ListedRow>() : [family]],
        };
    }
}
