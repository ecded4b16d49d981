using TkpkdPortal.Documents.Layout;

namespace TkpkdPortal.Documents;

/// <summary>A piece of a document. Elements do not change while pages are made: they are cut into slices, one a page.</summary>
public abstract class Element
{
    private protected Element()
    {
    }

    /// <summary>Whether the element, such as a title, must not be the last thing on a page.</summary>
    internal virtual bool KeepsWithNext => false;

    /// <summary>Cuts off what fits into the space; null when nothing does.</summary>
    internal abstract Slice? Cut(LayoutContext context, Space space);
}
