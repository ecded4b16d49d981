using System.Globalization;
using TkpkdPortal.Documents.Layout;

namespace TkpkdPortal.Documents;

/// <summary>Composes a paragraph of spans.</summary>
public sealed class TextDescriptor
{
    private readonly TextBlock _block;

    internal TextDescriptor(TextBlock block) => _block = block;

    public void AlignLeft() => _block.Alignment = HorizontalAlignment.Left;

    public void AlignCenter() => _block.Alignment = HorizontalAlignment.Center;

    public void AlignRight() => _block.Alignment = HorizontalAlignment.Right;

    /// <summary>Sets the style of the spans that follow.</summary>
    public void DefaultTextStyle(Func<TextStyle, TextStyle> change) => _block.Style = change(_block.Style);

    public TextSpanDescriptor Span(string text) => Add(new TextRun(_block.Style, _block.Tag) { Text = text });

    /// <summary>A span after which a new line begins.</summary>
    public TextSpanDescriptor Line(string text) => Span(text + "\n");

    public TextSpanDescriptor CurrentPageNumber() => OnPage(context => Number(context.CurrentPage));

    public TextSpanDescriptor TotalPages() => OnPage(context => Number(context.Numbers.Total));

    /// <summary>The page within its run of pages.</summary>
    public TextSpanDescriptor PageOfRun() => OnPage(context => Number(context.PageOfRun));

    public TextSpanDescriptor PagesOfRun() => OnPage(context => Number(context.Numbers.OfRun(context.Run)));

    public TextSpanDescriptor BeginPageNumberOfSection(string section) => OnPage(context => Number(context.Numbers.Section(section)));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private TextSpanDescriptor OnPage(Func<LayoutContext, string> text) => Add(new TextRun(_block.Style, _block.Tag) { TextOnPage = text });

    private TextSpanDescriptor Add(TextRun run)
    {
        _block.Add(run);
        return new TextSpanDescriptor(run);
    }
}
