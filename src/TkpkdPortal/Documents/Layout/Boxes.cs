namespace TkpkdPortal.Documents.Layout;

internal sealed class Padded(Element child, Edges edges) : Wrapper(child)
{
    internal override Slice? Cut(LayoutContext context, Space space)
    {
        var (across, down) = (edges.Left + edges.Right, edges.Top + edges.Bottom);
        if (!space.Holds(down)) return null;
        if (Child.Cut(context, space.Less(across, down)) is not { } inner) return null;
        return new Slice(inner.Width + across, inner.Height + down,
            inner.Rest is { } rest ? new Padded(rest, edges) : null,
            (painter, area) => inner.Paint(painter, new Area(
                area.X + edges.Left, area.Y + edges.Top, area.Width - across, area.Height - down)));
    }
}

/// <summary>Four measures, one for each side of a box.</summary>
internal readonly record struct Edges(float Left, float Top, float Right, float Bottom);

/// <summary>Lines on the sides of a box, drawn within it so that they end flush with the measure.</summary>
internal sealed class Bordered(Element child, Edges weights) : Wrapper(child)
{
    internal override Slice? Cut(LayoutContext context, Space space)
    {
        if (Child.Cut(context, space) is not { } inner) return null;
        return new Slice(inner.Width, inner.Height, inner.Rest is { } rest ? new Bordered(rest, weights) : null, (painter, area) =>
        {
            inner.Paint(painter, area);
            painter.DrawRules([
                area with { Height = weights.Top },
                area with { Y = area.Bottom - weights.Bottom, Height = weights.Bottom },
                area with { Width = weights.Left },
                area with { X = area.Right - weights.Right, Width = weights.Right }]);
        });
    }
}

internal sealed class Filled(Element child, Color color) : Wrapper(child)
{
    internal override Slice? Cut(LayoutContext context, Space space)
    {
        if (Child.Cut(context, space) is not { } inner) return null;
        return new Slice(inner.Width, inner.Height, inner.Rest is { } rest ? new Filled(rest, color) : null, (painter, area) =>
        {
            painter.FillArea(area, color);
            inner.Paint(painter, area);
        });
    }
}

/// <summary>A box of a wanted width or height; text that needs more height is never cut off, the box grows.</summary>
internal sealed class Sized(Element child, float? width, float? height) : Wrapper(child)
{
    internal override Slice? Cut(LayoutContext context, Space space)
    {
        if (height is { } wanted && !space.Holds(wanted)) return null;
        var room = width is { } limit ? space with { Width = Math.Min(limit, space.Width) } : space;
        if (Child.Cut(context, room) is not { } inner) return null;
        return new Slice(width is null ? inner.Width : room.Width, Math.Max(inner.Height, height ?? 0),
            inner.Rest is { } rest ? new Sized(rest, width, null) : null, inner.Paint);
    }
}

/// <summary>Takes all the height that is left on the page.</summary>
internal sealed class Extended(Element child) : Wrapper(child)
{
    internal override Slice? Cut(LayoutContext context, Space space) =>
        Child.Cut(context, space) is { } inner ? inner.With(space.Height, inner.Rest) : null;
}

/// <summary>Places its child left, right, above or below in a larger area.</summary>
internal sealed class Aligned(Element child, HorizontalAlignment? across, VerticalAlignment? down) : Wrapper(child)
{
    internal override Slice? Cut(LayoutContext context, Space space)
    {
        if (Child.Cut(context, space) is not { } inner) return null;
        return new Slice(inner.Width, inner.Height, inner.Rest is { } rest ? new Aligned(rest, across, down) : null, (painter, area) =>
        {
            var width = across is null ? area.Width : inner.Width;
            var height = down is null ? area.Height : inner.Height;
            inner.Paint(painter, new Area(
                area.X + (area.Width - width) * (across?.Before() ?? 0),
                area.Y + (area.Height - height) * (down?.Before() ?? 0),
                width, height));
        });
    }
}
