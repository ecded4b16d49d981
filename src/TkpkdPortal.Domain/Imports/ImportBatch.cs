using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Imports;

/// <summary>
/// One file of one release on its way into the register. Either nothing of it or the whole batch is visible; good rows are kept, rejected
/// rows can be fetched with their reason.
/// </summary>
public sealed class ImportBatch : IHasPublicId, IHasArea
{
    /// <summary>Families of a file above which whoever uploaded it does not publish it alone.</summary>
    public const int PublishedAloneUpTo = 1_000;

    public const int FileNameMaxLength = 200, MessageMaxLength = 500, ReasonMaxLength = 200, SheetMaxLength = 100, HeadingsMaxLength = 4000, TitlesMaxLength = 300;

    private ImportBatch() => (FileName, ReleaseName, AreaCode) = ("", "", "");

    public ImportBatch(ImportKind kind, AreaCode area, string fileName, string releaseName, DateOnly releasedOn, int? dataYear, long userId, DateTime at)
    {
        PublicId = Guid.CreateVersion7();
        (Kind, AreaCode, FileName, ReleaseName, ReleasedOn) = (kind, area.Stored, fileName, releaseName.Trim(), releasedOn);
        DataYear = dataYear ?? releasedOn.Year;
        (UserId, CreatedAt, State) = (userId, at, ImportState.Queued);
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public ImportKind Kind { get; private set; }

    /// <summary>Area against which the rows are judged: the whole office, or the part of it that the user loads lists for.</summary>
    public string AreaCode { get; private set; }

    public string FileName { get; private set; }

    public string? Sheet { get; init; }

    public string ReleaseName { get; private set; }

    public DateOnly ReleasedOn { get; private set; }

    public int DataYear { get; private set; }

    /// <summary>Judge only; nothing is staged.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>The user whose rights and area hold when the job runs.</summary>
    public long UserId { get; private set; }

    /// <summary>Who looked at the counts and had it published; null for what a verb publishes by itself, and until somebody has.</summary>
    public long? PublisherId { get; private set; }

    /// <summary>Somebody wants it taken back before it is published; whoever works on it stops at the next step.</summary>
    public bool IsCancelRequested { get; private set; }

    /// <summary>Holds rows with numbers that no person has.</summary>
    public bool HasTestData { get; private set; }

    /// <summary>Holds rows with numbers that a person may have.</summary>
    public bool HasRealData { get; private set; }

    /// <summary>Sealed upload in the data directory; null for a file that a verb reads where it lies.</summary>
    public string? UploadName { get; init; }

    /// <summary>The import whose waiting rows this one loads, after a person has decided on them; null for a file of its own.</summary>
    public long? ContinuesId { get; init; }

    /// <summary>The profile by which the columns are found; null where the headings tell.</summary>
    public long? ProfileId { get; private set; }

    public ImportState State { get; private set; }

    public long? ReleaseId { get; private set; }

    public long? ChangeSetId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? StartedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Last sign of life of whoever works on the batch; a batch in work without one is taken for interrupted.</summary>
    public DateTime? AliveAt { get; private set; }

    /// <summary>Records read so far and, once known, in the whole file.</summary>
    public int RecordsRead { get; private set; }

    public int? RecordsTotal { get; private set; }

    public ImportCounts Counts { get; private set; } = new();

    public byte[]? ContentHash { get; private set; }

    /// <summary>Headings of the file, parted by a tab, so that withheld rows can be given back as they came.</summary>
    public string? Headings { get; private set; }

    /// <summary>Place and day as a sheet names them above its heading, parted by a tab.</summary>
    public string? Titles { get; private set; }

    /// <summary>Why the file could not be read at all.</summary>
    public string? FailureMessage { get; private set; }

    /// <summary>Who wants it, or wanted it, taken back after publication, and why.</summary>
    public long? UndoerId { get; private set; }

    public string? UndoReason { get; private set; }

    public bool IsInWork => State is ImportState.Staging or ImportState.Publishing;

    public bool HasEnded => State is not (ImportState.Queued or ImportState.Staging or ImportState.Judged or ImportState.Publishing or ImportState.AwaitingColumns);

    /// <summary>
    /// A list that somebody uploaded is looked at before it is published. Recipients and answers are no lists that replace anything, a verb publishes by itself, and over
    /// rows that waited for a decision a person has just decided.
    /// </summary>
    public bool IsPublishedByHand => UploadName is not null && !IsDryRun && Kind.IsOfList() && ContinuesId is null;

    /// <summary>So many families change what the office decides on that two persons answer for them.</summary>
    public bool NeedsSecondPerson => IsPublishedByHand && Counts.Families > PublishedAloneUpTo;

    /// <summary>Its publication is one transaction: when that breaks off, what was judged still lies there whole.</summary>
    public bool IsWholeUnpublished => State is ImportState.Publishing && PublisherId is not null;

    /// <summary>Somebody has decided what becomes of it, and the worker has still to do it.</summary>
    public bool IsDecided => State is ImportState.Judged && (PublisherId is not null || IsCancelRequested);

    public void Start(DateTime at)
    {
        Require(State is ImportState.Queued, "Only a queued import starts.");
        (State, StartedAt, AliveAt, RecordsRead) = (ImportState.Staging, at, at, 0);
    }

    /// <summary>An upload of a list, of which nothing is staged yet: somebody at a page may say which column is which.</summary>
    public bool MayAwaitColumns => UploadName is not null && ContinuesId is null && Kind is not ImportKind.CivilRegistry && State is ImportState.Queued or ImportState.Staging && ChangeSetId is null && ReleaseId is null;

    /// <summary>Lets an upload wait for a person who says which column is which; why, is the sentence for that person.</summary>
    public void AwaitColumns(string? why)
    {
        Require(MayAwaitColumns, "Only an upload of which nothing is staged waits for its columns.");
        (State, FailureMessage, StartedAt, AliveAt, RecordsRead) = (ImportState.AwaitingColumns, why, null, null, 0);
    }

    /// <summary>Reads the columns by a profile; an upload that waited for it takes its turn again.</summary>
    public void ReadBy(ColumnProfile profile)
    {
        Require(State is ImportState.Queued or ImportState.AwaitingColumns, "Columns are chosen before the rows are read.");
        (ProfileId, State, FailureMessage) = (profile.Id, ImportState.Queued, null);
    }

    public void StageUnder(long? releaseId, long? changeSetId, string headings, string? titles = null)
    {
        Require(State is ImportState.Staging, "Rows are staged by an import that has started.");
        (ReleaseId, ChangeSetId) = (releaseId, changeSetId);
        Headings = headings.Length > HeadingsMaxLength ? headings[..HeadingsMaxLength] : headings;
        Titles = string.IsNullOrEmpty(titles) || titles.Length > TitlesMaxLength ? null : titles;
    }

    public void Progress(int recordsRead, int? recordsTotal, DateTime at)
    {
        Require(IsInWork, "Only an import in work makes progress.");
        (RecordsRead, RecordsTotal, AliveAt) = (recordsRead, recordsTotal, at);
    }

    public void Judged(ImportCounts counts, bool hasTestData, bool hasRealData, DateTime at)
    {
        Require(State is ImportState.Staging, "Rows are counted once, before publication.");
        (Counts, HasTestData, HasRealData, AliveAt) = (counts, hasTestData, hasRealData, at);
    }

    public void AwaitPublisher()
    {
        Require(State is ImportState.Staging && IsPublishedByHand, "Only a judged list that was uploaded waits for its publisher.");
        (State, AliveAt) = (ImportState.Judged, null);
    }

    /// <summary>Refused to the uploader of a large file, and once somebody has decided.</summary>
    public Outcome ConfirmPublication(long userId)
    {
        if (State is not ImportState.Judged || IsCancelRequested)
            return Outcome.Refuse("Impor ini tidak menunggu diterbitkan. Muat ulang halaman untuk melihat keadaannya.");
        if (PublisherId is not null)
            return Outcome.Refuse("Impor ini sudah diterbitkan orang lain dan sedang dikerjakan.");
        if (NeedsSecondPerson && userId == UserId)
            return Outcome.Refuse($"Berkas dengan lebih dari {Indonesian.Number(PublishedAloneUpTo)} keluarga diterbitkan oleh orang kedua. Minta rekan yang berhak mengimpor memeriksa dan menerbitkannya.");
        PublisherId = userId;
        return Outcome.Accepted;
    }

    /// <summary>Until publication begins; what was staged is removed by whoever works on it.</summary>
    public Outcome RequestCancel()
    {
        if (HasEnded || State is ImportState.Publishing || IsDecided)
            return Outcome.Refuse("Impor ini sudah diterbitkan atau sudah berakhir, jadi tidak bisa dibatalkan.");
        IsCancelRequested = true;
        return Outcome.Accepted;
    }

    public void Cancel(DateTime at)
    {
        Require(IsCancelRequested && !HasEnded, "An import ends as cancelled when somebody asked for it.");
        (State, EndedAt, AliveAt, ReleaseId, ChangeSetId) = (ImportState.Cancelled, at, null, null, null);
    }

    /// <summary>The last step before the batch is seen; a dry run never takes it.</summary>
    public void BeginPublication(DateTime at)
    {
        Require(IsPublishedByHand ? State is ImportState.Judged && PublisherId is not null : State is ImportState.Staging && !IsDryRun, "Only a staged import is published, an upload by its publisher, and never a dry run.");
        (State, AliveAt) = (ImportState.Publishing, at);
    }

    public void Publish(byte[] contentHash, DateTime at)
    {
        Require(State is ImportState.Publishing, "Publication has to begin before it ends.");
        (State, ContentHash, EndedAt, AliveAt) = (ImportState.Published, contentHash, at, null);
    }

    /// <summary>Somebody has asked for it, and the worker has still to do it.</summary>
    public bool IsUndoAsked => State is ImportState.Published && UndoerId is not null;

    /// <summary>Takes a published list back. Aid and answers of the civil registry are facts of their own, undone where they are kept.</summary>
    public Outcome RequestUndo(long userId, string? reason)
    {
        if (State is not ImportState.Published)
            return Outcome.Refuse("Hanya impor yang sudah dimuat yang bisa dicabut.");
        if (!Kind.IsOfList())
            return Outcome.Refuse("Hanya daftar keluarga dan anggota yang dicabut sekaligus. Bantuan yang keliru dibatalkan pada catatan bantuannya.");
        if (IsUndoAsked)
            return Outcome.Refuse("Impor ini sedang dicabut. Muat ulang halaman untuk melihat hasilnya.");
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refuse("Tulis alasan mencabut impor ini.");
        (UndoerId, UndoReason, FailureMessage) = (userId, reason.Trim(), null);
        return Outcome.Accepted;
    }

    /// <summary>It turned out that it cannot be taken back; the sentence is for whoever asked.</summary>
    public void RefuseUndo(string why)
    {
        Require(IsUndoAsked, "Only what was asked for is refused.");
        (UndoerId, UndoReason, FailureMessage) = (null, null, why.Length > MessageMaxLength ? why[..MessageMaxLength] : why);
    }

    public void Undo(DateTime at)
    {
        Require(IsUndoAsked, "An import is taken back by somebody, for a reason.");
        (State, EndedAt, AliveAt) = (ImportState.Undone, at, null);
    }

    /// <summary>Rows that waited here have been decided on and were loaded by another import: this one counts them as what became of them.</summary>
    public void Settle(ImportCounts decided)
    {
        Require(State is ImportState.Published, "Only rows of a published import wait for a person.");
        Counts = Counts with
        {
            New = Counts.New + decided.New,
            Changed = Counts.Changed + decided.Changed,
            Same = Counts.Same + decided.Same,
            Review = Counts.Review - decided.Rows + decided.Review,
            Rejected = Counts.Rejected + decided.Rejected,
            AcceptedWithWarning = Counts.AcceptedWithWarning + decided.AcceptedWithWarning,
        };
    }

    public void EndDryRun(DateTime at)
    {
        Require(State is ImportState.Staging && IsDryRun, "Only a dry run ends without publication.");
        (State, EndedAt, AliveAt) = (ImportState.DryRunDone, at, null);
    }

    public void Fail(string message, DateTime at)
    {
        Require(!HasEnded, "What has ended cannot fail any more.");
        FailureMessage = message.Length > MessageMaxLength ? message[..MessageMaxLength] : message;
        (State, EndedAt, AliveAt) = (ImportState.Failed, at, null);
    }

    /// <summary>The process that worked on it is gone: an upload is done again from the start, a verb's file has to be loaded again.</summary>
    public void Interrupt(DateTime at)
    {
        Require(IsInWork || (State is ImportState.Queued && UploadName is null), "Only an import that needs its process is interrupted; a queued upload waits for the next one.");
        if (IsWholeUnpublished)
        {
            (State, AliveAt) = (ImportState.Judged, null);
            return;
        }
        (ReleaseId, ChangeSetId, AliveAt, RecordsRead) = (null, null, null, 0);
        if (UploadName is null)
            (State, EndedAt) = (ImportState.Interrupted, at);
        else
            (State, StartedAt) = (ImportState.Queued, null);
    }

    // Not a refusal for a reader: only the importer moves a batch, so a wrong order is a fault of the program.
    private static void Require(bool holds, string rule)
    {
        if (!holds)
            throw new InvalidOperationException(rule);
    }
}

/// <summary>A finding of a batch, kept so that the page and the download can show it.</summary>
public sealed class ImportFinding
{
    public const int MessageMaxLength = 300, ColumnMaxLength = 80;

