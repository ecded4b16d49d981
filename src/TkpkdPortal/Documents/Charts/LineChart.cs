namespace TkpkdPortal.Documents.Charts;

/// <summary>A line: a value for each point of time, or none; a plan is dashed and has no markers.</summary>
public sealed record LineSeries(string Name, IReadOnlyList<double?> Values, string LastText, bool IsPlan = false);

/// <summary>At most four black lines over time, told apart by marker and weight, each named at its end.</summary>
public sealed record LineChart : Chart
{
    private const int MostLines = 4;
    private const float PlotLeft = 10;
    private const float PlotTop = 6;
    private const float BelowPlot = 6;
    private const float LabelsApart = 4.4f;

    private static readonly TextStyle AxisStyle = TextStyle.Of(8, 10);
    private static readonly float[] Weights = [2, 1.15f, 0.85f, 0.85f];

    public required string Message { get; init; }

    /// <summary>What the height counts ("% sasaran gelombang").</summary>
    public required string Unit { get; init; }

    /// <summary>The points of time; an empty name has no mark, as before the first count.</summary>
    public required IReadOnlyList<string> Times { get; init; }

    public required IReadOnlyList<LineSeries> Lines { get; init; }

    /// <summary>The heights of the guides from nought up, three to five; the last is the top of the plot.</summary>
    public required IReadOnlyList<double> Guides { get; init; }

    public override float Width { get; init; } = 168;

    public float PlotHeight { get; init; } = 52;

    /// <summary>Room at the right for names and last values.</summary>
    public float NameWidth { get; init; } = 40;

    public override float Height => PlotTop + PlotHeight + BelowPlot;

    public override string AlternativeText => Told(Message, Lines.Select(line => line.IsPlan ? line.Name : $"{line.Name} {line.LastText}"));

    private float PlotRight => Width - NameWidth;

    private float PlotBottom => PlotTop + PlotHeight;

    public override void Draw(Canvas canvas)
    {
        if (Lines.Count > MostLines) throw new InvalidOperationException($"A line chart has at most {MostLines} lines, this one has {Lines.Count}.");
        DrawAxes(canvas);
        var drawn = Lines.Where(line => !line.IsPlan).ToList();
        foreach (var plan in Lines.Where(line => line.IsPlan)) DrawPlan(canvas, plan);
        foreach (var (index, line) in drawn.Index()) DrawLine(canvas, line, index);
        DrawNames(canvas, drawn);
    }

    private void DrawAxes(Canvas canvas)
    {
        foreach (var (index, guide) in Guides.Index())
        {
            var y = YOf(guide);
            canvas.Line(PlotLeft, y, PlotRight, y, new Stroke(index is 0 ? 0.75f : 0.25f));
            canvas.Text(PlotLeft - 1.5f, CenteredBaseline(y, AxisStyle), $"{guide:0}", AxisStyle, TextAnchor.End);
        }
        canvas.Text(0, 2.4f, Unit, AxisStyle);
        foreach (var (index, time) in Times.Index())
        {
            if (time.Length is 0) continue;
            canvas.Line(XOf(index), PlotBottom, XOf(index), PlotBottom + 1, Stroke.Outline);
            canvas.Text(XOf(index), PlotBottom + 4.2f, time, AxisStyle, TextAnchor.Middle);
        }
    }

    private void DrawPlan(Canvas canvas, LineSeries plan)
    {
        var points = Points(plan);
        canvas.Polyline(points.ConvertAll(point => (point.X, point.Y)).ToArray(), new Stroke(0.75f, IsDashed: true));
        if (points.Count is 0) return;
        // Beside the middle of the line, on the side where a growing line leaves room.
        var (first, last) = (points[0], points[^1]);
        canvas.PlatedText((first.X + last.X) / 2 - 3, (first.Y + last.Y) / 2 - 4, plan.Name, LabelStyle, TextAnchor.End);
    }

    private void DrawLine(Canvas canvas, LineSeries line, int index)
    {
        var points = Points(line);
        canvas.Polyline(points.ConvertAll(point => (point.X, point.Y)).ToArray(), new Stroke(Weights[index]));
        foreach (var (time, x, y) in points)
            if (Times[time].Length > 0) DrawMarker(canvas, index, x, y);
    }

    private static void DrawMarker(Canvas canvas, int index, float x, float y)
    {
        var outline = new Stroke(0.9f);
        if (index is 0) canvas.Circle(x, y, 1, Color.Black, outline with { Weight = 0.25f });
        else if (index is 1) canvas.Rectangle(x - 0.8f, y - 0.8f, 1.6f, 1.6f, Color.White, outline);
        else if (index is 2) canvas.Polygon([(x, y - 1.1f), (x + 1.1f, y + 0.8f), (x - 1.1f, y + 0.8f)], Color.White, outline);
        else canvas.Rectangle(x - 0.7f, y - 0.7f, 1.4f, 1.4f, Color.Black);
    }

    private void DrawNames(Canvas canvas, List<LineSeries> lines)
    {
        var names = lines.Index().Where(line => Points(line.Item).Count > 0)
            .Select(line => (line.Index, line.Item, Points(line.Item)[^1].Y)).OrderBy(name => name.Y).ToList();
        var y = float.NegativeInfinity;
        foreach (var (index, line, wanted) in names)
        {
            y = Math.Max(wanted, y + LabelsApart);
            canvas.Text(PlotRight + 2.2f, CenteredBaseline(y, LabelStyle), $"{line.Name} {line.LastText}", LabelStyle.Bold(index is 0));
        }
    }

    private List<(int Time, float X, float Y)> Points(LineSeries line) =>
        [.. line.Values.Index().Where(value => value.Item is not null).Select(value => (value.Index, XOf(value.Index), YOf(value.Item ?? 0)))];

    private float XOf(int time) => PlotLeft + (PlotRight - PlotLeft) * time / Math.Max(1, Times.Count - 1);

    private float YOf(double value) => PlotBottom - PlotHeight * (float)(value / Guides[^1]);
}
