namespace TkpkdPortal.Documents.Layout;

/// <summary>An element around one other.</summary>
internal abstract class Wrapper(Element child) : Element
{
    protected Element Child { get; } = child;

    internal override bool KeepsWithNext => Child.KeepsWithNext;
}

/// <summary>Keeps its child on one page as long as a page can hold it.</summary>
internal sealed class ShownEntire(Element child) : Wrapper(child)
{
    internal override Slice? Cut(LayoutContext context, Space space)
    {
        var slice = Child.Cut(context, space);
        return slice is { Rest: not null } && !space.IsTopOfPage ? null : slice;
    }
}

/// <summary>Within repeated content, shown the first time only or every time but the first.</summary>
internal sealed class ShownByRepetition(Element child, bool isFirstOnly) : Wrapper(child)
{
    internal override Slice? Cut(LayoutContext context, Space space) =>
        context.Repetition is 0 == isFirstOnly ? Child.Cut(context, space) : Slice.Empty;
}

internal sealed class PageBreak : Element
{
    internal override Slice? Cut(LayoutContext context, Space space) =>
        space.IsTopOfPage ? Slice.Empty : Slice.Empty.With(0, new Gap(0));
}

/// <summary>White room between two elements, which vanishes at the top and at the bottom of a page.</summary>
internal sealed class Gap(float height) : Element
{
    // A gap below a title must not end the chain that holds the title to what follows.
    internal override bool KeepsWithNext => true;

    internal override Slice? Cut(LayoutContext context, Space space) =>
        space.IsTopOfPage || !space.Holds(height) ? Slice.Empty : Slice.Empty.With(height, null);
}
