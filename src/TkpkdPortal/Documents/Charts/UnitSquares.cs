namespace TkpkdPortal.Documents.Charts;

/// <summary>One square for each of a few, the counted ones filled: for bases too small for a percentage.</summary>
public sealed record UnitSquares(int Count, int Filled) : Chart
{
    private const float Side = 2.1f;
    private const float Step = 2.8f;
    private const float OutlineInset = 0.1f;

    public override float Width { get; init; } = Count * Step;

    public override float Height => Side + 2 * OutlineInset;

    public override string AlternativeText => $"{Filled} dari {Count}";

    public override void Draw(Canvas canvas)
    {
        for (var square = 0; square < Count; square++)
            canvas.Rectangle(OutlineInset + square * Step, OutlineInset, Side, Side, square < Filled ? Ink.Dark : Color.White, Stroke.Outline);
    }
}
