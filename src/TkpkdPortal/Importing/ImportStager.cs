using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;

namespace TkpkdPortal.Importing;

/// <summary>
/// Puts one chunk of judged rows beside what the release already says and stages what is new, out of sight. A family that no list has named
/// before gets its household at once under the unpublished change set; what is in the register already waits for publication.
/// </summary>
internal sealed class ImportStager(PortalDbContext db, ListedRows rows, StagingTarget target, DateOnly today)
{
    private readonly BulkWriter _bulk = BulkWriter.For(db);
    private readonly List<ImportFinding> _findings = [];
    private readonly List<WithheldRow> _withheld = [];

    private readonly Dictionary<int, RowNews> _news = [];

    public bool HasTestData { get; private set; }

    public bool HasRealData { get; private set; }

    public int Count(RowNews news) => _news.Count(row => row.Value == news);

    public IEnumerable<int> HeldForReview => _news.Where(row => row.Value is RowNews.ForReview).Select(row => row.Key);

    public RowNews? NewsOf(int row) => _news.TryGetValue(row, out var news) ? news : null;

    public async Task StageAsync(IReadOnlyList<StagedRow> chunk, CancellationToken ct)
    {
        foreach (var row in chunk)
            Note(row);
        var accepted = chunk.Where(row => row.Judged.IsAccepted).ToList();
        await (target.Kind.IsOfPersons() ? StagePersonsAsync(accepted, ct) : StageFamiliesAsync(accepted, ct));
        await FlushAsync(ct);
    }

    /// <summary>Takes back staged rows whose NIK stands in another family of the file, and lets them wait for a person.</summary>
    public async Task DemoteAsync(IReadOnlyList<(int Row, Finding Finding)> shared, CancellationToken ct)
    {
        foreach (var chunk in shared.Chunk(500))
        {
            var numbers = chunk.Select(finding => finding.Row).ToList();
            foreach (var listed in await StagedRowsAsync(numbers, ct))
                _withheld.Add(rows.Withheld(listed, target));
            foreach (var (row, finding) in chunk)
            {
                _findings.Add(new ImportFinding(target.BatchId, row, finding));
                if (_news.ContainsKey(row))
                    _news[row] = RowNews.ForReview;
            }
            await RemoveStagedAsync(numbers, ct);
            await FlushAsync(ct);
        }
    }

    private void Note(StagedRow row)
    {
        foreach (var finding in row.Judged.Findings)
            _findings.Add(new ImportFinding(target.BatchId, row.Judged.Number, finding));
        if (!row.Judged.IsAccepted && !target.IsDryRun)
            _withheld.Add(rows.Withheld(row, target, row.Judged.IsRejected ? FindingLevel.Error : FindingLevel.Review));
        if (row.Judged.IsAccepted && (row.Judged.Nik?.IsSynthetic ?? row.Judged.FamilyCard?.IsSynthetic) is { } isSynthetic)
            (HasTestData, HasRealData) = (HasTestData || isSynthetic, HasRealData || !isSynthetic);
    }

    private async Task StageFamiliesAsync(List<StagedRow> accepted, CancellationToken ct)
    {
        var ids = accepted.Select(row => row.Judged.FamilyId).ToList();
        var said = await db.ListedHouseholds.AsNoTracking()
            .Where(row => row.ReleaseId == target.ReleaseId && row.SupersededById == null && ids.Contains(row.FamilyListId))
            .ToDictionaryAsync(row => row.FamilyListId, row => new Said(row.Id, row.ContentHash), ct);
        var fresh = await SortOutAsync(accepted, row => said.GetValueOrDefault(row.FamilyId), ct);
        if (target.IsDryRun || fresh.Count == 0)
            return;
        var keys = await HouseholdsOfAsync(fresh, ct);
        var (listedId, headId) = (await _bulk.ReserveIdsAsync<ListedHousehold>(ct), await _bulk.ReserveIdsAsync<Person>(ct));
        var listed = fresh.Select((row, i) => rows.Household(row.Staged, target, row.Hash, listedId + i, keys.Of(row.Staged))).ToList();
        var households = listed.Where(row => keys.IsNew(row.HouseholdId)).Select((row, i) => NewHousehold(row, headId + i)).ToList();
        await InsertHouseholdsAsync(households, keys.New, ct);
        await _bulk.InsertAsync(listed, ct);
    }

