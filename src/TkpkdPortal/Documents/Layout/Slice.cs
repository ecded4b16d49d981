namespace TkpkdPortal.Documents.Layout;

/// <summary>The part of an element that goes on one page, and the element that is left for the next pages.</summary>
internal sealed class Slice(float width, float height, Element? rest, Action<Painter, Area> paint)
{
    public static Slice Empty { get; } = new(0, 0, null, (_, _) => { });

    public float Width { get; } = width;

    public float Height { get; } = height;

    public Element? Rest { get; } = rest;

    /// <summary>Paints into an area at least as large as the slice; lines and backgrounds fill it.</summary>
    public void Paint(Painter painter, Area area) => paint(painter, area);

    /// <summary>The same slice, of another height or with another rest.</summary>
    public Slice With(float height, Element? rest) => new(Width, height, rest, paint);
}
