namespace TkpkdPortal.Documents.Charts;

/// <summary>A part of a stacked bar.</summary>
public sealed record Segment(double Value, ChartFill Fill);

/// <summary>Parts that always make up the whole length, dark to light, for the last column of a table with the numbers.</summary>
public sealed record StackedBar(IReadOnlyList<Segment> Segments) : Chart
{
    private const float OutlineInset = 0.1f;

    public override float Width { get; init; } = 41;

    public float Thickness { get; init; } = 3.4f;

    public override float Height => Thickness;

    public override string AlternativeText =>
        string.Join(", ", Segments.Select(segment => $"{segment.Value / Segments.Sum(part => part.Value) * 100:0} persen"));

    public override void Draw(Canvas canvas)
    {
        var whole = Segments.Sum(segment => segment.Value);
        if (whole <= 0) return;
        var x = OutlineInset;
        foreach (var segment in Segments)
        {
            var width = (float)(segment.Value / whole) * (Width - 2 * OutlineInset);
            if (width > 0) canvas.Box(x, OutlineInset, width, Thickness - 2 * OutlineInset, segment.Fill);
            x += width;
        }
    }
}
