using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Importing;

/// <summary>
/// Brings staged rows into the register: households that only this import names are built out of sight beforehand; those that the register
/// has already are changed inside the one transaction that makes everything visible.
/// </summary>
internal sealed class ImportPublisher(PortalDbContext db, ListedRows rows, StagingTarget target, DateOnly today)
{
    private const int ChunkSize = 500;

    private readonly BulkWriter _bulk = BulkWriter.For(db);

    /// <summary>Builds the households of a persons file that nothing has named before; still invisible.</summary>
    public async Task BuildNewHouseholdsAsync(bool isTestData, Func<Task> onChunk, CancellationToken ct)
    {
        long after = 0;
        while (await NewHouseholdIdsAsync(after, ct) is { Count: > 0 } ids)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var members = await StagedPersons.Where(row => ids.Contains(row.HouseholdId)).OrderBy(row => row.RowNumber).ToListAsync(ct);
            var households = members.GroupBy(row => row.HouseholdId).Select(family => Build([.. family], isTestData)).ToList();
            await new HouseholdBulk(_bulk).InsertAsync(households, target.ChangeSetId, ct);
            await onChunk();
            await transaction.CommitAsync(ct);
            after = ids[^1];
        }
    }

    /// <summary>
    /// Inside the publishing transaction: changes the households that were in the register before, and keeps what they said. A sheet changes
    /// none of them: it is a statement beside the register (decision 0030).
    /// </summary>
    public async Task ChangeKnownHouseholdsAsync(DateTime now, CancellationToken ct)
    {
        if (target.Kind.IsSheet())
            return;
        long after = 0;
        while (await KnownHouseholdIdsAsync(after, ct) is { Count: > 0 } ids)
        {
            await ChangeAsync(ids, now, ct);
            after = ids[^1];
        }
    }

    /// <summary>The rows that the staged ones replace stay for questions about the past.</summary>
    public Task SupersedeAsync(CancellationToken ct) => target.Kind.IsOfPersons()
        ? ReplacedPersons.ExecuteUpdateAsync(row => row.SetProperty(r => r.SupersededById, target.ChangeSetId), ct)
        : ReplacedHouseholds.ExecuteUpdateAsync(row => row.SetProperty(r => r.SupersededById, target.ChangeSetId), ct);

    /// <summary>Ids of the rows that the staged ones replace.</summary>
    public Task<List<long>> ReplacedAsync(CancellationToken ct) => target.Kind.IsOfPersons() ? ReplacedPersons.Select(row => row.Id).ToListAsync(ct) : ReplacedHouseholds.Select(row => row.Id).ToListAsync(ct);

    private IQueryable<ListedPerson> ReplacedPersons => db.ListedPersons.IgnoreQueryFilters([FilterNames.Published])
        .Where(row => row.ReleaseId == target.ReleaseId && row.SupersededById == null && row.ChangeSetId != target.ChangeSetId && StagedPersons.Any(staged => staged.PersonListId == row.PersonListId));

    private IQueryable<ListedHousehold> ReplacedHouseholds => db.ListedHouseholds.IgnoreQueryFilters([FilterNames.Published])
        .Where(row => row.ReleaseId == target.ReleaseId && row.SupersededById == null && row.ChangeSetId != target.ChangeSetId && StagedHouseholds.Any(staged => staged.FamilyListId == row.FamilyListId));

    private IQueryable<ListedHousehold> StagedHouseholds =>
        db.ListedHouseholds.IgnoreQueryFilters([FilterNames.Published]).AsNoTracking().Where(row => row.ChangeSetId == target.ChangeSetId);

    private IQueryable<ListedPerson> StagedPersons =>
        db.ListedPersons.IgnoreQueryFilters([FilterNames.Published]).AsNoTracking().Where(row => row.ChangeSetId == target.ChangeSetId);

    private IQueryable<long> NewHouseholds =>
        db.ListKeys.IgnoreQueryFilters([FilterNames.Published]).Where(key => key.ChangeSetId == target.ChangeSetId).Select(key => key.HouseholdId);

    private IQueryable<long> StagedHouseholdIds => target.Kind.IsOfPersons()
        ? StagedPersons.Select(row => row.HouseholdId)
        : StagedHouseholds.Select(row => row.HouseholdId);

    private Task<List<long>> NewHouseholdIdsAsync(long after, CancellationToken ct) => StagedPersons.Select(row => row.HouseholdId)
        .Where(id => id > after && NewHouseholds.Contains(id)).Distinct().OrderBy(id => id).Take(ChunkSize).ToListAsync(ct);

    private Task<List<long>> KnownHouseholdIdsAsync(long after, CancellationToken ct) =>
        StagedHouseholdIds.Where(id => id > after && !NewHouseholds.Contains(id)).Distinct().OrderBy(id => id).Take(ChunkSize).ToListAsync(ct);

    private Household Build(List<ListedPerson> family, bool isTestData)
    {
        var first = family.Find(row => row.Relationship is Relationship.Head) ?? family[0];
        var headId = Guid.CreateVersion7();
        var household = new Household(Guid.CreateVersion7(), first.AreaCode, rows.DetailsOf(first, headId), headId, isTestData, first.HouseholdId, first.PersonId);
        household.TakeFrom(first);
        foreach (var row in family.Where(row => row != first))
        {
            var personId = Guid.CreateVersion7();
            household.AddMember(personId, rows.DetailsOf(row, personId), row.PersonId);
            household.TakeFrom(row);
        }
        household.JudgeNeeds(today);
        return household;
    }

    private async Task ChangeAsync(List<long> ids, DateTime now, CancellationToken ct)
    {
        var households = await db.Households.AsNoTracking().Include(h => h.Members).Where(h => ids.Contains(h.Id)).ToListAsync(ct);
        var said = target.Kind.IsOfPersons()
            ? (await StagedPersons.Where(row => ids.Contains(row.HouseholdId)).OrderBy(row => row.RowNumber).ToListAsync(ct)).ToLookup<ListedRow, long>(row => row.HouseholdId)
            : (await StagedHouseholds.Where(row => ids.Contains(row.HouseholdId)).ToListAsync(ct)).ToLookup<ListedRow, long>(row => row.HouseholdId);
        var changes = await RegisterChange.OfAsync(db, households, now, ct);
        var elsewhere = await PersonsElsewhere.OfAsync(db, households, household => said[household.Id].OfType<ListedPerson>(), ct);
        var echoes = await MergedKeysAsync(ids, ct);
        foreach (var household in households)
            changes.Of(household, () => Apply(household, WithoutEchoes(said[household.Id], echoes), elsewhere));
        await changes.WriteAsync(db, _bulk, target.ChangeSetId, ct);
    }

    // A list that still names a family twice, after its two records were merged: the id of the record that stayed speaks, the other fills in for whom that one does not name.
    private static IEnumerable<ListedRow> WithoutEchoes(IEnumerable<ListedRow> said, HashSet<string> echoes)
    {
        var rows = said.ToList();
        return echoes.Count == 0 ? rows : rows.Where(row => !echoes.Contains(row.FamilyListId) || !rows.Exists(other => !echoes.Contains(other.FamilyListId) && (row as ListedPerson)?.PersonId == (other as ListedPerson)?.PersonId));
    }

    private async Task<HashSet<string>> MergedKeysAsync(List<long> ids, CancellationToken ct) =>
        [.. await db.HouseholdMerges.Where(merge => merge.UndoneAt == null && ids.Contains(merge.StayingId)).SelectMany(merge => merge.Rows).Where(row => row.Table == MergedTable.ListKey)
            .Join(db.ListKeys.Where(key => key.List == target.List), row => row.RowId, key => key.Id, (row, key) => key.FamilyListId).ToListAsync(ct)];

    private void Apply(Household household, IEnumerable<ListedRow> said, HashSet<long> elsewhere)
    {
        foreach (var row in said)
        {
            if (row is ListedHousehold family)
            {
                household.TakeFrom(family);
                var head = rows.DetailsOf(family, household.Head);
                if (household.IsHeadMeantBy(head))
                    household.UpdateMember(household.Head, head);
            }
            else if (row is ListedPerson person)
            {
                Apply(household, person, elsewhere);
            }
        }
        household.JudgeNeeds(today);
    }

    private void Apply(Household household, ListedPerson row, HashSet<long> elsewhere)
    {
        var member = household.Members.FirstOrDefault(member => member.Id == row.PersonId);
        if (member is null && elsewhere.Contains(row.PersonId))
            return;
        household.TakeFrom(row);
        if (member is not null)
        {
            household.UpdateMember(member, rows.DetailsOf(row, member));
            return;
        }
        var personId = Guid.CreateVersion7();
        household.AddMember(personId, rows.DetailsOf(row, personId), row.PersonId);
    }
}
