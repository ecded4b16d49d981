using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Importing;

/// <summary>
/// Puts one chunk of judged rows beside what the release already says and stages what is new, out of sight. A family that no list has named
/// before gets its household at once under the unpublished change set; what is in the register already waits for publication.
/// </summary>
internal sealed class ImportStager(PortalDbContext db, ListedRows rows, StagingTarget target, NeedRules rules)
{
    // Both databases bear so many parameters in one question.
    private const int NumbersAtOnce = 500;

    private readonly BulkWriter _bulk = BulkWriter.For(db);
    private readonly NewFamilies _families = new(rows, target, rules);
    private readonly List<ImportFinding> _findings = [];
    private readonly List<WithheldRow> _withheld = [];

    // By the row's number; a byte for each of up to two million rows.
    private readonly List<RowNews> _news = [];

    public bool HasTestData => _families.HasTestData;

    public bool HasRealData => _families.HasRealData;

    public int Count(RowNews news) => _news.Count(row => row == news);

    public IEnumerable<int> HeldForReview => _news.Index().Where(row => row.Item is RowNews.ForReview).Select(row => row.Index);

    public RowNews NewsOf(int row) => row < _news.Count ? _news[row] : RowNews.None;

    public async Task StageAsync(StagedChunk chunk, CancellationToken ct)
    {
        foreach (var row in chunk.Rows)
            Note(row);
        var accepted = chunk.Rows.FindAll(row => row.Judged.IsAccepted);
        await (target.Kind.IsOfPersons() ? StagePersonsAsync(accepted, ct) : StageFamiliesAsync(accepted, chunk.Made, ct));
        await FlushAsync(ct);
    }

    /// <summary>
    /// Makes what each chunk brings before it is written, with the ids that follow those of the chunk before. It knows of nobody else who may take them, nor of what the register
    /// has already: the chunk is made anew where that turns out to matter.
    /// </summary>
    public async Task<Func<List<StagedRow>, MadeFamilies>> AheadAsync(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (next, families) = (await NextIdsAsync(ct), new NewFamilies(rows, target, rules));
        await transaction.RollbackAsync(ct);
        return chunk =>
        {
            chunk.ForEach(families.Note);
            var made = families.Make(chunk.FindAll(row => row.Judged.IsAccepted), new HouseholdKeys([]), next);
            next = made.Next;
            return made;
        };
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
                if (NewsOf(row) is not RowNews.None)
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
        _families.Note(row);
    }

    private async Task StageFamiliesAsync(List<StagedRow> accepted, MadeFamilies? ahead, CancellationToken ct)
    {
        var ids = accepted.ConvertAll(row => row.Judged.FamilyId);
        // Sought by the ids alone: beside the range of the own area SQLite would take the index of areas and read the whole release for every chunk.
        var said = !await HasSaidAsync(ct) ? [] : (await db.ListedHouseholds.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking()
            .Where(row => row.ReleaseId == target.ReleaseId && row.SupersededById == null && EF.Parameter(ids).Contains(row.FamilyListId))
            .Select(row => new Said(row.FamilyListId, row.AreaCode, row.ContentHash)).ToListAsync(ct)).Where(IsOwn).ToDictionary(row => row.Key, StringComparer.Ordinal);
        var fresh = await SortOutAsync(accepted, row => said.GetValueOrDefault(row.FamilyId), ct);
        if (target.IsDryRun || fresh.Count == 0)
            return;
        var keys = await KnownKeysAsync(fresh, ct);
        var first = await NextIdsAsync(ct);
        // What was made ahead holds if the ids are those that were expected and the register has turned out to know nothing of it.
        var made = ahead?.First == first && !keys.HasKnown && fresh.Count == ahead.Listed.Count ? ahead : _families.Make(fresh, keys, first);
        await _bulk.InsertAsync(made.Households, ct);
        await _bulk.InsertAsync(made.Members, ct);
        await _bulk.InsertAsync(made.Tokens, ct);
        await _bulk.InsertAsync(made.Keys, ct);
        await _bulk.InsertAsync(made.Listed, ct);
    }

