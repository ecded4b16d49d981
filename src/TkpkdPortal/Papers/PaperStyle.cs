using TkpkdPortal.Documents;

namespace TkpkdPortal.Papers;

/// <summary>Type of the papers, in points: size and leading.</summary>
public static class PaperStyle
{
    public static TextStyle Body { get; } = TextStyle.Of(10, 14);

    public static TextStyle Lead { get; } = TextStyle.Of(11.5f, 16.5f);

    public static TextStyle Cover { get; } = TextStyle.Of(27, 32).Bold().FontColor(Ink.Dark);

    public static TextStyle H1 { get; } = TextStyle.Of(17, 21).Bold().FontColor(Ink.Dark);

    public static TextStyle H1Continued { get; } = TextStyle.Of(12, 15).Bold().FontColor(Ink.Dark);

    public static TextStyle H2 { get; } = TextStyle.Of(12, 15).Bold();

    public static TextStyle H3 { get; } = TextStyle.Of(10, 13).Bold();

    public static TextStyle Note { get; } = TextStyle.Of(8, 10.5f);

    public static TextStyle Small { get; } = TextStyle.Of(8.5f, 11.5f);
}
