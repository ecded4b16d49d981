using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Assistance;

/// <summary>State of an intervention: DIRENCANAKAN to TERVERIFIKASI, with the side states BATAL and TIDAK_TERSALUR.</summary>
public enum InterventionState
{
    Planned = 1,
    Budgeted = 2,
    InProgress = 3,
    Delivered = 4,
    Verified = 5,
    Cancelled = 6,
    NotDelivered = 7,
}

/// <summary>The words for <see cref="InterventionState"/> and the steps between the states.</summary>
public static class InterventionStateWords
{
    private static readonly Dictionary<InterventionState, InterventionState[]> Steps = new()
    {
        [InterventionState.Planned] = [InterventionState.Budgeted, InterventionState.Cancelled],
        [InterventionState.Budgeted] = [InterventionState.InProgress, InterventionState.Cancelled],
        [InterventionState.InProgress] = [InterventionState.Delivered, InterventionState.NotDelivered, InterventionState.Cancelled],
        [InterventionState.Delivered] = [InterventionState.Verified],
        [InterventionState.Verified] = [],
        [InterventionState.Cancelled] = [],
        [InterventionState.NotDelivered] = [],
    };

    public static CodedValues<InterventionState> Values { get; } = new(
        (InterventionState.Planned, "Direncanakan"), (InterventionState.Budgeted, "Dianggarkan"), (InterventionState.InProgress, "Diproses"),
        (InterventionState.Delivered, "Tersalur"), (InterventionState.Verified, "Terverifikasi"), (InterventionState.Cancelled, "Batal"),
        (InterventionState.NotDelivered, "Tidak tersalur"));

    /// <summary>The aid has reached the household.</summary>
    public static bool HasArrived(this InterventionState state) => state is InterventionState.Delivered or InterventionState.Verified;

    /// <summary>The aid will not come.</summary>
    public static bool IsDropped(this InterventionState state) => state is InterventionState.Cancelled or InterventionState.NotDelivered;

    /// <summary>Neither arrived nor dropped: money that is still bound.</summary>
    public static bool IsPlan(this InterventionState state) => !state.HasArrived() && !state.IsDropped();

    /// <summary>The states that may follow.</summary>
    public static IReadOnlyList<InterventionState> Next(this InterventionState state) => Steps[state];
}
