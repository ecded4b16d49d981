namespace TkpkdPortal.Documents.Layout;

/// <summary>A stretch of text in one style; the text of some, such as page numbers, is only known on the page.</summary>
internal sealed class TextRun(TextStyle style, Tag tag)
{
    public TextStyle Style { get; set; } = style;

    public Tag Tag { get; } = tag;

    public string Text { get; init; } = "";

    public Func<LayoutContext, string>? TextOnPage { get; init; }

    public TextRun Sized(float size) =>
        new(Style.FontSize(size), Tag) { Text = Text, TextOnPage = TextOnPage };
}
