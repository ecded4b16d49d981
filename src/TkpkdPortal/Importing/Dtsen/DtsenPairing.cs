using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Importing.Dtsen;

/// <summary>
/// Finds the household of the register that each family of DTSEN means, once its row and its members are both there, in whichever order they came
/// (decision 0034): the one with most of its members by NIK, else the one with its KK number, else the one where its head lives by name, birth date
/// and village, else a new one, built out of sight. What is in the register already is touched only by <see cref="LinkAsync"/>, inside the one
/// transaction that publishes.
/// </summary>
internal sealed class DtsenPairing(PortalDbContext db, ListedRows rows, StagingTarget target, NeedRules rules)
{
    private const int ChunkSize = 200;

    private readonly BulkWriter _bulk = BulkWriter.For(db);
    private readonly Dictionary<long, long> _persons = [];

    private IQueryable<ListedHousehold> Families =>
        db.ListedHouseholds.IgnoreQueryFilters([FilterNames.Published]).AsNoTracking().Where(row => row.ReleaseId == target.ReleaseId && row.SupersededById == null);

    private IQueryable<ListedPerson> Members =>
        db.ListedPersons.IgnoreQueryFilters([FilterNames.Published]).AsNoTracking().Where(row => row.ReleaseId == target.ReleaseId && row.SupersededById == null);

    /// <summary>Removes what a publication that broke off has built; nobody has seen any of it.</summary>
    public async Task ForgetAsync(CancellationToken ct)
    {
        await db.ListKeys.IgnoreQueryFilters([FilterNames.Published]).Where(key => key.ChangeSetId == target.ChangeSetId).ExecuteDeleteAsync(ct);
        await db.Households.IgnoreQueryFilters([FilterNames.Published]).Where(household => household.ChangeSetId == target.ChangeSetId).ExecuteDeleteAsync(ct);
    }

