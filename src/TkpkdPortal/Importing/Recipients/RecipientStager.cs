using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.Recipients;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Security.Sealing;

namespace TkpkdPortal.Importing.Recipients;

/// <summary>
/// Puts one chunk of judged recipients beside the register and beside what the release already says, and stages what is new, out of sight.
/// It remembers of the file what the search for double aid needs: no number, only its keyed index.
/// </summary>
internal sealed class RecipientStager(PortalDbContext db, Sealer sealer, ImportBatch batch, long? changeSetId, OpdNames opds)
{
    private readonly BulkWriter _bulk = BulkWriter.For(db);
    private readonly List<AidFact> _facts = [];
    private readonly Dictionary<string, int> _occurrences = new(StringComparer.Ordinal);
    private readonly List<long> _superseded = [];
    private readonly IncrementalHash _content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private int _new, _changed, _same, _rejected, _withWarning, _matched;

    public int Rows { get; private set; }

    public ImportCounts Counts(RecipientJudge judge) => new()
    {
        Rows = Rows,
        New = _new,
        Changed = _changed,
        Same = _same,
        Rejected = _rejected,
        AcceptedWithWarning = _withWarning,
        Matched = _matched,
        Unmatched = Rows - _rejected - _matched,
        NikAreaUnknown = judge.NikAreaUnknown,
    };

    public byte[] ContentHash() => _content.GetHashAndReset();

    public async Task StageAsync(IReadOnlyList<(JudgedRecipient Recipient, RawRecord Raw)> chunk, CancellationToken ct)
    {
        foreach (var (recipient, _) in chunk.Where(row => opds.Find(row.Recipient.Opd) is null))
        {
            recipient.Row.Add(FindingLevel.Error, FindingKind.OpdUnknown, RecipientColumn.Opd,
                "OPD ini tidak ada dalam daftar OPD kantor. Tulis nama lengkap atau singkatannya.");
        }
        var accepted = chunk.Where(row => row.Recipient.Row.IsAccepted).Select(row => new Accepted(row.Recipient, row.Raw, IndexOf(row.Recipient))).ToList();
        await MatchAsync(accepted, ct);
        (Rows, _rejected, _withWarning) = (Rows + chunk.Count, _rejected + chunk.Count - accepted.Count, _withWarning + accepted.Count(row => row.Recipient.Row.Findings.Count > 0));
        await WriteFindingsAsync(chunk, ct);
        await StageRowsAsync(accepted, ct);
    }

    /// <summary>All rows of the file beside one another: what is double in it.</summary>
    public async Task WriteOverlapsAsync(CancellationToken ct)
    {
        var rules = await db.OverlapRules.AsNoTracking().OrderBy(rule => rule.Id).ToListAsync(ct);
        var id = await _bulk.ReserveIdsAsync<RecipientOverlap>(ct);
        await _bulk.InsertAsync([.. AidOverlaps.Find(_facts, rules).Select((overlap, i) => new RecipientOverlap(batch.Id, overlap).WithId(id + i))], ct);
    }

    /// <summary>The rows that the staged ones replace stay, with what they were matched with.</summary>
    public async Task SupersedeAsync(CancellationToken ct)
    {
        foreach (var ids in _superseded.Chunk(500))
            await db.RecipientRows.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(row => row.SetProperty(r => r.SupersededById, changeSetId), ct);
    }

    private byte[]? IndexOf(JudgedRecipient recipient) => recipient.Row.Nik is { } nik ? sealer.IndexOf(nik) : null;

    // The register beside the file: an OPD is not bound by duty here, since whoever holds the number has given the aid already.
    private async Task MatchAsync(List<Accepted> accepted, CancellationToken ct)
    {
        var persons = await RegisterMatch.FindAsync(db, accepted.Select(row => row.NikIndex), ct);
        foreach (var row in accepted)
        {
            var match = persons.Of(row.NikIndex);
            if (match is not null)
                RecipientJudge.CompareName(row.Recipient, match.Name);
            _matched += match is null ? 0 : 1;
            var person = row.NikIndex is { } index ? Convert.ToHexString(index) : FormattableString.Invariant($"baris {row.Recipient.Number}");
            _facts.Add(new AidFact(row.Recipient.Number, person, match?.HouseholdId, row.Recipient.Program, row.Recipient.Period));
        }
    }

    private async Task WriteFindingsAsync(IReadOnlyList<(JudgedRecipient Recipient, RawRecord Raw)> chunk, CancellationToken ct)
    {
        var findingId = await _bulk.ReserveIdsAsync<ImportFinding>(ct);
        await _bulk.InsertAsync([.. chunk.SelectMany(row => row.Recipient.Row.Findings.Select(finding => new ImportFinding(batch.Id, row.Recipient.Number, finding)))
            .Select((finding, i) => finding.WithId(findingId + i))], ct);
        if (changeSetId is null)
            return;
        var withheldId = await _bulk.ReserveIdsAsync<WithheldRow>(ct);
        await _bulk.InsertAsync([.. chunk.Where(row => row.Recipient.Row.IsRejected).Select((row, i) => Withheld(row.Recipient, row.Raw).WithId(withheldId + i))], ct);
    }

