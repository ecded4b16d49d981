using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.Importing.Recipients;

/// <summary>
/// Inside the publishing transaction: records the aid of every row of the release that the register has a person for, under the program that
/// its OPD has in that year, or under one that the file proposes (docs/decisions/0014-recipient-files.md).
/// </summary>
internal sealed class AidOfRecipients(PortalDbContext db, ImportBatch batch, DateTime now)
{
    private const int ChunkSize = 500;

    private readonly BulkWriter _bulk = BulkWriter.For(db);
    private readonly Dictionary<(long Opd, string Key, int Year), AidProgram> _programs = [];

    public async Task RecordAsync(long changeSetId, CancellationToken ct)
    {
        foreach (var program in await db.AidPrograms.OrderByDescending(p => p.Id).ToListAsync(ct))
            _programs[(program.OpdId, UsualPrograms.KeyOf(program.Name), program.Year)] = program;
        long after = 0;
        // Rows of earlier deliveries that had no match are tried again: the register may have the person by now.
        while (await OpenRowsAsync(after, changeSetId, ct) is { Count: > 0 } rows)
        {
            await RecordAsync(rows, ct);
            after = rows[^1].Id;
        }
    }

    private Task<List<RecipientRow>> OpenRowsAsync(long after, long changeSetId, CancellationToken ct) => db.RecipientRows.IgnoreQueryFilters([FilterNames.Published]).AsNoTracking()
        .Where(row => row.Id > after && row.ReleaseName == batch.ReleaseName && row.InterventionId == null && row.SupersededById == null && row.NikIndex != null
            && (row.ChangeSetId == changeSetId || db.ChangeSets.Any(change => change.Id == row.ChangeSetId && change.KnownFrom != null)))
        .OrderBy(row => row.Id).Take(ChunkSize).ToListAsync(ct);

    private async Task RecordAsync(List<RecipientRow> rows, CancellationToken ct)
    {
        var persons = await RegisterMatch.FindAsync(db, rows.Select(row => row.NikIndex), ct);
        var matched = rows.Where(row => persons.Of(row.NikIndex) is not null).ToList();
        await OpenProgramsAsync(matched, ct);
        var earlier = await EarlierAidAsync(matched, ct);
        var known = await db.Interventions.AsNoTracking().Where(aid => earlier.Values.Contains(aid.Id)).ToDictionaryAsync(aid => aid.Id, ct);
        var (id, added, corrected) = (await _bulk.ReserveIdsAsync<Intervention>(ct), new List<Intervention>(), new Dictionary<long, Intervention>());
        foreach (var row in matched)
        {
            if (earlier.TryGetValue(Convert.ToHexString(row.FactKey), out var aidId))
            {
                known[aidId].CorrectTo(TermsOf(row));
                (corrected[aidId], row.InterventionId) = (known[aidId], aidId);
                continue;
            }
            // Matched rows have their person and program by construction.
            var aid = Intervention.OfFile(ProgramOf(row), persons.Of(row.NikIndex)!.HouseholdId, persons.Of(row.NikIndex)!.Id, persons.Of(row.NikIndex)!.AreaCode, TermsOf(row), now);
            added.Add(aid.WithId(id + added.Count));
            row.InterventionId = aid.Id;
        }
        await _bulk.InsertAsync(added, ct);
        await _bulk.UpdateAsync([.. corrected.Values], ct);
        await LinkAsync(matched, ct);
    }

    // The same fact in an earlier row, of this release or another, has its aid already.
    private async Task<Dictionary<string, long>> EarlierAidAsync(List<RecipientRow> rows, CancellationToken ct)
    {
        var keys = rows.Select(row => row.FactKey).ToList();
        var found = await db.RecipientRows.AsNoTracking().Where(row => keys.Contains(row.FactKey) && row.InterventionId != null).OrderBy(row => row.Id)
            .Select(row => new { row.FactKey, row.InterventionId }).ToListAsync(ct);
        return found.GroupBy(row => Convert.ToHexString(row.FactKey)).ToDictionary(group => group.Key, group => group.Last().InterventionId!.Value, StringComparer.Ordinal);
    }

    private async Task OpenProgramsAsync(List<RecipientRow> rows, CancellationToken ct)
    {
        var proposed = rows.Where(row => !_programs.ContainsKey(KeyOf(row))).GroupBy(KeyOf).Select(group => Propose(group.First())).ToList();
        db.AidPrograms.AddRange(proposed);
        await db.SaveChangesAsync(ct);
        foreach (var program in proposed)
            _programs.Add((program.OpdId, UsualPrograms.KeyOf(program.Name), program.Year), program);
    }

    private static AidProgram Propose(RecipientRow row)
    {
        var (strategy, needs) = UsualPrograms.TermsOf(row.Program);
        return AidProgram.Propose(row.OpdId, new ProgramTerms(row.Program, strategy, row.FundSource, row.Period.Year) { Needs = needs });
    }

    private async Task LinkAsync(List<RecipientRow> rows, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            await db.RecipientRows.IgnoreQueryFilters([FilterNames.Published]).Where(r => r.Id == row.Id)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.InterventionId, row.InterventionId), ct);
        }
    }

    private AidProgram ProgramOf(RecipientRow row) => _programs[KeyOf(row)];

    private static (long, string, int) KeyOf(RecipientRow row) => (row.OpdId, UsualPrograms.KeyOf(row.Program), row.Period.Year);

    // The file names no day: the end of the period, or the day of the file where the period was still running.
    private InterventionTerms TermsOf(RecipientRow row) => new(InterventionState.Delivered, row.Period.LastDay < batch.ReleasedOn ? row.Period.LastDay : batch.ReleasedOn, row.Amount,
        row.Amount is null ? row.Program : null, row.Note)
    {
        Period = row.Period,
        Marks = row.Marks,
        Evidence = $"Daftar penerima {batch.ReleaseName}",
    };
}
