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

    /// <summary>Text on a class: plated, except on the one class that is light enough.</summary>
    public static void TextOn(this Canvas canvas, ChartFill fill, float x, float baseline, string text, TextStyle style)
    {
        if (fill is ChartFill.Light) canvas.Text(x, baseline, text, style, TextAnchor.Middle);
        else canvas.PlatedText(x, baseline, text, style, TextAnchor.Middle);
    }
}