    private ImportFinding() => (Kind, Message) = ("", "");

    public ImportFinding(long batchId, int row, Finding finding) =>
        (BatchId, Row, Level, Kind, Column, Message) = (batchId, row, finding.Level, finding.Kind, finding.Column, finding.Message);

    public long Id { get; private set; }

    public long BatchId { get; private set; }

    public int Row { get; private set; }

    public FindingLevel Level { get; private set; }

    public string Kind { get; private set; }

    public string? Column { get; private set; }

    public string Message { get; private set; }

    /// <summary>A bulk load reserves the keys of its rows.</summary>
    public ImportFinding WithId(long id)
    {
        Id = id;
        return this;
    }
}

/// <summary>A row that was not loaded, rejected or waiting for a person, with its cells sealed so that it can be given back.</summary>
public sealed class WithheldRow : IHasArea, IHoldsPersonalData
{
    private WithheldRow() => (SealedRaw, AreaCode) = ([], "");

    public WithheldRow(Guid publicId, long batchId, string areaCode, int row, FindingLevel level, byte[] sealedRaw)
    {
        PublicId = publicId;
        AreaCode = areaCode;
        (BatchId, Row, Level, SealedRaw) = (batchId, row, level, sealedRaw);
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long BatchId { get; private set; }

    /// <summary>Area of the batch: the row's own may be the very thing that is wrong with it.</summary>
    public string AreaCode { get; private set; }

    public int Row { get; private set; }

    public FindingLevel Level { get; private set; }

    public byte[] SealedRaw { get; private set; }

    /// <summary>A bulk load reserves the keys of its rows.</summary>
    public WithheldRow WithId(long id)
    {
        Id = id;
        return this;
    }
}
