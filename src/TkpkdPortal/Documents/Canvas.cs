using TkpkdPortal.Documents.Layout;
using TkpkdPortal.Documents.Pdf;

namespace TkpkdPortal.Documents;

/// <summary>Where text stands from its point.</summary>
public enum TextAnchor
{
    Start,
    Middle,
    End,
}

/// <summary>
/// A drawing surface. Places and lengths are in millimetres from the top left; the weights of lines and the sizes of
/// text are in points.
/// </summary>
public sealed class Canvas
{
    // How far from its end a Bézier curve must be pulled to look like a quarter of a circle.
    private const float CirclePull = 0.5523f;
    private const float HatchStep = 1.3f;
    private const float PlateMargin = 0.7f;
    private const float PointsToMillimetres = 1 / Units.PointsPerMillimetre;

    private readonly Painter _painter;
    private readonly PageContent _content;
    private readonly float _left;
    private readonly float _top;

    internal Canvas(Painter painter, PageContent content, float left, float top) =>
        (_painter, _content, _left, _top) = (painter, content, left, top);

    public void Line(float x1, float y1, float x2, float y2, Stroke stroke)
    {
        MoveTo(x1, y1);
        LineTo(x2, y2);
        _content.Stroke(stroke);
    }

    public void Rectangle(float x, float y, float width, float height, Color? fill = null, Stroke? stroke = null)
    {
        _content.Rectangle(X(x), Y(y), width.Mm(), height.Mm());
        Paint(fill, stroke);
    }

    public void Circle(float x, float y, float radius, Color? fill = null, Stroke? stroke = null)
    {
        var pull = radius * CirclePull;
        MoveTo(x + radius, y);
        CurveTo(x + radius, y + pull, x + pull, y + radius, x, y + radius);
        CurveTo(x - pull, y + radius, x - radius, y + pull, x - radius, y);
        CurveTo(x - radius, y - pull, x - pull, y - radius, x, y - radius);
        CurveTo(x + pull, y - radius, x + radius, y - pull, x + radius, y);
        _content.Close();
        Paint(fill, stroke);
    }

    /// <summary>The right half of a disc.</summary>
    public void HalfDisc(float x, float y, float radius, Color fill)
    {
        var pull = radius * CirclePull;
        MoveTo(x, y - radius);
        CurveTo(x + pull, y - radius, x + radius, y - pull, x + radius, y);
        CurveTo(x + radius, y + pull, x + pull, y + radius, x, y + radius);
        _content.Close();
        Paint(fill, null);
    }

    public void Polygon(ReadOnlySpan<(float X, float Y)> points, Color? fill = null, Stroke? stroke = null)
    {
        Trace(points);
        _content.Close();
        Paint(fill, stroke);
    }

    public void Polyline(ReadOnlySpan<(float X, float Y)> points, Stroke stroke)
    {
        Trace(points);
        _content.Stroke(stroke);
    }

    /// <summary>A path of lines and curves.</summary>
    public void Path(Action<CanvasPath> trace, Color? fill = null, Stroke? stroke = null)
    {
        trace(new CanvasPath(this));
        Paint(fill, stroke);
    }

    /// <summary>Text on its baseline.</summary>
    public void Text(float x, float baseline, string text, TextStyle style, TextAnchor anchor = TextAnchor.Start)
    {
        var face = style.FaceFrom(_painter.Fonts);
        if (text.Length is 0 || _painter.FontOf(face) is not { } font) return;
        _content.BeginText(X(x - TextWidth(text, style) * (int)anchor / 2f), Y(baseline));
        // The space keeps the labels of a picture apart when its text is extracted.
        _content.Show(font, style.Size, style.Color, text + " ");
        _content.EndText();
    }

    /// <summary>Text on a white plate, so that it can be read on a tint, a hatch or a guide.</summary>
    public void PlatedText(float x, float baseline, string text, TextStyle style, TextAnchor anchor = TextAnchor.Start)
    {
        var (width, size) = (TextWidth(text, style), style.Size * PointsToMillimetres);
        var left = x - width * (int)anchor / 2f;
        // Capitals and figures reach seven tenths of the size above the baseline, tails two tenths below.
        Rectangle(left - PlateMargin, baseline - size * 0.72f - PlateMargin, width + 2 * PlateMargin, size * 0.93f + 2 * PlateMargin, Color.White);
        Text(x, baseline, text, style, anchor);
    }

    /// <summary>How wide text would be, in millimetres.</summary>
    public float TextWidth(string text, TextStyle style) =>
        style.FaceFrom(_painter.Fonts).Width(text, style.Size) * PointsToMillimetres;

    /// <summary>Draws within a rectangle only.</summary>
    public void Clip(float x, float y, float width, float height, Action draw)
    {
        _content.Save();
        _content.Rectangle(X(x), Y(y), width.Mm(), height.Mm());
        _content.Clip();
        draw();
        _content.Restore();
    }

    /// <summary>White with lines at 45°: the class that no tint can show after the fourth.</summary>
    public void Hatch(float x, float y, float width, float height, Stroke? outline = null)
    {
        Rectangle(x, y, width, height, Color.White);
        Clip(x, y, width, height, () =>
        {
            for (var start = x - height; start < x + width; start += HatchStep)
                Line(start, y + height, start + height, y, Stroke.Outline);
        });
        if (outline is not null) Rectangle(x, y, width, height, stroke: outline);
    }

    internal void MoveTo(float x, float y) => _content.MoveTo(X(x), Y(y));

    internal void LineTo(float x, float y) => _content.LineTo(X(x), Y(y));

    internal void CurveTo(float x1, float y1, float x2, float y2, float x, float y) =>
        _content.CurveTo(X(x1), Y(y1), X(x2), Y(y2), X(x), Y(y));

    internal void ClosePath() => _content.Close();

    private float X(float millimetres) => _left + millimetres.Mm();

    private float Y(float millimetres) => _top + millimetres.Mm();

    private void Trace(ReadOnlySpan<(float X, float Y)> points)
    {
        for (var index = 0; index < points.Length; index++)
            if (index is 0) MoveTo(points[index].X, points[index].Y);
            else LineTo(points[index].X, points[index].Y);
    }

    private void Paint(Color? fill, Stroke? stroke)
    {
        if (fill is { } color && stroke is { } line) _content.FillAndStroke(color, line);
        else if (fill is { } only) _content.Fill(only);
        else _content.Stroke(stroke ?? Stroke.Outline);
    }
}

/// <summary>Traces a path on a canvas, in millimetres.</summary>
public sealed class CanvasPath
{
    private readonly Canvas _canvas;

    internal CanvasPath(Canvas canvas) => _canvas = canvas;

    public CanvasPath MoveTo(float x, float y)
    {
        _canvas.MoveTo(x, y);
        return this;
    }

    public CanvasPath LineTo(float x, float y)
    {
        _canvas.LineTo(x, y);
        return this;
    }

    public CanvasPath CurveTo(float x1, float y1, float x2, float y2, float x, float y)
    {
        _canvas.CurveTo(x1, y1, x2, y2, x, y);
        return this;
    }

    public CanvasPath Close()
    {
        _canvas.ClosePath();
        return this;
    }
}
