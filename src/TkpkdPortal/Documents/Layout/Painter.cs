using TkpkdPortal.Documents.Pdf;

namespace TkpkdPortal.Documents.Layout;

/// <summary>
/// Paints slices on pages. Without a writer nothing is drawn: the first pass only learns on which page each section
/// lies and how many pages there are.
/// </summary>
internal sealed class Painter(FontLibrary fonts, PdfWriter? writer)
{
    private readonly HashSet<string> _linked = new(StringComparer.Ordinal);
    private PdfPage? _page;
    private int _pageCount;
    private bool _isRepeated;

    public FontLibrary Fonts { get; } = fonts;

    public PageNumbers Found { get; } = new();

    /// <summary>The page's operators; null while pages are only counted.</summary>
    public PageContent? Content => _page?.Content;

    public void BeginPage(PageSize size)
    {
        _pageCount++;
        Found.CountPages(_pageCount);
        _page = writer?.BeginPage(size);
    }

    public void EndPage()
    {
        if (_page is not null) writer?.EndPage(_page);
    }

    /// <summary>Paints something shown before, such as the head of a table on its later pages: an artifact throughout.</summary>
    public void PaintRepeated(Slice slice, Area area, bool isRepeated)
    {
        var outer = _isRepeated;
        _isRepeated |= isRepeated;
        slice.Paint(this, area);
        _isRepeated = outer;
    }

    public void BeginMarked(Tag tag)
    {
        if (_page is null || writer is null) return;
        if (_isRepeated || tag.IsArtifact) _page.Content.BeginArtifact(_isRepeated);
        else _page.Content.BeginMarked(RoleNames.Of(tag.Role), writer.Structure.Mark(tag, _page.StructureKey, _page.Number));
    }

    public void BeginArtifact() => Content?.BeginArtifact(_isRepeated);

    public void EndMarked() => Content?.EndMarked();

    /// <summary>Tells where on the page a figure stands, which its tag must say.</summary>
    public void SetBox(Tag tag, Area area)
    {
        if (_page is null || _isRepeated || tag.Role is not TagRole.Figure) return;
        writer?.Structure.SetBox(tag, area.X, _page.Size.Height - area.Bottom, area.Right, _page.Size.Height - area.Y);
    }

    public void FillArea(Area area, Color color)
    {
        if (Content is not { } content) return;
        content.BeginArtifact(_isRepeated);
        content.Rectangle(area.X, area.Y, area.Width, area.Height);
        content.Fill(color);
        content.EndMarked();
    }

    /// <summary>
    /// Straight rules, each given as the area it covers. They are stroked, not filled: screens show a fine stroke as a
    /// clear line and a fine area as a grey haze.
    /// </summary>
    public void DrawRules(IEnumerable<Area> rules)
    {
        if (Content is not { } content) return;
        foreach (var sameWeight in rules.Where(rule => rule is { Width: > 0, Height: > 0 }).GroupBy(rule => Math.Min(rule.Width, rule.Height)))
        {
            content.BeginArtifact(_isRepeated);
            foreach (var rule in sameWeight)
            {
                var isFlat = rule.Width >= rule.Height;
                var (x, y) = (rule.X + rule.Width / 2, rule.Y + rule.Height / 2);
                content.MoveTo(isFlat ? rule.X : x, isFlat ? y : rule.Y);
                content.LineTo(isFlat ? rule.Right : x, isFlat ? y : rule.Bottom);
            }
            content.Stroke(new Stroke(sameWeight.Key));
            content.EndMarked();
        }
    }

    public EmbeddedFont? FontOf(FontFace face) => writer?.FontOf(face);

    public void Section(string name, float y)
    {
        Found.MarkSection(name, _pageCount);
        if (_page is not null) writer?.AddDestination(name, _page, y);
    }

    public void Bookmark(string title, int level, float y)
    {
        if (_page is not null && !_isRepeated) writer?.AddBookmark(title, level, _page, y);
    }

    public void Link(Area area, string section, string description, Tag tag)
    {
        _linked.Add(section);
        if (_page is not null) writer?.AddLink(_page, area, section, description, _isRepeated || tag.IsArtifact ? null : tag);
    }

    public void RequireSections()
    {
        if (_linked.FirstOrDefault(section => !Found.Knows(section)) is { } missing)
            throw new DocumentLayoutException($"The document links to section '{missing}', which it does not contain.");
    }
}
