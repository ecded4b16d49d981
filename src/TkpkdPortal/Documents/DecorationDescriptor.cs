using TkpkdPortal.Documents.Layout;

namespace TkpkdPortal.Documents;

/// <summary>Composes content with something repeated above and below it on each of its pages.</summary>
public sealed class DecorationDescriptor
{
    private readonly Container _owner;
    private readonly Container _before;
    private readonly Container _content;
    private readonly Container _after;

    internal DecorationDescriptor(Container owner)
    {
        _owner = owner;
        (_before, _content, _after) = (owner.Item(), owner.Item(), owner.Item());
    }

    public Container Before() => _before;

    public Container Content() => _content;

    public Container After() => _after;

    public void DefaultTextStyle(Func<TextStyle, TextStyle> change)
    {
        var style = change(_owner.Inherited.Style);
        foreach (var part in (Container[])[_before, _content, _after]) part.Restyle(style);
    }

    internal Element Build() => new Decoration(_before, _content, _after);
}
