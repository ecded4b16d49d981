namespace TkpkdPortal.Documents.Charts;

/// <summary>The classes of a chart, dark to light; the hatch is for what is none of them.</summary>
public enum ChartFill
{
    Dark,
    MiddleDark,
    MiddleLight,
    Light,
    Hatched,
}

internal static class ChartFillDrawing
{
    /// <summary>A box in its class, with the outline that keeps light classes visible on paper.</summary>
    public static void Box(this Canvas canvas, float x, float y, float width, float height, ChartFill fill)
    {
        if (fill is ChartFill.Hatched) canvas.Hatch(x, y, width, height, Stroke.Outline);
        else canvas.Rectangle(x, y, width, height, Ink.Classes[(int)fill], Stroke.Outline);
    }
}