    private async Task StagePersonsAsync(List<StagedRow> accepted, CancellationToken ct)
    {
        var ids = accepted.Select(row => row.Judged.PersonId).ToList();
        var said = await db.ListedPersons.AsNoTracking()
            .Where(row => row.ReleaseId == target.ReleaseId && row.SupersededById == null && ids.Contains(row.PersonListId))
            .ToDictionaryAsync(row => row.PersonListId, row => new Said(row.Id, row.ContentHash), ct);
        var fresh = await SortOutAsync(accepted, row => said.GetValueOrDefault(row.PersonId), ct);
        if (target.IsDryRun || fresh.Count == 0)
            return;
        var keys = await HouseholdsOfAsync(fresh, ct);
        await _bulk.InsertAsync(keys.New, ct);
        if (target.Kind.IsDtsen())
            await new Dtsen.MemberPlaces(db, target).GiveAsync(fresh.ConvertAll(row => row.Staged.Judged), ct);
        var persons = await PersonsOfAsync(fresh, keys, ct);
        var (listedId, personId) = (await _bulk.ReserveIdsAsync<ListedPerson>(ct), await NextPersonIdAsync(ct));
        await _bulk.InsertAsync([.. fresh.Select((row, i) =>
            rows.Person(row.Staged, target, row.Hash, listedId + i, keys.Of(row.Staged), persons.Find(row.Staged.Judged, keys.Of(row.Staged)) ?? personId++))], ct);
        var statementId = await _bulk.ReserveIdsAsync<SheetStatement>(ct);
        await _bulk.InsertAsync([.. fresh.Index().Where(row => row.Item.Staged.Judged.Statement is not null)
            .Select(row => rows.Statement(row.Item.Staged.Judged, target, statementId++, listedId + row.Index, keys.Of(row.Item.Staged)))], ct);
        // They are written only when the file has been read; a child who is born meanwhile must not be taken for one of them.
        await _bulk.KeepIdsBelowAsync<Person>(personId, ct);
    }

    // New, changed or same beside the release; a number that the register knows in another household waits for a person.
    private async Task<List<(StagedRow Staged, byte[] Hash)>> SortOutAsync(List<StagedRow> accepted, Func<JudgedRow, Said?> said, CancellationToken ct)
    {
        var fresh = new List<(StagedRow, byte[])>();
        foreach (var row in accepted)
        {
            var (before, hash) = (said(row.Judged), rows.HashOf(row.Judged));
            var isSame = before is not null && before.Hash.AsSpan().SequenceEqual(hash);
            _news[row.Judged.Number] = before is null ? RowNews.New : isSame ? RowNews.Same : RowNews.Changed;
            if (isSame)
                continue;
            fresh.Add((row, hash));
        }
        // DTSEN names families again that another list has named: it is paired with the register, not parted from it.
        var elsewhere = target.Kind.IsDtsen() ? [] : await KnownElsewhereAsync(fresh, ct);
        foreach (var (row, _) in fresh.Where(row => elsewhere.Contains(row.Item1.Judged.Number)))
            HoldForReview(row);
        fresh.RemoveAll(row => elsewhere.Contains(row.Item1.Judged.Number));
        return fresh;
    }

    private void HoldForReview(StagedRow row)
    {
        _news[row.Judged.Number] = RowNews.ForReview;
        if (!target.IsDryRun)
            _withheld.Add(rows.Withheld(row, target, FindingLevel.Review));
        _findings.Add(new ImportFinding(target.BatchId, row.Judged.Number, new Finding(FindingLevel.Review, FindingKind.NikDuplicate, "nik",
            "NIK ini sudah ada di keluarga lain dalam register. Putuskan di keluarga mana orang ini berada.")));
    }

