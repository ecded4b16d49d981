using TkpkdPortal.Documents.Layout;

namespace TkpkdPortal.Documents;

/// <summary>Sets how a span of text looks.</summary>
public class TextSpanDescriptor
{
    private protected TextSpanDescriptor()
    {
    }

    internal TextSpanDescriptor(TextRun run) => Run = run;

    private protected TextRun? Run { get; set; }

    internal virtual void Change(Func<TextStyle, TextStyle> change)
    {
        if (Run is not null) Run.Style = change(Run.Style);
    }
}

/// <summary>Sets how a paragraph of one span looks.</summary>
public sealed class TextBlockDescriptor : TextSpanDescriptor
{
    private readonly TextBlock _block;

    internal TextBlockDescriptor(TextBlock block) => _block = block;

    public TextBlockDescriptor AlignLeft() => Align(HorizontalAlignment.Left);

    public TextBlockDescriptor AlignCenter() => Align(HorizontalAlignment.Center);

    public TextBlockDescriptor AlignRight() => Align(HorizontalAlignment.Right);

    /// <summary>Shrinks the text to stay on one line, but not below a size.</summary>
    public TextBlockDescriptor ShrinkToFit(float smallestSize)
    {
        _block.SmallestSize = smallestSize;
        return this;
    }

    /// <summary>Makes the lines about equally long, so that no word of a title stands alone.</summary>
    public TextBlockDescriptor Balanced()
    {
        _block.IsBalanced = true;
        return this;
    }

    internal void Add(string text)
    {
        Run = new TextRun(_block.Style, _block.Tag) { Text = text };
        _block.Add(Run);
    }

    internal override void Change(Func<TextStyle, TextStyle> change)
    {
        base.Change(change);
        _block.Style = change(_block.Style);
    }

    private TextBlockDescriptor Align(HorizontalAlignment alignment)
    {
        _block.Alignment = alignment;
        return this;
    }
}

/// <summary>The look of text, for spans and for paragraphs of one span.</summary>
public static class TextSpanExtensions
{
    extension<T>(T span) where T : TextSpanDescriptor
    {
        public T Style(TextStyle style) => span.With(_ => style);

        public T Bold() => span.With(style => style.Bold());

        private T With(Func<TextStyle, TextStyle> change)
        {
            span.Change(change);
            return span;
        }
    }
}
