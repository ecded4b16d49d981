using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Importing.Dtsen;

/// <summary>
/// Inside the publishing transaction: brings what DTSEN says into the households that were in the register before. The list that named a household
/// first keeps it up to date; another one fills what is unknown and changes nothing.
/// </summary>
internal sealed class DtsenPublisher(PortalDbContext db, ListedRows rows, StagingTarget target, NeedRules rules)
{
    private const int ChunkSize = 500;

    private readonly BulkWriter _bulk = BulkWriter.For(db);

    private IQueryable<ListedHousehold> Families =>
        db.ListedHouseholds.IgnoreQueryFilters([FilterNames.Published]).AsNoTracking().Where(row => row.ReleaseId == target.ReleaseId && row.SupersededById == null);

    private IQueryable<ListedPerson> Members =>
        db.ListedPersons.IgnoreQueryFilters([FilterNames.Published]).AsNoTracking().Where(row => row.ReleaseId == target.ReleaseId && row.SupersededById == null);

    public async Task ChangeKnownHouseholdsAsync(DateTime now, CancellationToken ct)
    {
        long after = 0;
        while (await KnownHouseholdIdsAsync(after, ct) is { Count: > 0 } ids)
        {
            await ChangeAsync(ids, now, ct);
            after = ids[^1];
        }
    }

    private Task<List<long>> KnownHouseholdIdsAsync(long after, CancellationToken ct)
    {
        var staged = target.Kind.IsOfPersons()
            ? db.ListedPersons.IgnoreQueryFilters([FilterNames.Published]).Where(row => row.ChangeSetId == target.ChangeSetId).Select(row => row.HouseholdId)
            : db.ListedHouseholds.IgnoreQueryFilters([FilterNames.Published]).Where(row => row.ChangeSetId == target.ChangeSetId).Select(row => row.HouseholdId);
        return staged.Where(id => id > after && !db.Households.Any(household => household.Id == id && household.ChangeSetId == target.ChangeSetId))
            .Distinct().OrderBy(id => id).Take(ChunkSize).ToListAsync(ct);
    }

    private async Task ChangeAsync(List<long> ids, DateTime now, CancellationToken ct)
    {
        var households = await db.Households.AsNoTracking().Include(h => h.Members).Where(h => ids.Contains(h.Id)).ToListAsync(ct);
        var families = (await Families.Where(row => ids.Contains(row.HouseholdId)).OrderBy(row => row.FamilyListId).ToListAsync(ct)).ToLookup(row => row.HouseholdId);
        var members = (await Members.Where(row => ids.Contains(row.HouseholdId)).OrderBy(row => row.RowNumber).ToListAsync(ct)).ToLookup(row => row.HouseholdId);
        var first = (await db.ListKeys.IgnoreQueryFilters([FilterNames.Published]).AsNoTracking().Where(key => ids.Contains(key.HouseholdId)).Select(key => new { key.HouseholdId, key.Id, key.List }).ToListAsync(ct))
            .GroupBy(key => key.HouseholdId).ToDictionary(keys => keys.Key, keys => keys.MinBy(key => key.Id)!.List);
        var elsewhere = await PersonsElsewhere.OfAsync(db, households, household => members[household.Id], ct);
        var changes = await RegisterChange.OfAsync(db, households, now, ct);
        foreach (var household in households)
            changes.Of(household, () => Apply(household, [.. families[household.Id]], [.. members[household.Id].Where(row => !elsewhere.Contains((household.Id, row.PersonId)))], first[household.Id] == target.List));
        await changes.WriteAsync(db, _bulk, target.ChangeSetId, ct);
    }

    private void Apply(Household household, List<ListedHousehold> families, List<ListedPerson> members, bool isItsList)
    {
        // Of a household that the list has split, the family with its head speaks for the house.
        var head = members.Find(row => row.PersonId == household.Head.Id);
        if ((families.Find(row => row.FamilyListId == head?.FamilyListId) ?? families.FirstOrDefault()) is { } family)
            Apply(household, family, isItsList);
        foreach (var row in members)
            Apply(household, row, isItsList);
        household.JudgeNeeds(rules);
    }

    private void Apply(Household household, ListedHousehold family, bool isItsList)
    {
        var card = rows.FamilyCardOf(family, household.PublicId);
        household.TakeInsurance(family);
        if (isItsList)
        {
            household.TakeFrom(family);
            if (card is not null)
                household.TakeFamilyCard(card);
            return;
        }
        household.FillFrom(family);
        if (card is not null)
            household.FillFamilyCard(card);
    }

    private void Apply(Household household, ListedPerson row, bool isItsList)
    {
        household.FillFrom(row);
        if (household.Members.FirstOrDefault(member => member.Id == row.PersonId) is not { } member)
        {
            var personId = Guid.CreateVersion7();
            household.AddMember(personId, rows.DetailsOf(row, personId), row.PersonId);
        }
        else if (isItsList)
        {
            household.UpdateMember(member, rows.DetailsOf(row, member));
        }
        else
        {
            Household.FillMember(member, rows.DetailsOf(row, member));
        }
    }
}
