namespace TkpkdPortal.Domain.Doubles;

/// <summary>Tables whose rows go along when a record of a family goes into another.</summary>
public enum MergedTable
{
    Visit = 1,

    /// <summary>A visit got another number, so that the latest stays the latest.</summary>
    VisitNumber = 2,
    Intervention = 3,
    InterventionPerson = 4,
    ListKey = 5,
    ListedHousehold = 6,
    ListedPerson = 7,

    /// <summary>The list means the one person who is left of two.</summary>
    ListedPersonPerson = 8,
    RoundTarget = 9,

    /// <summary>Both records were targets of one round: that of the one that went was cancelled.</summary>
    CancelledTarget = 10,
    Objection = 11,
    FamilyEvent = 12,
    HandOver = 13,
    Proposal = 14,
    SubjectRequest = 15,
    CivilRegistryAnswer = 16,
    CivilRegistryAnswerPerson = 17,
}

/// <summary>
/// Penggabungan: one record of a family has gone into another, with all that hung on it. Each row that moved is written down, so that it can be taken back to the last one;
/// what came since stays where it is.
/// </summary>
public sealed class HouseholdMerge : IHasPublicId, IHasVersion
{
    private readonly List<MergedRow> _rows = [];

    private HouseholdMerge()
    {
    }

    public HouseholdMerge(long pairId, long stayingId, long leavingId, long userId, DateTime at) =>
        (PublicId, PairId, StayingId, LeavingId, UserId, At) = (Guid.CreateVersion7(), pairId, stayingId, leavingId, userId, at);

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long PairId { get; private set; }

    /// <summary>The household that is left.</summary>
    public long StayingId { get; private set; }

    /// <summary>The household that was closed.</summary>
    public long LeavingId { get; private set; }

    public long UserId { get; private set; }

    public DateTime At { get; private set; }

    public long? UndoneById { get; private set; }

    public DateTime? UndoneAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<MergedRow> Rows => _rows;

    /// <summary>A row has gone along; former is what it was called before where that is not the household.</summary>
    public void Moved(MergedTable table, long rowId, long? former = null) => _rows.Add(new MergedRow(table, rowId, former));

    public IEnumerable<MergedRow> Of(MergedTable table) => _rows.Where(row => row.Table == table);

    public Outcome Undo(long userId, DateTime at)
    {
        if (UndoneAt is not null)
            return Outcome.Refuse("Penggabungan ini sudah dicabut.");
        (UndoneById, UndoneAt) = (userId, at);
        return Outcome.Accepted;
    }
}

/// <summary>One row that a merge has moved.</summary>
public sealed class MergedRow
{
    private MergedRow()
    {
    }

    internal MergedRow(MergedTable table, long rowId, long? former) => (Table, RowId, Former) = (table, rowId, former);

    public long Id { get; private set; }

    public long MergeId { get; private set; }

    public MergedTable Table { get; private set; }

    public long RowId { get; private set; }

    public long? Former { get; private set; }
}
