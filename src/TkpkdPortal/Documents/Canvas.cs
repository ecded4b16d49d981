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
    private const float HatchStep = 1.3f;
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

    private float X(float millimetres) => _left + millimetres.Mm();

    private float Y(float millimetres) => _top + millimetres.Mm();

    private void Paint(Color? fill, Stroke? stroke)
    {
        if (fill is { } color && stroke is { } line) _content.FillAndStroke(color, line);
        else if (fill is { } only) _content.Fill(only);
        else _content.Stroke(stroke ?? Stroke.Outline);
    }
}