    /// <summary>Pairs the families that no release of the list has placed before; still invisible.</summary>
    public async Task PairAsync(IReadOnlyCollection<long> replaced, bool isTestData, Func<Task> onChunk, CancellationToken ct)
    {
        var gone = replaced.ToHashSet();
        var after = "";
        while (await CompleteFamiliesAsync(after, ct) is { Count: > 0 } ids)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            // Replaced are rows of the kind that this import brings; ids of the two tables are told apart by it.
            var families = (await Families.Where(row => ids.Contains(row.FamilyListId)).ToListAsync(ct)).Where(row => target.Kind.IsOfPersons() || !gone.Contains(row.Id)).ToList();
            var members = (await Members.Where(row => ids.Contains(row.FamilyListId)).OrderBy(row => row.RowNumber).ToListAsync(ct))
                .Where(row => !target.Kind.IsOfPersons() || !gone.Contains(row.Id)).ToLookup(row => row.FamilyListId);
            await PairAsync([.. families.Where(row => members.Contains(row.FamilyListId)).Select(row => new ListedFamily(row, [.. members[row.FamilyListId]]))], isTestData, ct);
            await onChunk();
            await transaction.CommitAsync(ct);
            after = ids[^1];
        }
    }

    /// <summary>Inside the publishing transaction: the half of each family that came before learns its household, its members their place and rank.</summary>
    public async Task LinkAsync(CancellationToken ct)
    {
        await db.ListedHouseholds.IgnoreQueryFilters([FilterNames.Published]).Where(row => row.ReleaseId == target.ReleaseId && row.HouseholdId == 0
                && db.ListKeys.Any(key => key.List == target.List && key.FamilyListId == row.FamilyListId))
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.HouseholdId, r => db.ListKeys.Where(key => key.List == target.List && key.FamilyListId == r.FamilyListId).Select(key => key.HouseholdId).First()), ct);
        await db.ListedPersons.IgnoreQueryFilters([FilterNames.Published]).Where(row => row.ReleaseId == target.ReleaseId && row.HouseholdId == 0
                && db.ListKeys.Any(key => key.List == target.List && key.FamilyListId == row.FamilyListId))
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.HouseholdId, r => db.ListKeys.Where(key => key.List == target.List && key.FamilyListId == r.FamilyListId).Select(key => key.HouseholdId).First()), ct);
        if (!target.Kind.IsOfPersons())
            await PlaceMembersAsync(ct);
        foreach (var (row, person) in _persons)
            await db.ListedPersons.IgnoreQueryFilters([FilterNames.Published]).Where(listed => listed.Id == row).ExecuteUpdateAsync(listed => listed.SetProperty(r => r.PersonId, person), ct);
    }

    private Task<int> PlaceMembersAsync(CancellationToken ct) => db.ListedPersons.IgnoreQueryFilters([FilterNames.Published]).Where(row => row.ReleaseId == target.ReleaseId
            && db.ListedHouseholds.Any(family => family.ChangeSetId == target.ChangeSetId && family.ReleaseId == target.ReleaseId && family.FamilyListId == row.FamilyListId))
        .ExecuteUpdateAsync(row => row
            .SetProperty(r => r.AreaCode, r => db.ListedHouseholds.Where(family => family.ChangeSetId == target.ChangeSetId && family.ReleaseId == target.ReleaseId && family.FamilyListId == r.FamilyListId).Select(family => family.AreaCode).First())
            .SetProperty(r => r.Address, r => db.ListedHouseholds.Where(family => family.ChangeSetId == target.ChangeSetId && family.ReleaseId == target.ReleaseId && family.FamilyListId == r.FamilyListId).Select(family => family.Address).First())
            .SetProperty(r => r.DecileCode, r => db.ListedHouseholds.Where(family => family.ChangeSetId == target.ChangeSetId && family.ReleaseId == target.ReleaseId && family.FamilyListId == r.FamilyListId).Select(family => family.DecileCode).First()), ct);

    private Task<List<string>> CompleteFamiliesAsync(string after, CancellationToken ct) => Families.Behind(after)
        .Where(row => db.ListedPersons.Any(member => member.ReleaseId == target.ReleaseId && member.SupersededById == null && member.FamilyListId == row.FamilyListId)
            && !db.ListKeys.Any(key => key.List == target.List && key.FamilyListId == row.FamilyListId))
        .Select(row => row.FamilyListId).Distinct().OrderBy(id => id).Take(ChunkSize).ToListAsync(ct);

    private async Task PairAsync(List<ListedFamily> families, bool isTestData, CancellationToken ct)
    {
        var register = await KnownFamilies.ForAsync(db, families, ct);
        var (householdId, keyId) = (await _bulk.ReserveIdsAsync<Household>(ct), await _bulk.ReserveIdsAsync<ListKey>(ct));
        var (households, keys) = (new List<Household>(), new List<ListKey>());
        foreach (var family in families)
        {
            var known = await register.FindAsync(family, ct);
            if (known is null)
                households.Add(Build(family, isTestData, householdId++));
            else
                NotePersons(family, known);
            keys.Add(new ListKey
            {
                Id = keyId++,
                List = target.List,
                FamilyListId = family.Row.FamilyListId,
                HouseholdId = known?.Id ?? households[^1].Id,
                AreaCode = known?.AreaCode ?? family.Row.AreaCode,
                ChangeSetId = target.ChangeSetId,
            });
        }
        await new HouseholdBulk(_bulk).InsertAsync(households, target.ChangeSetId, ct);
        await _bulk.InsertAsync(keys, ct);
    }

    // A row of the register's own person, where the id that it was given at staging is another.
    private void NotePersons(ListedFamily family, Household known)
    {
        foreach (var (row, person) in family.Known)
        {
            if (row.PersonId != person)
                _persons[row.Id] = person;
        }
        var taken = family.Known.Select(pair => pair.Person).ToHashSet();
        foreach (var row in family.Members.Where(row => family.Known.All(pair => pair.Row != row)))
        {
            // Another number or none, but the name and the day are those of a member who is not meant by anybody else.
            if (known.Members.FirstOrDefault(member => !taken.Contains(member.Id) && SamePerson.Is(member.Name, member.BirthDate, row.Name, row.BirthDate)) is not { } member)
                continue;
            taken.Add(member.Id);
            if (row.PersonId != member.Id)
                _persons[row.Id] = member.Id;
        }
    }

    private Household Build(ListedFamily family, bool isTestData, long id)
    {
        var first = family.Head;
        var (publicId, headId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var household = new Household(publicId, family.Row.AreaCode, rows.DetailsOf(first, headId), headId, isTestData, id, first.PersonId);
        household.TakeFrom(family.Row);
        household.TakeInsurance(family.Row);
        if (rows.FamilyCardOf(family.Row, publicId) is { } card)
            household.TakeFamilyCard(card);
        foreach (var row in family.Members.Where(row => row != first))
        {
            var personId = Guid.CreateVersion7();
            household.AddMember(personId, rows.DetailsOf(row, personId), row.PersonId);
        }
        foreach (var row in family.Members)
            household.FillFrom(row);
        household.JudgeNeeds(rules);
        return household;
    }
}

/// <summary>A family of the list with its members, and which of them are persons of the register.</summary>
internal sealed record ListedFamily(ListedHousehold Row, IReadOnlyList<ListedPerson> Members)
{
    public ListedPerson Head { get; } = Members.FirstOrDefault(row => row.Relationship is Relationship.Head) ?? Members[0];

    public List<(ListedPerson Row, long Person)> Known { get; } = [];
}
