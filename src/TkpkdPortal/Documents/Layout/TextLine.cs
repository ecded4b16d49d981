namespace TkpkdPortal.Documents.Layout;

/// <summary>One line of a paragraph: its place in the text and its measures.</summary>
internal readonly record struct TextLine(int Start, int End, float Width, float Height, float Baseline)
{
    /// <summary>Whether the last word goes on in the next line.</summary>
    public bool DividesWord { get; init; }

    /// <summary>Whether the line begins with the rest of a divided word.</summary>
    public bool ContinuesWord { get; init; }

    /// <summary>Whether a space or a given line break was left out at the end; a space is still written, so that words stay apart for readers.</summary>
    public bool EndsAtSpace { get; init; }
}