    private async Task StagePersonsAsync(List<StagedRow> accepted, CancellationToken ct)
    {
        var ids = accepted.ConvertAll(row => row.Judged.PersonId);
        var said = !await HasSaidAsync(ct) ? [] : (await db.ListedPersons.IgnoreQueryFilters([FilterNames.Area]).AsNoTracking()
            .Where(row => row.ReleaseId == target.ReleaseId && row.SupersededById == null && EF.Parameter(ids).Contains(row.PersonListId))
            .Select(row => new Said(row.PersonListId, row.AreaCode, row.ContentHash)).ToListAsync(ct)).Where(IsOwn).ToDictionary(row => row.Key, StringComparer.Ordinal);
        var fresh = await SortOutAsync(accepted, row => said.GetValueOrDefault(row.PersonId), ct);
        if (target.IsDryRun || fresh.Count == 0)
            return;
        var keys = await KnownKeysAsync(fresh, ct);
        await AddHouseholdsAsync(fresh, keys, ct);
        if (target.Kind.IsDtsen())
            await new Dtsen.MemberPlaces(db, target).GiveAsync(fresh.ConvertAll(row => row.Judged), ct);
        var persons = await PersonsOfAsync(fresh, keys, ct);
        var (listedId, personId) = (await _bulk.ReserveIdsAsync<ListedPerson>(ct), await NextPersonIdAsync(ct));
        await _bulk.InsertAsync([.. fresh.Select((row, i) =>
            rows.Person(row, target, listedId + i, keys.Of(row), persons.Find(row.Judged, keys.Of(row)) ?? personId++))], ct);
        var statementId = await _bulk.ReserveIdsAsync<SheetStatement>(ct);
        await _bulk.InsertAsync([.. fresh.Index().Where(row => row.Item.Judged.Statement is not null)
            .Select(row => rows.Statement(row.Item.Judged, target, statementId++, listedId + row.Index, keys.Of(row.Item)))], ct);
        // They are written only when the file has been read; a child who is born meanwhile must not be taken for one of them.
        await _bulk.KeepIdsBelowAsync<Person>(personId, ct);
    }

    // A release of which nothing was ever published says nothing of any row.
    public Task<bool> HasSaidAsync(CancellationToken ct) =>
        db.ListReleases.IgnoreQueryFilters([FilterNames.Published]).AnyAsync(release => release.Id == target.ReleaseId && release.KnownFrom != null, ct);

    private bool IsOwn(Said row) => db.Scope.Covers(row.AreaCode);

    // New, changed or same beside the release; a number that the register knows in another household waits for a person.
    private async Task<List<StagedRow>> SortOutAsync(List<StagedRow> accepted, Func<JudgedRow, Said?> said, CancellationToken ct)
    {
        var fresh = new List<StagedRow>(accepted.Count);
        foreach (var row in accepted)
        {
            var before = said(row.Judged);
            var isSame = before is not null && before.Hash.AsSpan().SequenceEqual(row.Hash);
            Note(row.Judged.Number, before is null ? RowNews.New : isSame ? RowNews.Same : RowNews.Changed);
            if (!isSame)
                fresh.Add(row);
        }
        // DTSEN names families again that another list has named: it is paired with the register, not parted from it.
        var elsewhere = target.Kind.IsDtsen() ? [] : await KnownElsewhereAsync(fresh, ct);
        foreach (var row in fresh.Where(row => elsewhere.Contains(row.Judged.Number)))
            HoldForReview(row);
        fresh.RemoveAll(row => elsewhere.Contains(row.Judged.Number));
        return fresh;
    }

    private void Note(int row, RowNews news)
    {
        while (_news.Count <= row)
            _news.Add(RowNews.None);
        _news[row] = news;
    }

    private void HoldForReview(StagedRow row)
    {
        Note(row.Judged.Number, RowNews.ForReview);
        if (!target.IsDryRun)
            _withheld.Add(rows.Withheld(row, target, FindingLevel.Review));
        _findings.Add(new ImportFinding(target.BatchId, row.Judged.Number, new Finding(FindingLevel.Review, FindingKind.NikDuplicate, "nik",
            "NIK ini sudah ada di keluarga lain dalam register. Putuskan di keluarga mana orang ini berada.")));
    }