    private async Task<HashSet<int>> KnownElsewhereAsync(List<(StagedRow Staged, byte[] Hash)> fresh, CancellationToken ct)
    {
        var indexed = fresh.Where(row => row.Staged.Judged.Nik is not null)
            .ToDictionary(row => row.Staged.Judged.Number, row => (Index: rows.IndexOf(row.Staged.Judged.Nik!.Value), row.Staged.Judged.FamilyId));
        if (indexed.Count == 0)
            return [];
        var indexes = indexed.Values.Select(row => row.Index).ToList();
        var known = await db.Persons.AsNoTracking().Where(person => indexes.Contains(person.NikIndex!))
            .Select(person => new { person.NikIndex, person.HouseholdId }).ToListAsync(ct);
        if (known.Count == 0)
            return [];
        var ids = indexed.Values.Select(row => row.FamilyId).Distinct().ToList();
        var own = await db.ListKeys.AsNoTracking().Where(key => key.List == target.KeyList && ids.Contains(key.FamilyListId))
            .ToDictionaryAsync(key => key.FamilyListId, key => key.HouseholdId, ct);
        var households = known.ToLookup(person => Convert.ToHexString(person.NikIndex!), person => person.HouseholdId);
        return [.. indexed.Where(row => households[Convert.ToHexString(row.Value.Index)].Any(household => household != own.GetValueOrDefault(row.Value.FamilyId)))
            .Select(row => row.Key)];
    }

    private async Task<HouseholdKeys> HouseholdsOfAsync(List<(StagedRow Staged, byte[] Hash)> fresh, CancellationToken ct)
    {
        var ids = fresh.Select(row => row.Staged.Judged.FamilyId).Distinct().ToList();
        // Families that an earlier chunk of this very import has brought count as well.
        var known = await db.ListKeys.IgnoreQueryFilters([FilterNames.Published]).AsNoTracking()
            .Where(key => key.List == target.KeyList && ids.Contains(key.FamilyListId)).ToListAsync(ct);
        var keys = new HouseholdKeys(known);
        // A family of DTSEN finds its household only when both its files are there.
        if (target.Kind.IsDtsen())
            return keys;
        var (householdId, keyId) = (await NextHouseholdIdAsync(ct), await _bulk.ReserveIdsAsync<ListKey>(ct));
        foreach (var (row, _) in fresh)
        {
            keys.AddIfMissing(row.Judged.FamilyId, () => new ListKey
            {
                Id = keyId++,
                List = target.KeyList,
                FamilyListId = row.Judged.FamilyId,
                HouseholdId = householdId++,
                AreaCode = row.Judged.Area.Stored,
                ChangeSetId = target.ChangeSetId,
            });
        }
        await _bulk.KeepIdsBelowAsync<Household>(householdId, ct);
        return keys;
    }

    private async Task<KnownPersons> PersonsOfAsync(List<(StagedRow Staged, byte[] Hash)> fresh, HouseholdKeys keys, CancellationToken ct)
    {
        var ids = fresh.Select(row => row.Staged.Judged.PersonId).ToList();
        // Rows that were taken back still tell who was meant, where that person has stayed in the register.
        var listed = await db.ListedPersons.AsNoTracking().Where(row => ids.Contains(row.PersonListId) && (row.SupersededById == null || db.Persons.Any(person => person.Id == row.PersonId)))
            .Select(row => new { row.PersonListId, row.PersonId }).Distinct().ToListAsync(ct);
        if (target.Kind.IsDtsen())
            return new KnownPersons(listed.ToLookup(row => row.PersonListId, row => row.PersonId), []);
        var households = fresh.Select(row => keys.Of(row.Staged)).Where(id => !keys.IsNew(id)).Distinct().ToList();
        // A head whom an event named is not the one that the families file brought.
        var heads = await db.Persons.AsNoTracking().Where(person => households.Contains(person.HouseholdId) && person.Relationship == Relationship.Head
                && !db.Households.Any(household => household.Id == person.HouseholdId && (household.Verified & HouseholdField.Head) != 0))
            .ToDictionaryAsync(person => person.HouseholdId, person => person.Id, ct);
        return new KnownPersons(listed.ToLookup(row => row.PersonListId, row => row.PersonId), heads);
    }

