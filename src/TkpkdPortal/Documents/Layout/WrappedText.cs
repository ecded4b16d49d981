using TkpkdPortal.Documents.Pdf;

namespace TkpkdPortal.Documents.Layout;

/// <summary>A paragraph broken into lines for one width.</summary>
internal sealed class WrappedText(
    Paragraph paragraph, TextLine[] lines, FontLibrary fonts, float width, HorizontalAlignment alignment, Tag tag)
{
    private const int LinesKeptTogether = 2;

    public Paragraph Paragraph { get; } = paragraph;

    public HorizontalAlignment Alignment { get; } = alignment;

    public Tag Tag { get; } = tag;

    public ReadOnlySpan<TextLine> Lines => lines;

    public bool IsFor(FontLibrary library, float room) => ReferenceEquals(library, fonts) && room == width;

    public Slice? CutFrom(int first, Space space)
    {
        var (last, height, widest) = (first, 0f, 0f);
        while (last < lines.Length && space.Holds(height + lines[last].Height))
        {
            height += lines[last].Height;
            widest = Math.Max(widest, lines[last].Width);
            last++;
        }
        var allowed = Allowed(first, last, space.IsTopOfPage);
        for (; last > allowed; last--) height -= lines[last - 1].Height;
        if (last == first) return null;
        return new Slice(widest, height, last < lines.Length ? new Remainder(this, last) : null,
            (painter, area) => new TextPainter(this, painter).Paint(first, last, area));
    }

    /// <summary>How many lines may stay, so that neither page is left with a single one.</summary>
    private int Allowed(int first, int last, bool isTopOfPage)
    {
        if (last == lines.Length) return last;
        var allowed = Math.Min(last, lines.Length - LinesKeptTogether);
        if (allowed - first >= LinesKeptTogether) return allowed;
        return isTopOfPage ? last : first;
    }

    private sealed class Remainder(WrappedText text, int first) : Element
    {
        internal override Slice? Cut(LayoutContext context, Space space) => text.CutFrom(first, space);
    }
}
