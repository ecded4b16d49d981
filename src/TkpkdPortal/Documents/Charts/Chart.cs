namespace TkpkdPortal.Documents.Charts;

/// <summary>A picture of figures: it knows its size in millimetres, draws itself and can be told in words.</summary>
public abstract record Chart
{
    /// <summary>The type of labels within charts.</summary>
    protected static TextStyle LabelStyle { get; } = TextStyle.Of(8.5f, 10.5f);

    public abstract float Width { get; init; }

    public abstract float Height { get; }

    /// <summary>The message and its figures, for those who do not see the picture.</summary>
    public abstract string AlternativeText { get; }

    public abstract void Draw(Canvas canvas);

    /// <summary>The baseline of a label that stands in the middle of a bar.</summary>
    protected static float CenteredBaseline(float middle, TextStyle style) =>
        // Figures and capitals of Arimo are 0.69 of the size high.
        middle + 0.344f * style.Size / Units.PointsPerMillimetre;

    protected static string Told(string message, IEnumerable<string> figures) => $"{message}: {string.Join(", ", figures)}.";
}
