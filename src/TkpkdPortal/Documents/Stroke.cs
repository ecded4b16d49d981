namespace TkpkdPortal.Documents;

/// <summary>A drawn line: its weight in points and its colour.</summary>
public readonly record struct Stroke(float Weight, Color Color = default)
{
    /// <summary>The half-point black outline of every bar, box and marker.</summary>
    public static Stroke Outline => new(0.5f);
}
