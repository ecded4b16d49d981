using TkpkdPortal.Documents.Pdf;

namespace TkpkdPortal.Documents;

/// <summary>How text is set. Line height is in points, as the type scale gives it ("10/14"), and is inherited as such.</summary>
public sealed record TextStyle
{
    private TextStyle()
    {
    }

    public static TextStyle Default { get; } = new();

    internal float Size { get; private init; } = 10;

    internal float Leading { get; private init; } = 14;

    internal bool IsBold { get; private init; }

    internal bool IsItalic { get; private init; }

    internal Color Color { get; private init; }

    /// <summary>A style of the scale: size and line height in points.</summary>
    public static TextStyle Of(float size, float lineHeight) => new() { Size = size, Leading = lineHeight };

    public TextStyle FontSize(float points) => this with { Size = points };

    public TextStyle Bold(bool isBold = true) => this with { IsBold = isBold };

    public TextStyle Italic(bool isItalic = true) => this with { IsItalic = isItalic };

    public TextStyle FontColor(Color color) => this with { Color = color };

    internal FontFace FaceFrom(FontLibrary fonts) => fonts.Face(IsBold, IsItalic);
}
