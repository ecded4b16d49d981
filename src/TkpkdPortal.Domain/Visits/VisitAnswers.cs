using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Visits;

/// <summary>What the enumerator wrote down, before it is saved: null where nothing was answered or corrected.</summary>
public sealed record VisitAnswers
{
    public DateOnly? VisitedOn { get; init; }

    public Presence? Presence { get; init; }

    /// <summary>Whom the enumerator spoke with, and how that person belongs to the household.</summary>
    public string? Respondent { get; init; }

    /// <summary>New village of a household that moved, or the twin of a double one.</summary>
    public string? PresenceNote { get; init; }

    public Eligibility? Eligibility { get; init; }

    public IneligibilityReason? Reason { get; init; }

    public string? ReasonText { get; init; }

    public string? Note { get; init; }

    public string? CorrectedHeadName { get; init; }

    public string? CorrectedAddress { get; init; }

    public IndexedNumber? CorrectedNik { get; init; }

    public IndexedNumber? CorrectedFamilyCard { get; init; }

    public Housing Housing { get; init; } = Housing.Unknown;

    public ExtraAnswers Extra { get; init; } = ExtraAnswers.None;
}
