namespace TkpkdPortal.Documents.Charts;

/// <summary>A part of a whole: both as numbers, and the figure as printed ("862 dari 920 KK").</summary>
public sealed record Share(string Label, double Part, double Whole, string ValueText);

/// <summary>Shares of a whole, each filled into an outlined frame of the same length.</summary>
public sealed record ShareChart : Chart
{
    private const float LabelGap = 0.6f;

    public required string Message { get; init; }

    public required IReadOnlyList<Share> Shares { get; init; }

    public override float Width { get; init; } = 81;

    public float LabelWidth { get; init; } = 21;

    public float FrameWidth { get; init; } = 18;

    public float Pitch { get; init; } = 7.2f;

    public float Thickness { get; init; } = 4.2f;

    public override float Height => Shares.Count * Pitch;

    public override string AlternativeText => Told(Message, Shares.Select(share => $"{share.Label} {share.ValueText}"));

    public override void Draw(Canvas canvas)
    {
        foreach (var (index, share) in Shares.Index())
        {
            var middle = (index + 0.5f) * Pitch;
            var baseline = CenteredBaseline(middle, LabelStyle);
            Label(canvas, middle, LabelWidth - LabelGap, share.Label, LabelStyle);
            canvas.FilledFrame(LabelWidth, middle - Thickness / 2, FrameWidth, Thickness, share.Whole > 0 ? share.Part / share.Whole : 0);
            canvas.Text(LabelWidth + FrameWidth + 1.5f, baseline, share.ValueText, LabelStyle);
        }
    }
}

/// <summary>One share in an outlined frame, for the cell of a table that also holds the figure.</summary>
public sealed record ProgressBar(double Share) : Chart
{
    public override float Width { get; init; } = 18;

    public float Thickness { get; init; } = 2.6f;

    public override float Height => Thickness;

    public override string AlternativeText => $"{Share * 100:0} persen";

    public override void Draw(Canvas canvas) =>
        canvas.FilledFrame(FrameInset, FrameInset, Width - 2 * FrameInset, Thickness - 2 * FrameInset, Share);

    // The outline is half a point, so that half of it would lie outside.
    private const float FrameInset = 0.1f;
}

internal static class FrameDrawing
{
    public static void FilledFrame(this Canvas canvas, float x, float y, float width, float height, double share)
    {
        var filled = width * (float)Math.Clamp(share, 0, 1);
        canvas.Rectangle(x, y, width, height, Color.White);
        if (filled > 0) canvas.Rectangle(x, y, filled, height, Ink.Dark);
        canvas.Rectangle(x, y, width, height, stroke: Stroke.Outline);
    }
}
