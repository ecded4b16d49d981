namespace TkpkdPortal.Domain;

/// <summary>What a rule answers: accepted, or refused with a sentence that the clerk can act on.</summary>
public readonly record struct Outcome
{
    private Outcome(string refusal) => Refusal = refusal;

    public static Outcome Accepted { get; }

    public string? Refusal { get; }

    public bool IsAccepted => Refusal is null;

    public static Outcome Refuse(string sentence) => new(sentence);
}
