using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Meetings;

/// <summary>How far a decision is. That it is late is not a state: it follows from the due day.</summary>
public enum DecisionState
{
    /// <summary>Belum: nobody has begun.</summary>
    NotStarted = 1,

    /// <summary>Proses: begun, by some percent.</summary>
    InProgress = 2,

    /// <summary>Selesai: done, with evidence.</summary>
    Done = 3,

    /// <summary>Dibatalkan: the secretariat has dropped it, with a reason.</summary>
    Cancelled = 4,
}

/// <summary>The words for <see cref="DecisionState"/>.</summary>
public static class DecisionStateWords
{
    public static CodedValues<DecisionState> Values { get; } = new((DecisionState.NotStarted, "Belum"), (DecisionState.InProgress, "Proses"), (DecisionState.Done, "Selesai"), (DecisionState.Cancelled, "Dibatalkan"));
}
