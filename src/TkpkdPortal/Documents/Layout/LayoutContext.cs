using TkpkdPortal.Documents.Pdf;

namespace TkpkdPortal.Documents.Layout;

/// <summary>What elements need to know while they are cut.</summary>
internal sealed class LayoutContext(FontLibrary fonts, PageNumbers numbers)
{
    public FontLibrary Fonts { get; } = fonts;

    public PageNumbers Numbers { get; } = numbers;

    public int CurrentPage { get; set; }

    /// <summary>The page within its run, from one.</summary>
    public int PageOfRun { get; set; }

    /// <summary>The run that is being laid out, from zero.</summary>
    public int Run { get; set; }

    /// <summary>The height that the current page leaves for its content.</summary>
    public float PageHeight { get; set; }

    /// <summary>How often a repeated element, such as the header of the page, has been shown before.</summary>
    public int Repetition { get; private set; }

    public Slice? CutRepeated(Element element, Space space, int repetition)
    {
        var outer = Repetition;
        Repetition = repetition;
        var slice = element.Cut(this, space);
        Repetition = outer;
        return slice;
    }
}