    private async Task<HashSet<int>> KnownElsewhereAsync(List<StagedRow> fresh, CancellationToken ct)
    {
        var indexed = fresh.Where(row => row.NikIndex is not null).ToList();
        if (indexed.Count == 0 || await IsFirstAsync(db.Persons, ct))
            return [];
        var known = new List<(byte[] Index, long HouseholdId)>();
        foreach (var indexes in indexed.ConvertAll(row => row.NikIndex).Chunk(NumbersAtOnce))
        {
            known.AddRange((await db.Persons.AsNoTracking().Where(person => indexes.Contains(person.NikIndex)).Select(person => new { person.NikIndex, person.HouseholdId }).ToListAsync(ct))
                .Select(person => (person.NikIndex!, person.HouseholdId)));
        }
        if (known.Count == 0)
            return [];
        var ids = indexed.Select(row => row.Judged.FamilyId).Distinct().ToList();
        var own = await db.ListKeys.AsNoTracking().Where(key => key.List == target.KeyList && EF.Parameter(ids).Contains(key.FamilyListId))
            .ToDictionaryAsync(key => key.FamilyListId, key => key.HouseholdId, ct);
        var households = known.ToLookup(person => Convert.ToHexString(person.Index), person => person.HouseholdId);
        return [.. indexed.Where(row => households[Convert.ToHexString(row.NikIndex!)].Any(household => household != own.GetValueOrDefault(row.Judged.FamilyId)))
            .Select(row => row.Judged.Number)];
    }

    // Two steps into an index tell that there is nothing but what this import has brought.
    private async Task<bool> IsFirstAsync<T>(IQueryable<T> rows, CancellationToken ct)
        where T : class => !await rows.IgnoreQueryFilters().AnyAsync(row => EF.Property<long>(row, nameof(ListedRow.ChangeSetId)) < target.ChangeSetId, ct)
            && !await rows.IgnoreQueryFilters().AnyAsync(row => EF.Property<long>(row, nameof(ListedRow.ChangeSetId)) > target.ChangeSetId, ct);

    private async Task<HouseholdKeys> KnownKeysAsync(List<StagedRow> fresh, CancellationToken ct)
    {
        // Families that an earlier chunk of this very import has brought count as well, but a file of families names each once.
        if (!target.Kind.IsOfPersons() && await IsFirstAsync(db.ListKeys, ct))
            return new HouseholdKeys([]);
        var ids = fresh.Select(row => row.Judged.FamilyId).Distinct().ToList();
        return new HouseholdKeys(await db.ListKeys.IgnoreQueryFilters([FilterNames.Published]).AsNoTracking()
            .Where(key => key.List == target.KeyList && EF.Parameter(ids).Contains(key.FamilyListId)).ToListAsync(ct));
    }

    // The households themselves are built only when all their members have been read.
    private async Task AddHouseholdsAsync(List<StagedRow> fresh, HouseholdKeys keys, CancellationToken ct)
    {
        if (target.Kind.IsDtsen())
            return;
        var next = keys.AddMissing(fresh, target, await NextHouseholdIdAsync(ct), await _bulk.ReserveIdsAsync<ListKey>(ct));
        await _bulk.KeepIdsBelowAsync<Household>(next.Household, ct);
        await _bulk.InsertAsync(keys.New, ct);
    }

    private async Task<KnownPersons> PersonsOfAsync(List<StagedRow> fresh, HouseholdKeys keys, CancellationToken ct)
    {
        var ids = fresh.ConvertAll(row => row.Judged.PersonId);
        // Rows that were taken back still tell who was meant, where that person has stayed in the register.
        var listed = await db.ListedPersons.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.PersonListId) && (row.SupersededById == null || db.Persons.Any(person => person.Id == row.PersonId)))
            .Select(row => new { row.PersonListId, row.PersonId }).Distinct().ToListAsync(ct);
        if (target.Kind.IsDtsen())
            return new KnownPersons(listed.ToLookup(row => row.PersonListId, row => row.PersonId), []);
        var households = fresh.Select(keys.Of).Where(id => !keys.IsNew(id)).Distinct().ToList();
        // A head whom an event named is not the one that the families file brought.
        var heads = await db.Persons.AsNoTracking().Where(person => EF.Parameter(households).Contains(person.HouseholdId) && person.Relationship == Relationship.Head
                && !db.Households.Any(household => household.Id == person.HouseholdId && (household.Verified & HouseholdField.Head) != 0))
            .ToDictionaryAsync(person => person.HouseholdId, person => person.Id, ct);
        return new KnownPersons(listed.ToLookup(row => row.PersonListId, row => row.PersonId), heads);
    }

    private async Task<FirstIds> NextIdsAsync(CancellationToken ct) => new(await NextHouseholdIdAsync(ct), await _bulk.ReserveIdsAsync<ListKey>(ct),
        await _bulk.ReserveIdsAsync<ListedHousehold>(ct), await _bulk.ReserveIdsAsync<Person>(ct), await _bulk.ReserveIdsAsync<NameToken>(ct));

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

    private sealed record Said(string Key, string AreaCode, byte[] Hash);
}
