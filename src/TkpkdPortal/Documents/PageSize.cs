namespace TkpkdPortal.Documents;

/// <summary>The sheet, in points.</summary>
public sealed record PageSize(float Width, float Height)
{
    public PageSize Landscape() => new(Height, Width);
}

/// <summary>The sheets of Indonesian offices.</summary>
public static class PageSizes
{
    public static PageSize A4 { get; } = new(210.Mm(), 297.Mm());

    /// <summary>Folio as sold in Indonesia, 215 × 330 mm.</summary>
    public static PageSize F4 { get; } = new(215.Mm(), 330.Mm());
}
