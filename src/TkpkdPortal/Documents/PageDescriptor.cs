using TkpkdPortal.Documents.Layout;

namespace TkpkdPortal.Documents;

/// <summary>Composes a run of pages of one size: what stands above, within and below them. Measures are in points.</summary>
public sealed class PageDescriptor
{
    private readonly Container _header;
    private readonly Container _content;
    private readonly Container _footer;
    private PageSize _size = PageSizes.A4;
    private Edges _margins;
    private bool _isOnWholeSheets;

    internal PageDescriptor(Inherited inherited)
    {
        // Header and footer are no part of what is read, except for what names its meaning, such as a mark.
        var aside = inherited with { Tag = inherited.Tag.Artifact() };
        (_header, _content, _footer) = (Container.Of(aside), Container.Of(inherited), Container.Of(aside));
    }

    public void Size(PageSize size) => _size = size;

    public void Margin(float points) => _margins = new Edges(points, points, points, points);

    public void MarginLeft(float points) => _margins = _margins with { Left = points };

    public void MarginTop(float points) => _margins = _margins with { Top = points };

    public void MarginRight(float points) => _margins = _margins with { Right = points };

    public void MarginBottom(float points) => _margins = _margins with { Bottom = points };

    /// <summary>For printing on both sides: the next run begins on a new sheet.</summary>
    public void OnWholeSheets() => _isOnWholeSheets = true;

    public void DefaultTextStyle(Func<TextStyle, TextStyle> change)
    {
        foreach (var part in (Container[])[_header, _content, _footer]) part.Restyle(change(part.Inherited.Style));
    }

    /// <summary>Repeated at the top of every page, within the margins.</summary>
    public Container Header() => _header;

    public Container Content() => _content;

    /// <summary>Repeated at the foot of every page, within the margins.</summary>
    public Container Footer() => _footer;

    internal PageRun Build() => new(_size, _margins, _header, _content, _footer, _isOnWholeSheets);
}
