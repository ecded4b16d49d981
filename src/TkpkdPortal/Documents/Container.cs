using TkpkdPortal.Documents.Layout;

namespace TkpkdPortal.Documents;

/// <summary>An empty place in a document, to be filled once. What may fill it is said by the extension classes beside.</summary>
public class Container : Element
{
    private Element? _content;

    private protected Container(Inherited inherited) => Inherited = inherited;

    internal Inherited Inherited { get; private set; }

    internal override bool KeepsWithNext => _content?.KeepsWithNext ?? false;

    internal static Container Of(Inherited inherited) => new(inherited);

    internal T Fill<T>(T content) where T : Element
    {
        if (_content is not null) throw new InvalidOperationException("This container already has content; use a column for several things.");
        _content = content;
        return content;
    }

    /// <summary>Fills this container with something around a new container, which is returned.</summary>
    internal Container Wrap(Func<Container, Element> around) => Wrap(Inherited, around);

    internal Container Wrap(Inherited inherited, Func<Container, Element> around)
    {
        var inner = new Container(inherited);
        Fill(around(inner));
        return inner;
    }

    /// <summary>An empty container for one of several items, each of which is then a paragraph of its own.</summary>
    internal Container Item() => new(Inherited with { IsInFlow = true });

    /// <summary>Changes what content composed from now on inherits.</summary>
    internal void Restyle(TextStyle style) => Inherited = Inherited with { Style = style };

    internal override Slice? Cut(LayoutContext context, Space space) => _content is null ? Slice.Empty : _content.Cut(context, space);
}
