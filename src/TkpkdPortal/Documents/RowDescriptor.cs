using TkpkdPortal.Documents.Layout;

namespace TkpkdPortal.Documents;

/// <summary>Composes items beside each other.</summary>
public sealed class RowDescriptor
{
    private readonly Container _owner;
    private readonly List<RowItem> _items = [];
    private float _spacing;

    internal RowDescriptor(Container owner) => _owner = owner;

    public void Spacing(float points) => _spacing = points;

    public Container RelativeItem(float share = 1) => Add(RowItemKind.Relative, share);

    public Container ConstantItem(float points) => Add(RowItemKind.Constant, points);

    /// <summary>As wide as its content likes to be.</summary>
    public Container AutoItem() => Add(RowItemKind.Auto, 0);

    internal Element Build() => new Row(_items, _spacing);

    private Container Add(RowItemKind kind, float value)
    {
        var item = _owner.Item();
        _items.Add(new RowItem(kind, value, item));
        return item;
    }
}
