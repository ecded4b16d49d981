using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Data.Bulk;
using TkpkdPortal.Domain.CivilRegistry;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Imports.CivilRegistry;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Security.Sealing;

namespace TkpkdPortal.Importing.CivilRegistry;

/// <summary>Puts one chunk of judged answers beside the register and beside the answers that it has, and stages what is new, out of sight.</summary>
internal sealed class AnswerStager(PortalDbContext db, Sealer sealer, ImportBatch batch, long? changeSetId)
{
    private readonly BulkWriter _bulk = BulkWriter.For(db);
    private readonly List<long> _superseded = [];
    private readonly Dictionary<long, int> _answered = [];
    private readonly IncrementalHash _content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private int _new, _changed, _same, _rejected, _review, _withWarning, _matched;

    public int Rows { get; private set; }

    public ImportCounts Counts() => new()
    {
        Rows = Rows,
        New = _new,
        Changed = _changed,
        Same = _same,
        Review = _review,
        Rejected = _rejected,
        AcceptedWithWarning = _withWarning,
        Matched = _matched,
        Unmatched = Rows - _rejected - _review - _matched,
    };

    public byte[] ContentHash() => _content.GetHashAndReset();

    public async Task StageAsync(IReadOnlyList<(JudgedAnswer Answer, RawRecord Raw)> chunk, CancellationToken ct)
    {
        var rows = chunk.Where(row => row.Answer.Row.IsAccepted).Select(row => new Accepted(row.Answer, row.Raw, row.Answer.Row.Nik is { } nik ? sealer.IndexOf(nik) : null)).ToList();
        await FindPersonsAsync(rows, ct);
        await CompareAsync(rows, ct);
        var accepted = rows.Where(row => row.Answer.Row.IsAccepted).ToList();
        Count(chunk, accepted);
        await WriteFindingsAsync(chunk, ct);
        if (changeSetId is not { } change)
            return;
        var fresh = accepted.Where(row => row.IsNews).ToList();
        _superseded.AddRange(fresh.Where(row => row.Replaces is not null).Select(row => row.Replaces!.Value)); // Asked for in the line itself.
        var id = await _bulk.ReserveIdsAsync<CivilRegistryAnswer>(ct);
        await _bulk.InsertAsync([.. fresh.Select((row, i) => Row(row, change, id + i))], ct);
    }

    /// <summary>The answers that the staged ones replace stay, with what was done about them.</summary>
    public async Task SupersedeAsync(CancellationToken ct)
    {
        foreach (var ids in _superseded.Chunk(500))
            await db.CivilRegistryAnswers.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(row => row.SetProperty(r => r.SupersededById, changeSetId), ct);
    }

    private async Task FindPersonsAsync(List<Accepted> rows, CancellationToken ct)
    {
        var persons = await AskedPersons.FindAsync(db, [.. rows.Select(row => row.Answer)], [.. rows.Select(row => row.NikIndex)], ct);
        foreach (var row in rows)
        {
            if (row.Answer.PersonId is { } id)
                row.Person = OfId(row, persons.Of(id));
            else if (row.NikIndex is { } index)
                row.Person = OfNumber(row, persons.With(index));
            if (row.Person is { } person && !_answered.TryAdd(person.Id, row.Answer.Number))
                row.Answer.Row.Add(FindingLevel.Error, FindingKind.PersonIdDuplicate, AnswerColumn.Nik, $"Orang ini sudah dijawab di baris {Indonesian.Number(_answered[person.Id])}. Sisakan satu jawaban.");
        }
    }

    // The register may have another number by now than the one that was asked about: then the answer is about somebody else.
    private static AskedPerson? OfId(Accepted row, AskedPerson? person)
    {
        if (person is null || row.NikIndex is null || (person.NikIndex is { } known && known.AsSpan().SequenceEqual(row.NikIndex)))
            return person;
        row.Answer.Row.Add(FindingLevel.Review, FindingKind.PersonNumberDiffers, AnswerColumn.Nik, "NIK di baris ini bukan NIK orang dengan id itu di register sekarang. Unduh lagi dan tanyakan ulang.");
        return null;
    }

    private static AskedPerson? OfNumber(Accepted row, IReadOnlyList<AskedPerson> persons)
    {
        if (persons.Count < 2)
            return persons.Count == 0 ? null : persons[0];
        row.Answer.Row.Add(FindingLevel.Review, FindingKind.PersonShared, AnswerColumn.Nik, "NIK ini dipakai lebih dari satu orang di register. Isi kolom id dari berkas yang diunduh portal.");
        return null;
    }

