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

    /// <summary>
    /// A label that stays in its place: on one line, else on two, and smaller only where the longer of two is still too wide; names of places have forty letters, and none is cut.
    /// </summary>
    protected static void Label(Canvas canvas, float middle, float width, string text, TextStyle style)
    {
        if (canvas.TextWidth(text, style) <= width)
        {
            canvas.Text(0, CenteredBaseline(middle, style), text, style);
            return;
        }
        var (first, second) = Halves(canvas, text, style);
        var fitting = style.FontSize(style.Size * Math.Min(1, width / Math.Max(canvas.TextWidth(first, style), canvas.TextWidth(second, style))));
        var half = fitting.Size * 0.52f / Units.PointsPerMillimetre;
        canvas.Text(0, CenteredBaseline(middle - half, fitting), first, fitting);
        canvas.Text(0, CenteredBaseline(middle + half, fitting), second, fitting);
    }

    // At the space that leaves the shorter of the longer lines.
    private static (string First, string Second) Halves(Canvas canvas, string text, TextStyle style) => Enumerable.Range(0, text.Length).Where(at => text[at] == ' ')
        .Select(at => (First: text[..at], Second: text[(at + 1)..])).DefaultIfEmpty((First: text, Second: "")).MinBy(halves => Math.Max(canvas.TextWidth(halves.First, style), canvas.TextWidth(halves.Second, style)));

    protected static string Told(string message, IEnumerable<string> figures) => $"{message}: {string.Join(", ", figures)}.";
}
