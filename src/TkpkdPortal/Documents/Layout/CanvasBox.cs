namespace TkpkdPortal.Documents.Layout;

/// <summary>A drawing as part of the flow.</summary>
internal sealed class CanvasBox(float width, float height, Action<Canvas> draw, Tag tag) : Element
{
    internal override Slice? Cut(LayoutContext context, Space space)
    {
        if (!space.Holds(height)) return null;
        return new Slice(width, height, null, (painter, area) =>
        {
            if (painter.Content is not { } content) return;
            painter.SetBox(tag, new Area(area.X, area.Y, width, height));
            painter.BeginMarked(tag);
            content.Save();
            draw(new Canvas(painter, content, area.X, area.Y));
            content.Restore();
            painter.EndMarked();
        });
    }
}
