using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Doubles;

/// <summary>How far a search for doubles is.</summary>
public enum DoubleSearchState
{
    Queued = 1,
    Running = 2,
    Done = 3,
    Cancelled = 4,
    Failed = 5,

    /// <summary>The process that worked on it is gone; nothing of it was kept.</summary>
    Interrupted = 6,
}

/// <summary>
/// Pencarian ganda: one walk through the register of an area for families that stand in it twice, with the rights of whoever asked for it. It changes nothing but the list
/// of pairs that wait for a decision.
/// </summary>
public sealed class DoubleSearch : IHasPublicId, IHasArea
{
    public const int MessageMaxLength = 300;

    private DoubleSearch() => AreaCode = "";

    /// <summary>A page leaves it to the worker; a verb works on it itself, so that no worker takes it up.</summary>
    public DoubleSearch(string areaCode, long userId, bool isWhole, bool isForWorker, DateTime at) =>
        (PublicId, AreaCode, UserId, IsWhole, State, CreatedAt) = (Guid.CreateVersion7(), areaCode, userId, isWhole, isForWorker ? DoubleSearchState.Queued : DoubleSearchState.Running, at);

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public string AreaCode { get; private set; }

    public long UserId { get; private set; }

    /// <summary>Everybody is compared anew, and not only what has changed since the last search under the same rules.</summary>
    public bool IsWhole { get; private set; }

    public DoubleSearchState State { get; private set; }

    /// <summary>Version of the weights: <see cref="DoubleRules.Number"/>.</summary>
    public int RulesNumber { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? StartedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Last sign of life of whoever works on it.</summary>
    public DateTime? AliveAt { get; private set; }

    /// <summary>Persons (jiwa) read so far and in the whole register.</summary>
    public int PersonsRead { get; private set; }

    public int PersonsTotal { get; private set; }

    /// <summary>Questions by which persons are brought together that are done, of how many.</summary>
    public int StepsDone { get; private set; }

    public int StepsTotal { get; private set; }

    /// <summary>Pairs of families (KK) found, and those of them that nobody was asked about before.</summary>
    public int Found { get; private set; }

    public int New { get; private set; }

    /// <summary>Waiting pairs that are alike no more, since somebody put the data right.</summary>
    public int Gone { get; private set; }

    /// <summary>Answers too common to compare by (<see cref="DoubleFinder.TooCommon"/>).</summary>
    public int TooCommon { get; private set; }

    public bool IsCancelAsked { get; private set; }

    public string? FailureMessage { get; private set; }

    public bool HasEnded => State is not (DoubleSearchState.Queued or DoubleSearchState.Running);

    public void Start(int rulesNumber, bool isWhole, int personsTotal, DateTime at)
    {
        Require(!HasEnded && StartedAt is null, "A search starts once.");
        (State, RulesNumber, IsWhole, PersonsTotal, StartedAt, AliveAt) = (DoubleSearchState.Running, rulesNumber, isWhole, personsTotal, at, at);
    }

    public void Read(int persons, DateTime at) => (PersonsRead, AliveAt) = (persons, at);

    public void Compared(int stepsDone, int stepsTotal, DateTime at) => (StepsDone, StepsTotal, AliveAt) = (stepsDone, stepsTotal, at);

    public void End(int found, int @new, int gone, int tooCommon, DateTime at)
    {
        Require(State is DoubleSearchState.Running, "Only a running search ends.");
        (State, Found, New, Gone, TooCommon, EndedAt, AliveAt) = (DoubleSearchState.Done, found, @new, gone, tooCommon, at, null);
    }

    /// <summary>Whoever works on it stops at the next step; a queued one never starts.</summary>
    public Outcome AskToCancel(DateTime at)
    {
        if (HasEnded)
            return Outcome.Refuse("Pencarian ini sudah selesai.");
        IsCancelAsked = true;
        if (State is DoubleSearchState.Queued)
            Cancel(at);
        return Outcome.Accepted;
    }

    public void Cancel(DateTime at) => (State, EndedAt, AliveAt) = (DoubleSearchState.Cancelled, at, null);

    public void Fail(string message, DateTime at) =>
        (State, FailureMessage, EndedAt, AliveAt) = (DoubleSearchState.Failed, message.Length > MessageMaxLength ? message[..MessageMaxLength] : message, at, null);

    public void Interrupt(DateTime at) => (State, EndedAt, AliveAt) = (DoubleSearchState.Interrupted, at, null);

    private static void Require(bool holds, string rule)
    {
        if (!holds)
            throw new InvalidOperationException(rule);
    }
}

/// <summary>The words for <see cref="DoubleSearchState"/>.</summary>
public static class DoubleSearchWords
{
    public static CodedValues<DoubleSearchState> States { get; } = new(
        (DoubleSearchState.Queued, "Menunggu giliran"), (DoubleSearchState.Running, "Sedang mencari"), (DoubleSearchState.Done, "Selesai"),
        (DoubleSearchState.Cancelled, "Dibatalkan"), (DoubleSearchState.Failed, "Gagal"), (DoubleSearchState.Interrupted, "Terputus"));
}
