namespace TkpkdPortal.Documents.Layout;

/// <summary>A paragraph. Pages break it between lines, never leaving one line alone.</summary>
internal sealed class TextBlock(TextStyle style, Tag tag) : Element
{
    // Most blocks, and with them most memory of a long table, hold a single run.
    private readonly List<TextRun> _runs = new(1);
    private WrappedText? _wrapped;

    public TextStyle Style { get; set; } = style;

    public Tag Tag { get; } = tag;

    public HorizontalAlignment Alignment { get; set; }

    /// <summary>Down to which size the text shrinks in order to stay on one line.</summary>
    public float? SmallestSize { get; set; }

    /// <summary>Whether lines are made about equally long, as titles want it.</summary>
    public bool IsBalanced { get; set; }

    /// <summary>A title must not end a page.</summary>
    internal override bool KeepsWithNext => Tag.Role is TagRole.H1 or TagRole.H2 or TagRole.H3 or TagRole.Caption;

    public void Add(TextRun run) => _runs.Add(run);

    internal override Slice? Cut(LayoutContext context, Space space)
    {
        var wrapped = _wrapped is { } known && known.IsFor(context.Fonts, space.Width) ? known : Wrap(context, space.Width);
        return wrapped.CutFrom(0, space);
    }

    private WrappedText Wrap(LayoutContext context, float width)
    {
        var paragraph = new Paragraph(_runs, Style, context);
        var lines = new LineBreaker(paragraph, width).Break();
        if (SmallestSize is { } smallest && lines.Length > 1)
        {
            paragraph = new Paragraph(Shrunk(paragraph, width, smallest), Style, context);
            lines = new LineBreaker(paragraph, width).Break();
        }
        if (IsBalanced && lines.Length > 1) lines = Balanced(paragraph, width, lines);

        var wrapped = new WrappedText(paragraph, lines, context.Fonts, width, Alignment, Tag);
        // The next pass finds long text wrapped already. A single line is sooner measured again than kept, and text
        // with page numbers may have changed.
        if (lines.Length > 1 && _runs.TrueForAll(run => run.TextOnPage is null)) _wrapped = wrapped;
        return wrapped;
    }

    private List<TextRun> Shrunk(Paragraph paragraph, float width, float smallest)
    {
        var natural = new LineBreaker(paragraph, float.MaxValue).Break().Max(line => line.Width);
        var largest = _runs.Max(run => run.Style.Size);
        // Whole tenths of a point, rounded down, so that the text does fit.
        var size = Math.Max(smallest, MathF.Floor(largest * width / natural * 10) / 10);
        return _runs.ConvertAll(run => run.Sized(run.Style.Size * Math.Min(1, size / largest)));
    }

    /// <summary>Finds the narrowest measure that needs no more lines.</summary>
    private static TextLine[] Balanced(Paragraph paragraph, float width, TextLine[] lines)
    {
        var (narrow, wide) = (width / 2, width);
        while (wide - narrow > 1)
        {
            var middle = (narrow + wide) / 2;
            var tried = new LineBreaker(paragraph, middle).Break();
            var isWorse = tried.Length > lines.Length || tried.Count(line => line.DividesWord) > lines.Count(line => line.DividesWord);
            if (isWorse) narrow = middle;
            else (wide, lines) = (middle, tried);
        }
        return lines;
    }
}
