namespace TkpkdPortal.Documents.Layout;

/// <summary>A named part of the document: links lead to its beginning, and its pages can be told.</summary>
internal sealed class NamedSection(Element child, string name) : Wrapper(child)
{
    internal override Slice? Cut(LayoutContext context, Space space)
    {
        if (Child.Cut(context, space) is not { } inner) return null;
        return new Slice(inner.Width, inner.Height, inner.Rest is { } rest ? new NamedSection(rest, name) : null, (painter, area) =>
        {
            painter.Section(name, area.Y);
            inner.Paint(painter, area);
        });
    }
}

internal sealed class Bookmarked(Element child, string title, int level) : Wrapper(child)
{
    internal override Slice? Cut(LayoutContext context, Space space)
    {
        if (Child.Cut(context, space) is not { } inner) return null;
        return new Slice(inner.Width, inner.Height, inner.Rest, (painter, area) =>
        {
            painter.Bookmark(title, level, area.Y);
            inner.Paint(painter, area);
        });
    }
}

/// <summary>An area of the page that leads to a section.</summary>
internal sealed class Linked(Element child, string section, string description, Tag tag) : Wrapper(child)
{
    internal override Slice? Cut(LayoutContext context, Space space)
    {
        if (Child.Cut(context, space) is not { } inner) return null;
        return new Slice(inner.Width, inner.Height, inner.Rest is { } rest ? new Linked(rest, section, description, tag) : null, (painter, area) =>
        {
            inner.Paint(painter, area);
            painter.Link(area, section, description, tag);
        });
    }
}
