using TkpkdPortal.Documents.Layout;

namespace TkpkdPortal.Documents;

/// <summary>Composes a list: each item has a label, right-aligned in its own column, and a body.</summary>
public sealed class ListDescriptor
{
    private static readonly float LabelGap = 1.5f.Mm();

    private readonly Container _list;
    private readonly List<Element> _items = [];
    private float _labelWidth = 5.5f.Mm();
    private float _spacing = 1.Mm();

    internal ListDescriptor(Container owner) =>
        _list = Container.Of(owner.Inherited with { Tag = owner.Inherited.Tag.Add(TagRole.L), IsInFlow = false });

    public void Spacing(float points) => _spacing = points;

    /// <summary>Room of the labels, gap included; the usual room holds one digit and a full stop.</summary>
    public void LabelWidth(float points) => _labelWidth = points;

    public Container Item(string label)
    {
        var item = Container.Of(_list.Inherited with { Tag = _list.Inherited.Tag.Add(TagRole.LI) });
        Container? body = null;
        item.Row(row =>
        {
            row.ConstantItem(_labelWidth).SemanticListLabel().PaddingRight(LabelGap).Text(label).AlignRight();
            body = row.RelativeItem().SemanticListItemBody();
        });
        _items.Add(item);
        // The row above is composed at once, so the body is there.
        return body!;
    }

    internal Element Build() => new Column(_items, _spacing);
}
