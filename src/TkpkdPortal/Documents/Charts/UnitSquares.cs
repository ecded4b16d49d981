namespace TkpkdPortal.Documents.Charts;

/// <summary>One square for each of a few, the counted ones filled: for bases too small for a percentage.</summary>
public sealed record UnitSquares(int Count, int Filled) : Chart
{
    private const int PerLine = 10;
    private const float Side = 1.5f;
    private const float Step = 1.9f;
    private const float OutlineInset = 0.1f;

    public override float Width { get; init; } = Math.Min(Count, PerLine) * Step;

    public override float Height => (Count + PerLine - 1) / PerLine * Step;

    public override string AlternativeText => $"{Filled} dari {Count}";

    public override void Draw(Canvas canvas)
    {
        for (var square = 0; square < Count; square++)
            canvas.Rectangle(OutlineInset + square % PerLine * Step, OutlineInset + square / PerLine * Step, Side, Side, square < Filled ? Ink.Dark : Color.White, Stroke.Outline);
    }
}
