namespace TkpkdPortal.Documents.Charts;

/// <summary>A part of a labelled strip: "3" and "selesai".</summary>
public sealed record StripSegment(string Label, double Value, string ValueText, ChartFill Fill);

/// <summary>One stacked bar over the whole width with its labels on it; what is too short for its label has it below.</summary>
public sealed record StackedStrip : Chart
{
    private const float Thickness = 7;
    private const float Gap = 0.7f;
    private const float LinePitch = 3.9f;
    private const float Inset = 0.3f;
    private const float OutlineInset = 0.1f;
    private const float LabelRoom = 2.2f;

    private static readonly TextStyle OnBar = TextStyle.Of(9, 11.5f).Bold();

    public required string Message { get; init; }

    public required IReadOnlyList<StripSegment> Segments { get; init; }

    public override float Width { get; init; } = 168;

    /// <summary>Lines kept free below the bar for labels that do not fit on it.</summary>
    public int LinesBelow { get; init; } = 1;

    public override float Height => Inset + Thickness + 0.6f + LinesBelow * LinePitch;

    public override string AlternativeText => Told(Message, Segments.Select(segment => $"{segment.ValueText} {segment.Label}"));

    public override void Draw(Canvas canvas)
    {
        var whole = Segments.Sum(segment => segment.Value);
        if (whole <= 0) return;
        var room = Width - 2 * OutlineInset - Gap * (Segments.Count - 1);
        var (x, lineEnds) = (OutlineInset, new float[Math.Max(LinesBelow, 1)]);
        foreach (var segment in Segments)
        {
            var width = room * (float)(segment.Value / whole);
            if (width > 0) canvas.Box(x, Inset, width, Thickness, segment.Fill);
            DrawLabel(canvas, segment, x, width, lineEnds);
            x += width + Gap;
        }
    }

    private void DrawLabel(Canvas canvas, StripSegment segment, float x, float width, float[] lineEnds)
    {
        var (middle, baseline) = (x + width / 2, CenteredBaseline(Inset + Thickness / 2, OnBar));
        var full = $"{segment.ValueText} {segment.Label}";
        if (canvas.TextWidth(full, OnBar) + LabelRoom <= width)
        {
            canvas.TextOn(segment.Fill, middle, baseline, full, OnBar);
            return;
        }
        var isValueOnBar = canvas.TextWidth(segment.ValueText, OnBar) + LabelRoom <= width;
        if (isValueOnBar) canvas.TextOn(segment.Fill, middle, baseline, segment.ValueText, OnBar);
        DrawBelow(canvas, isValueOnBar ? segment.Label : full, middle, lineEnds, isPointed: !isValueOnBar);
    }

    /// <summary>Puts a label under its segment, on the first line where it does not touch another.</summary>
    private void DrawBelow(Canvas canvas, string label, float middle, float[] lineEnds, bool isPointed)
    {
        var width = canvas.TextWidth(label, LabelStyle);
        var left = Math.Clamp(middle - width / 2, 0, Math.Max(0, Width - width));
        var line = Math.Max(0, Array.FindIndex(lineEnds, end => end <= left));
        var top = Inset + Thickness;
        if (isPointed) canvas.Line(middle, top, middle, top + 0.6f + line * LinePitch, Stroke.Outline);
        canvas.Text(left, top + 3.5f + line * LinePitch, label, LabelStyle);
        lineEnds[line] = left + width + LabelRoom;
    }
}
