namespace TkpkdPortal.Documents.Layout;

/// <summary>Content with something before and after it that is repeated on every page the content takes.</summary>
internal sealed class Decoration(Element before, Element content, Element after, int repetition = 0) : Element
{
    internal override Slice? Cut(LayoutContext context, Space space)
    {
        if (context.CutRepeated(before, space, repetition) is not { Rest: null } head) return null;
        if (context.CutRepeated(after, space.Less(0, head.Height), repetition) is not { Rest: null } foot) return null;
        if (content.Cut(context, space.Less(0, head.Height + foot.Height)) is not { } body) return null;

        var rest = body.Rest is { } left ? new Decoration(before, left, after, repetition + 1) : null;
        var height = head.Height + body.Height + foot.Height;
        return new Slice(Math.Max(head.Width, Math.Max(body.Width, foot.Width)), height, rest, (painter, area) =>
        {
            painter.PaintRepeated(head, area with { Height = head.Height }, repetition > 0);
            body.Paint(painter, area with { Y = area.Y + head.Height, Height = body.Height });
            painter.PaintRepeated(foot, area with { Y = area.Y + head.Height + body.Height, Height = foot.Height }, repetition > 0);
        });
    }
}
