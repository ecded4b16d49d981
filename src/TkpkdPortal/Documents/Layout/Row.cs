namespace TkpkdPortal.Documents.Layout;

/// <summary>How wide an item of a row is.</summary>
internal enum RowItemKind : byte
{
    Constant,
    Relative,
    Auto,
}

internal sealed record RowItem(RowItemKind Kind, float Value, Element Content);

/// <summary>Items beside each other; each goes on on the next page by itself.</summary>
internal sealed class Row(IReadOnlyList<RowItem> items, float spacing) : Element
{
    internal override bool KeepsWithNext => items.Any(item => item.Content.KeepsWithNext);

    internal override Slice? Cut(LayoutContext context, Space space)
    {
        var widths = Widths(context, space);
        var slices = new Slice?[items.Count];
        for (var index = 0; index < items.Count; index++)
        {
            slices[index] = items[index].Content.Cut(context, space with { Width = widths[index] });
            if (slices[index] is null && !space.IsTopOfPage) return null;
        }
        if (items.Count > 0 && slices.All(slice => slice is null)) return null;

        var width = widths.Sum() + spacing * Math.Max(0, items.Count - 1);
        var height = slices.Max(slice => slice?.Height) ?? 0;
        return new Slice(width, height, Rest(slices, widths), (painter, area) =>
        {
            var x = area.X;
            for (var index = 0; index < slices.Length; index++)
            {
                slices[index]?.Paint(painter, new Area(x, area.Y, widths[index], area.Height));
                x += widths[index] + spacing;
            }
        });
    }

    /// <summary>What is left keeps its place: finished items leave their width empty.</summary>
    private Row? Rest(Slice?[] slices, float[] widths)
    {
        if (slices.All(slice => slice is { Rest: null })) return null;
        var left = items.Select((item, index) =>
            new RowItem(RowItemKind.Constant, widths[index], slices[index] is { } slice ? slice.Rest ?? new Gap(0) : item.Content));
        return new Row([.. left], spacing);
    }

    private float[] Widths(LayoutContext context, Space space)
    {
        var widths = new float[items.Count];
        var left = space.Width - spacing * Math.Max(0, items.Count - 1);
        foreach (var (index, item) in items.Index())
        {
            if (item.Kind is RowItemKind.Relative) continue;
            widths[index] = item.Kind is RowItemKind.Constant ? item.Value : NaturalWidth(context, item.Content, left);
            left -= widths[index];
        }
        var shares = items.Where(item => item.Kind is RowItemKind.Relative).Sum(item => item.Value);
        foreach (var (index, item) in items.Index())
            if (item.Kind is RowItemKind.Relative) widths[index] = Math.Max(0, left) * item.Value / shares;
        return widths;
    }

    private static float NaturalWidth(LayoutContext context, Element content, float limit) =>
        Math.Max(0, Math.Min(limit, content.Cut(context, Space.Free())?.Width ?? 0));
}
