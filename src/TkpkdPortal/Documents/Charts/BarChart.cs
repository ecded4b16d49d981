namespace TkpkdPortal.Documents.Charts;

/// <summary>A bar: its label, its length, and the figure as printed.</summary>
public sealed record Bar(string Label, double Value, string ValueText, ChartFill Fill = ChartFill.Dark);

/// <summary>Horizontal bars from nought, label left and figure right; the longest is bold.</summary>
public sealed record BarChart : Chart
{
    private const float ValueGap = 1.2f, LabelGap = 0.6f;

    public required string Message { get; init; }

    public required IReadOnlyList<Bar> Bars { get; init; }

    public override float Width { get; init; } = 81;

    public float LabelWidth { get; init; } = 37;

    public float Pitch { get; init; } = 7.2f;

    public float Thickness { get; init; } = 4.2f;

    public override float Height => Bars.Count * Pitch;

    public override string AlternativeText => Told(Message, Bars.Select(bar => $"{bar.Label} {bar.ValueText}"));

    public override void Draw(Canvas canvas)
    {
        var longest = Bars.Count is 0 ? 0 : Bars.Max(bar => bar.Value);
        var widest = Bars.Count is 0 ? 0 : Bars.Max(bar => canvas.TextWidth(bar.ValueText, LabelStyle.Bold()));
        var scale = longest > 0 ? (Width - LabelWidth - ValueGap - widest) / longest : 0;
        foreach (var (index, bar) in Bars.Index())
        {
            var middle = (index + 0.5f) * Pitch;
            var style = bar.Value == longest ? LabelStyle.Bold() : LabelStyle;
            var baseline = CenteredBaseline(middle, style);
            var length = (float)(bar.Value * scale);
            Label(canvas, middle, LabelWidth - LabelGap, bar.Label, LabelStyle);
            if (length > 0) canvas.Box(LabelWidth, middle - Thickness / 2, length, Thickness, bar.Fill);
            canvas.Text(LabelWidth + length + ValueGap, baseline, bar.ValueText, style);
        }
    }
}
