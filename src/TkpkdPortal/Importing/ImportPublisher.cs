using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Importing;

/// <summary>
/// Brings staged rows into the register: households that only this import names are built out of sight beforehand; those that the register
/// has already are changed inside the one transaction that makes everything visible.
/// </summary>
internal sealed class ImportPublisher(PortalDbContext db, ListedRows rows, StagingTarget target, NeedRules rules)
{
    private const int ChunkSize = 500, ReplacedAtOnce = 5_000;

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
        // Two steps into an index tell that every household is this import's own.
        if (!await db.ListKeys.IgnoreQueryFilters().AnyAsync(key => key.ChangeSetId < target.ChangeSetId, ct) && !await db.ListKeys.IgnoreQueryFilters().AnyAsync(key => key.ChangeSetId > target.ChangeSetId, ct))
            return;
        var known = await StagedHouseholdIds.Where(id => id > 0 && !NewHouseholds.Contains(id)).Distinct().OrderBy(id => id).ToListAsync(ct);
        foreach (var ids in known.Chunk(ChunkSize))
            await ChangeAsync([.. ids], now, ct);
    }

    /// <summary>The rows that the staged ones replace stay for questions about the past.</summary>
    public async Task SupersedeAsync(CancellationToken ct)
    {
        foreach (var ids in (await ReplacedAsync(ct)).Chunk(ReplacedAtOnce))
        {
            // By their keys alone: whether they lie in the own area was asked when they were found.
            await (target.Kind.IsOfPersons()
                ? db.ListedPersons.IgnoreQueryFilters([FilterNames.Published, FilterNames.Area]).Where(row => EF.Parameter(ids).Contains(row.Id)).ExecuteUpdateAsync(row => row.SetProperty(r => r.SupersededById, target.ChangeSetId), ct)
                : db.ListedHouseholds.IgnoreQueryFilters([FilterNames.Published, FilterNames.Area]).Where(row => EF.Parameter(ids).Contains(row.Id)).ExecuteUpdateAsync(row => row.SetProperty(r => r.SupersededById, target.ChangeSetId), ct));
        }
    }

    /// <summary>Ids of the rows that the staged ones replace; a release of which nothing was published has none.</summary>
    public async Task<List<long>> ReplacedAsync(CancellationToken ct)
    {
        if (!await db.ListReleases.IgnoreQueryFilters([FilterNames.Published]).AnyAsync(release => release.Id == target.ReleaseId && release.KnownFrom != null, ct))
            return [];
        // From the staged row to the one that it replaces, by release and id: asked the other way round, every row of the release would look through all that is staged.
        var replaced = target.Kind.IsOfPersons()
            ? from staged in StagedPersons.IgnoreQueryFilters([FilterNames.Area])
              join row in db.ListedPersons on new { staged.ReleaseId, staged.PersonListId } equals new { row.ReleaseId, row.PersonListId }
              where row.SupersededById == null && row.ChangeSetId != target.ChangeSetId
              select row.Id
            : from staged in StagedHouseholds.IgnoreQueryFilters([FilterNames.Area])
              join row in db.ListedHouseholds on new { staged.ReleaseId, staged.FamilyListId } equals new { row.ReleaseId, row.FamilyListId }
              where row.SupersededById == null && row.ChangeSetId != target.ChangeSetId
              select row.Id;
        return await replaced.Distinct().ToListAsync(ct);
    }

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
        household.JudgeNeeds(rules);
        return household;
    }

    private async Task ChangeAsync(List<long> ids, DateTime now, CancellationToken ct)
    {
        var households = await db.Households.AsNoTracking().Include(h => h.Members).Where(h => ids.Contains(h.Id)).ToListAsync(ct);
        var said = target.Kind.IsOfPersons()
            ? (await OfHouseholdsAsync(db.ListedPersons, ids, ct)).OrderBy(row => row.RowNumber).ToLookup<ListedRow, long>(row => row.HouseholdId)
            : (await OfHouseholdsAsync(db.ListedHouseholds, ids, ct)).ToLookup<ListedRow, long>(row => row.HouseholdId);
        var changes = await RegisterChange.OfAsync(db, households, now, ct);
        var elsewhere = await PersonsElsewhere.OfAsync(db, households, household => said[household.Id].OfType<ListedPerson>(), ct);
        var echoes = await MergedKeysAsync(ids, ct);
        foreach (var household in households)
            changes.Of(household, () => Apply(household, WithoutEchoes(said[household.Id], echoes), elsewhere));
        await changes.WriteAsync(db, _bulk, target.ChangeSetId, ct);
    }

    // By household alone: with the change set in the question SQLite would read all that is staged for each few households.
    private async Task<IEnumerable<T>> OfHouseholdsAsync<T>(IQueryable<T> rows, List<long> ids, CancellationToken ct)
        where T : ListedRow => (await rows.IgnoreQueryFilters([FilterNames.Published]).AsNoTracking().Where(row => ids.Contains(row.HouseholdId) && row.SupersededById == null).ToListAsync(ct))
            .Where(row => row.ChangeSetId == target.ChangeSetId);

    // A list that still names a family twice, after its two records were merged: the id of the record that stayed speaks, the other fills in for whom that one does not name.
    private static IEnumerable<ListedRow> WithoutEchoes(IEnumerable<ListedRow> said, HashSet<string> echoes)
    {
        var rows = said.ToList();
        return echoes.Count == 0 ? rows : rows.Where(row => !echoes.Contains(row.FamilyListId) || !rows.Exists(other => !echoes.Contains(other.FamilyListId) && (row as ListedPerson)?.PersonId == (other as ListedPerson)?.PersonId));
    }

    private async Task<HashSet<string>> MergedKeysAsync(List<long> ids, CancellationToken ct) =>
        [.. await db.HouseholdMerges.Where(merge => merge.UndoneAt == null && ids.Contains(merge.StayingId)).SelectMany(merge => merge.Rows).Where(row => row.Table == MergedTable.ListKey)
            .Join(db.ListKeys.Where(key => key.List == target.List), row => row.RowId, key => key.Id, (row, key) => key.FamilyListId).ToListAsync(ct)];

    private void Apply(Household household, IEnumerable<ListedRow> said, HashSet<(long Household, long Person)> elsewhere)
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
            else if (row is ListedPerson person && !elsewhere.Contains((household.Id, person.PersonId)))
            {
                Apply(household, person);
            }
        }
        household.JudgeNeeds(rules);
    }

    private void Apply(Household household, ListedPerson row)
    {
        household.TakeFrom(row);
        if (household.Members.FirstOrDefault(member => member.Id == row.PersonId) is { } member)
        {
            household.UpdateMember(member, rows.DetailsOf(row, member));
            return;
        }
        var personId = Guid.CreateVersion7();
        household.AddMember(personId, rows.DetailsOf(row, personId), row.PersonId);
    }
}
