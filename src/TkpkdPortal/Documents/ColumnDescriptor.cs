using TkpkdPortal.Documents.Layout;

namespace TkpkdPortal.Documents;

/// <summary>Composes items below each other.</summary>
public sealed class ColumnDescriptor
{
    private readonly Container _owner;
    private readonly List<Element> _items = [];
    private float _spacing;

    internal ColumnDescriptor(Container owner) => _owner = owner;

    public void Spacing(float points) => _spacing = points;

    public Container Item()
    {
        var item = _owner.Item();
        _items.Add(item);
        return item;
    }

    /// <summary>White room that vanishes at the top and the bottom of a page.</summary>
    public void Gap(float points) => Item().Gap(points);

    internal Element Build() => new Column(_items, _spacing);
}
