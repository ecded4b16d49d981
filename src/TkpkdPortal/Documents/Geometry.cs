namespace TkpkdPortal.Documents;

/// <summary>The room offered to an element. At the top of a page there is no better place to wait for.</summary>
internal readonly record struct Space(float Width, float Height, bool IsTopOfPage)
{
    /// <summary>Sums of measures in floats may differ by less than any printer shows.</summary>
    public const float Tolerance = 0.01f;

    private const float Unbounded = 100_000;

    /// <summary>Room without a page, to learn how large an element would like to be.</summary>
    public static Space Free(float width = Unbounded) => new(width, Unbounded, IsTopOfPage: false);

    public bool Holds(float height) => height <= Height + Tolerance;

    public Space Less(float width, float height) => new(Width - width, Height - height, IsTopOfPage);
}

/// <summary>A rectangle of the page, counted from its top left corner.</summary>
internal readonly record struct Area(float X, float Y, float Width, float Height)
{
    public float Right => X + Width;

    public float Bottom => Y + Height;
}

internal enum HorizontalAlignment : byte
{
    Left,
    Center,
    Right,
}

internal enum VerticalAlignment : byte
{
    Top,
    Middle,
    Bottom,
}

internal static class AlignmentShares
{
    /// <summary>The share of the spare room that goes before the content.</summary>
    public static float Before(this HorizontalAlignment alignment) => (int)alignment / 2f;

    public static float Before(this VerticalAlignment alignment) => (int)alignment / 2f;
}
