namespace TkpkdPortal.Documents.Layout;

/// <summary>Items below each other. The first may be what an earlier page left of its item.</summary>
internal sealed class Column(IReadOnlyList<Element> items, float spacing, int start = 0, Element? first = null) : Element
{
    internal override bool KeepsWithNext => items.Count > 0 && items[^1].KeepsWithNext;

    internal override Slice? Cut(LayoutContext context, Space space)
    {
        var placed = new List<(Slice Slice, float Y)>();
        var height = 0f;
        Element? rest = null;
        for (var index = start; index < items.Count && rest is null; index++)
        {
            var y = height > 0 ? height + spacing : 0;
            var slice = ItemAt(index).Cut(context, new Space(space.Width, space.Height - y, space.IsTopOfPage && height is 0));
            if (slice is null)
            {
                DropTitles(placed, space.IsTopOfPage);
                if (placed.Count is 0) return null;
                rest = RestFrom(start + placed.Count, null);
                height = End(placed);
                break;
            }
            placed.Add((slice, y));
            if (slice.Height > 0) height = y + slice.Height;
            if (slice.Rest is { } left) rest = RestFrom(index, left);
        }
        return new Slice(placed.Count is 0 ? 0 : placed.Max(item => item.Slice.Width), height, rest, (painter, area) =>
        {
            foreach (var (slice, y) in placed)
                slice.Paint(painter, new Area(area.X, area.Y + y, area.Width, slice.Height));
        });
    }

    private Element ItemAt(int index) => index == start && first is not null ? first : items[index];

    private Column RestFrom(int index, Element? left) => new(items, spacing, index, left);

    private static float End(List<(Slice Slice, float Y)> placed) => placed[^1].Y + placed[^1].Slice.Height;

    /// <summary>Takes titles back that would stand alone at the foot of the page, unless the page holds nothing else.</summary>
    private void DropTitles(List<(Slice Slice, float Y)> placed, bool isTopOfPage)
    {
        var kept = placed.Count;
        while (kept > 0 && ItemAt(start + kept - 1).KeepsWithNext) kept--;
        if (kept > 0 || !isTopOfPage) placed.RemoveRange(kept, placed.Count - kept);
    }
}
