namespace TkpkdPortal.Documents.Charts;

/// <summary>A small box in the ink of a class: above a column's name it is the legend.</summary>
public sealed record Swatch(ChartFill Fill) : Chart
{
    public override float Width { get; init; } = 4;

    public override float Height => 2.8f;

    public override string AlternativeText => "";

    public override void Draw(Canvas canvas) => canvas.Box(0.1f, 0.1f, Width - 0.2f, Height - 0.2f, Fill);
}