    private WithheldRow Withheld(JudgedRecipient recipient, RawRecord raw)
    {
        var publicId = Guid.CreateVersion7();
        return new WithheldRow(publicId, batch.Id, batch.AreaCode, recipient.Number, FindingLevel.Error, RawCells.Seal(raw, sealer, SealedField.WithheldRowRaw, publicId));
    }

    private async Task StageRowsAsync(List<Accepted> accepted, CancellationToken ct)
    {
        foreach (var row in accepted)
        {
            (row.FactKey, row.ContentHash) = (FactKeyOf(row.Recipient), sealer.KeyedHash("recipient:" + row.Recipient.Canonical()));
            _content.AppendData(row.ContentHash);
        }
        var keys = accepted.Select(row => row.FactKey).ToList();
        var said = (await db.RecipientRows.AsNoTracking().Where(row => row.ReleaseName == batch.ReleaseName && row.SupersededById == null && keys.Contains(row.FactKey))
            .Select(row => new { row.Id, row.FactKey, row.ContentHash }).ToListAsync(ct)).ToDictionary(row => Convert.ToHexString(row.FactKey), row => (row.Id, row.ContentHash));
        var fresh = new List<Accepted>();
        foreach (var row in accepted)
        {
            if (!said.TryGetValue(Convert.ToHexString(row.FactKey), out var before))
                _new++;
            else if (before.ContentHash.AsSpan().SequenceEqual(row.ContentHash))
                _same++;
            else
                (_changed, row.Replaces) = (_changed + 1, before.Id);
            if (before.ContentHash is null || row.Replaces is not null)
                fresh.Add(row);
        }
        if (changeSetId is not { } change)
            return;
        _superseded.AddRange(fresh.Where(row => row.Replaces is not null).Select(row => row.Replaces!.Value));
        var id = await _bulk.ReserveIdsAsync<RecipientRow>(ct);
        await _bulk.InsertAsync([.. fresh.Select((row, i) => Row(row, change, id + i))], ct);
    }

    // The same fact may stand twice in a file, which is double aid: the second is another fact, in whatever order the rows come.
    private byte[] FactKeyOf(JudgedRecipient recipient)
    {
        var fact = $"{recipient.ProgramKey}\u001f{recipient.Row.Nik?.Digits ?? CellText.Letters(recipient.Row.Name + recipient.Row.Address)}";
        var key = Convert.ToHexString(sealer.KeyedHash("fact:" + fact));
        var occurrence = _occurrences[key] = _occurrences.GetValueOrDefault(key) + 1;
        return sealer.KeyedHash(string.Create(CultureInfo.InvariantCulture, $"fact:{occurrence}:{fact}"));
    }

    private RecipientRow Row(Accepted accepted, long change, long id)
    {
        var (recipient, publicId) = (accepted.Recipient, Guid.CreateVersion7());
        return new RecipientRow
        {
            Id = id,
            PublicId = publicId,
            ReleaseName = batch.ReleaseName,
            BatchId = batch.Id,
            ChangeSetId = change,
            RowNumber = recipient.Number,
            // Rows of an OPD that is not known have been rejected above.
            OpdId = opds.Find(recipient.Opd)!.Value,
            Program = recipient.Program,
            FundSource = recipient.FundSource,
            Period = recipient.Period,
            Name = recipient.Row.Name,
            Address = recipient.Row.Address,
            AreaCode = recipient.Area.Stored,
            Nik = recipient.Row.Nik is { } nik ? sealer.Seal(nik, SealedField.RecipientNik, publicId).Number : null,
            NikIndex = accepted.NikIndex,
            Amount = recipient.Amount,
            Note = recipient.Note.Length == 0 ? null : recipient.Note.Length > Intervention.NoteMaxLength ? recipient.Note[..Intervention.NoteMaxLength] : recipient.Note,
            Marks = MarksOf(recipient),
            FactKey = accepted.FactKey,
            ContentHash = accepted.ContentHash,
            SealedRaw = RawCells.Seal(accepted.Raw, sealer, SealedField.RecipientRaw, publicId),
        };
    }

    private static AidMark MarksOf(JudgedRecipient recipient) =>
        recipient.Row.Findings.Aggregate(AidMark.None, (marks, finding) => marks | finding.Kind switch
        {
            FindingKind.DanaDesaInKelurahan => AidMark.DanaDesaInKelurahan,
            FindingKind.NameDiffers => AidMark.NameDiffers,
            _ => AidMark.None,
        });

    private sealed record Accepted(JudgedRecipient Recipient, RawRecord Raw, byte[]? NikIndex)
    {
        public byte[] FactKey { get; set; } = [];

        public byte[] ContentHash { get; set; } = [];

        public long? Replaces { get; set; }
    }
}