    private Household NewHousehold(ListedHousehold row, long headKey)
    {
        var headId = Guid.CreateVersion7();
        var household = new Household(Guid.CreateVersion7(), row.AreaCode, rows.DetailsOf(row, headId), headId, HasTestData && !HasRealData, row.HouseholdId, headKey);
        household.TakeFrom(row);
        household.JudgeNeeds(today);
        return household;
    }

    private async Task InsertHouseholdsAsync(List<Household> households, List<ListKey> keys, CancellationToken ct)
    {
        var writer = new HouseholdBulk(_bulk);
        await writer.InsertAsync(households, target.ChangeSetId, ct);
        await _bulk.InsertAsync(keys, ct);
    }

    // Rows of persons carry the ids of persons and households that are built only when the file has been read: both count as given out.
    private async Task<long> NextPersonIdAsync(CancellationToken ct) => Math.Max(await _bulk.ReserveIdsAsync<Person>(ct),
        1 + (await db.ListedPersons.IgnoreQueryFilters([FilterNames.Published, FilterNames.Area]).MaxAsync(row => (long?)row.PersonId, ct) ?? 0));

    private async Task<long> NextHouseholdIdAsync(CancellationToken ct) => Math.Max(await _bulk.ReserveIdsAsync<Household>(ct),
        1 + (await db.ListKeys.IgnoreQueryFilters([FilterNames.Published, FilterNames.Area]).MaxAsync(key => (long?)key.HouseholdId, ct) ?? 0));

    private async Task FlushAsync(CancellationToken ct)
    {
        var (findingId, withheldId) = (await _bulk.ReserveIdsAsync<ImportFinding>(ct), await _bulk.ReserveIdsAsync<WithheldRow>(ct));
        await _bulk.InsertAsync([.. _findings.Select((finding, i) => finding.WithId(findingId + i))], ct);
        await _bulk.InsertAsync([.. _withheld.Select((row, i) => row.WithId(withheldId + i))], ct);
        _findings.Clear();
        _withheld.Clear();
    }

    private async Task<List<ListedRow>> StagedRowsAsync(List<int> numbers, CancellationToken ct) => target.Kind.IsOfPersons()
        ? [.. await db.ListedPersons.IgnoreQueryFilters([FilterNames.Published]).AsNoTracking()
            .Where(row => row.ChangeSetId == target.ChangeSetId && numbers.Contains(row.RowNumber)).ToListAsync(ct)]
        : [.. await db.ListedHouseholds.IgnoreQueryFilters([FilterNames.Published]).AsNoTracking()
            .Where(row => row.ChangeSetId == target.ChangeSetId && numbers.Contains(row.RowNumber)).ToListAsync(ct)];

    private async Task RemoveStagedAsync(List<int> numbers, CancellationToken ct)
    {
        if (target.Kind.IsOfPersons())
        {
            await db.ListedPersons.IgnoreQueryFilters([FilterNames.Published])
                .Where(row => row.ChangeSetId == target.ChangeSetId && numbers.Contains(row.RowNumber)).ExecuteDeleteAsync(ct);
            return;
        }
        var staged = db.ListedHouseholds.IgnoreQueryFilters([FilterNames.Published])
            .Where(row => row.ChangeSetId == target.ChangeSetId && numbers.Contains(row.RowNumber));
        var households = await staged.Select(row => row.HouseholdId).ToListAsync(ct);
        await staged.ExecuteDeleteAsync(ct);
        await db.ListKeys.IgnoreQueryFilters([FilterNames.Published])
            .Where(key => key.ChangeSetId == target.ChangeSetId && households.Contains(key.HouseholdId)).ExecuteDeleteAsync(ct);
        await db.Households.IgnoreQueryFilters([FilterNames.Published])
            .Where(household => household.ChangeSetId == target.ChangeSetId && households.Contains(household.Id)).ExecuteDeleteAsync(ct);
    }

    private sealed record Said(long Id, byte[] Hash);
}
