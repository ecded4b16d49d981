using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Rounds;

/// <summary>What whoever looked for doubles decided of a proposal.</summary>
public enum ProposalCheck
{
    Waiting = 1,
    Cleared = 2,
    Duplicate = 3,
    TurnedDown = 4,
}

/// <summary>How far a proposal is: its own check, and after it the state of the target that it became.</summary>
public enum ProposalState
{
    Proposed = 1,
    Checked = 2,
    Visited = 3,
    AgreedInDeliberation = 4,
    Validated = 5,
    Decreed = 6,
    Refused = 7,
    Duplicate = 8,
}

/// <summary>How near the register comes to a proposal.</summary>
public enum Similarity
{
    None = 0,
    Similar = 1,

    /// <summary>A person of the register has the NIK of the proposed head.</summary>
    SameNumber = 2,
}

/// <summary>The words of proposals, and which states of a target mean which state of its proposal.</summary>
public static class ProposalWords
{
    private static readonly Dictionary<ProposalState, VerificationState[]> OfTargets = new()
    {
        [ProposalState.Checked] = [VerificationState.NotVisited, VerificationState.Draft],
        [ProposalState.Visited] = [VerificationState.Submitted, VerificationState.Returned, VerificationState.ApprovedByVillage],
        [ProposalState.AgreedInDeliberation] = [VerificationState.AgreedInDeliberation, VerificationState.VerifiedByDistrict],
        [ProposalState.Validated] = [VerificationState.Validated],
        [ProposalState.Decreed] = [VerificationState.Decreed],
        [ProposalState.Refused] = [VerificationState.Excluded, VerificationState.Cancelled],
    };

    public static CodedValues<ProposalState> States { get; } = new(
        (ProposalState.Proposed, "Diusulkan"), (ProposalState.Checked, "Menunggu kunjungan"), (ProposalState.Visited, "Dikunjungi"),
        (ProposalState.AgreedInDeliberation, "Disepakati musyawarah"), (ProposalState.Validated, "Divalidasi"), (ProposalState.Decreed, "Ditetapkan"),
        (ProposalState.Refused, "Ditolak"), (ProposalState.Duplicate, "Ganda"));

    public static CodedValues<ProposalCheck> Checks { get; } = new(
        (ProposalCheck.Waiting, "Menunggu pemeriksaan"), (ProposalCheck.Cleared, "Bukan ganda"), (ProposalCheck.Duplicate, "Ganda"), (ProposalCheck.TurnedDown, "Ditolak"));

    /// <summary>States of a target in which its proposal is in the state; none for a state that a check alone decides.</summary>
    public static IReadOnlyList<VerificationState> TargetsIn(ProposalState state) => OfTargets.GetValueOrDefault(state, []);

    public static ProposalState StateOf(ProposalCheck check, VerificationState? target) => check switch
    {
        ProposalCheck.Waiting => ProposalState.Proposed,
        ProposalCheck.Duplicate => ProposalState.Duplicate,
        ProposalCheck.TurnedDown => ProposalState.Refused,
        _ => target is { } known ? OfTargets.Single(pair => pair.Value.Contains(known)).Key : ProposalState.Checked,
    };
}
