namespace TkpkdPortal.Rounds;

/// <summary>What became of a step that was asked for many households at once: how many took it, and of each other one why it did not.</summary>
public sealed record StepReport(int Done, IReadOnlyList<RefusedStep> Refused)
{
    /// <summary>As many as one request takes; the rest is asked for again.</summary>
    public const int Most = 500;

    /// <summary>Those that were not reached, since there are more than one request takes.</summary>
    public int Left { get; init; }
}

/// <summary>A household that did not take the step, and the sentence that says why.</summary>
public sealed record RefusedStep(Guid HouseholdId, string HeadName, string AreaCode, string Sentence);