    // Same, changed or new beside the answer that counts now; an older file changes nothing.
    private async Task CompareAsync(List<Accepted> rows, CancellationToken ct)
    {
        foreach (var row in rows)
            (row.FactKey, row.ContentHash) = (sealer.KeyedHash("answer about " + (row.Person is { } person ? $"{person.PublicId}" : row.Answer.About)), sealer.KeyedHash("answer:" + row.Answer.Canonical()));
        var keys = rows.Select(row => row.FactKey).ToList();
        var said = (await db.CivilRegistryAnswers.AsNoTracking().Where(row => row.SupersededById == null && keys.Contains(row.FactKey))
            .Select(row => new { row.Id, row.FactKey, row.ContentHash, row.AnsweredOn }).ToListAsync(ct)).GroupBy(row => Convert.ToHexString(row.FactKey)).ToDictionary(group => group.Key, group => group.Last());
        foreach (var row in rows)
        {
            row.IsNews = true;
            if (!said.TryGetValue(Convert.ToHexString(row.FactKey), out var before))
                continue;
            row.IsNews = before.AnsweredOn <= batch.ReleasedOn && !before.ContentHash.AsSpan().SequenceEqual(row.ContentHash);
            row.Replaces = row.IsNews ? before.Id : null;
            if (before.AnsweredOn > batch.ReleasedOn)
                row.Answer.Row.Add(FindingLevel.Warning, FindingKind.AnswerOlder, AnswerColumn.Match, "Jawaban yang lebih baru tentang orang ini sudah dimuat. Jawaban ini tidak dipakai.");
        }
    }

    private void Count(IReadOnlyList<(JudgedAnswer Answer, RawRecord Raw)> chunk, List<Accepted> accepted)
    {
        Rows += chunk.Count;
        _rejected += chunk.Count(row => row.Answer.Row.IsRejected);
        _review += chunk.Count(row => !row.Answer.Row.IsRejected && row.Answer.Row.IsForReview);
        _withWarning += accepted.Count(row => row.Answer.Row.Findings.Count > 0);
        _matched += accepted.Count(row => row.Person is not null);
        _new += accepted.Count(row => row.IsNews && row.Replaces is null);
        _changed += accepted.Count(row => row.Replaces is not null);
        _same += accepted.Count(row => !row.IsNews);
        foreach (var row in accepted)
            _content.AppendData(row.ContentHash);
    }

    private async Task WriteFindingsAsync(IReadOnlyList<(JudgedAnswer Answer, RawRecord Raw)> chunk, CancellationToken ct)
    {
        var findingId = await _bulk.ReserveIdsAsync<ImportFinding>(ct);
        await _bulk.InsertAsync([.. chunk.SelectMany(row => row.Answer.Row.Findings.Select(finding => new ImportFinding(batch.Id, row.Answer.Number, finding)))
            .Select((finding, i) => finding.WithId(findingId + i))], ct);
        if (changeSetId is null)
            return;
        var withheldId = await _bulk.ReserveIdsAsync<WithheldRow>(ct);
        await _bulk.InsertAsync([.. chunk.Where(row => !row.Answer.Row.IsAccepted).Select((row, i) => Withheld(row.Answer.Row, row.Raw).WithId(withheldId + i))], ct);
    }

    private WithheldRow Withheld(JudgedRow row, RawRecord raw)
    {
        var publicId = Guid.CreateVersion7();
        return new WithheldRow(publicId, batch.Id, batch.AreaCode, row.Number, row.IsRejected ? FindingLevel.Error : FindingLevel.Review,
            RawCells.Seal(raw, sealer, SealedField.WithheldRowRaw, publicId));
    }

    private CivilRegistryAnswer Row(Accepted accepted, long change, long id)
    {
        var (answer, publicId) = (accepted.Answer, Guid.CreateVersion7());
        return new CivilRegistryAnswer
        {
            Id = id,
            PublicId = publicId,
            ReleaseName = batch.ReleaseName,
            AnsweredOn = batch.ReleasedOn,
            BatchId = batch.Id,
            ChangeSetId = change,
            RowNumber = answer.Number,
            PersonId = accepted.Person?.Id,
            HouseholdId = accepted.Person?.HouseholdId,
            AreaCode = accepted.Person?.AreaCode ?? batch.AreaCode,
            Name = answer.Row.Name,
            Nik = answer.Row.Nik is { } nik ? sealer.Seal(nik, SealedField.AnswerNik, publicId).Number : null,
            Match = answer.Match,
            Fields = answer.Fields,
            ToldName = answer.ToldName,
            ToldBirthDate = answer.ToldBirthDate,
            ToldSex = answer.ToldSex,
            ToldNik = answer.ToldNik is { } told ? sealer.Seal(told, SealedField.AnswerToldNik, publicId).Number : null,
            Note = answer.Note.Length == 0 ? null : answer.Note.Length > CivilRegistryAnswer.NoteMaxLength ? answer.Note[..CivilRegistryAnswer.NoteMaxLength] : answer.Note,
            FactKey = accepted.FactKey,
            ContentHash = accepted.ContentHash,
            SealedRaw = RawCells.Seal(accepted.Raw, sealer, SealedField.AnswerRaw, publicId),
        };
    }

    private sealed record Accepted(JudgedAnswer Answer, RawRecord Raw, byte[]? NikIndex)
    {
        public AskedPerson? Person { get; set; }

        public byte[] FactKey { get; set; } = [];

        public byte[] ContentHash { get; set; } = [];

        public bool IsNews { get; set; }

        public long? Replaces { get; set; }
    }
}
