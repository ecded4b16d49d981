namespace TkpkdPortal.Documents;

/// <summary>A drawn line: its weight in points, its colour, and whether it is dashed.</summary>
public readonly record struct Stroke(float Weight, Color Color = default, bool IsDashed = false)
{
    /// <summary>The half-point black outline of every bar, box and marker.</summary>
    public static Stroke Outline => new(0.5f);
}
