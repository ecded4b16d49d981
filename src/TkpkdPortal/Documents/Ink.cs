namespace TkpkdPortal.Documents;

/// <summary>The inks of the papers: four ordered classes that black-and-white copies still tell apart.</summary>
public static class Ink
{
    public static Color Dark { get; } = Color.FromHex("#06323B");

    public static Color MiddleDark { get; } = Color.FromHex("#2F7885");

    public static Color MiddleLight { get; } = Color.FromHex("#9CC5CD");

    public static Color Light { get; } = Color.FromHex("#E4F0F2");

    /// <summary>Dark to light, the order in which classes are drawn.</summary>
    public static IReadOnlyList<Color> Classes { get; } = [Dark, MiddleDark, MiddleLight, Light];
}
