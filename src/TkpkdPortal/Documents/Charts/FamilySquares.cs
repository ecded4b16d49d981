namespace TkpkdPortal.Documents.Charts;

/// <summary>A place with the sizes of its families, and what is printed beside them.</summary>
public sealed record FamilyRow(
    string Name, string Place, IReadOnlyList<int> Families, string Total, string Note, ChartFill Fill = ChartFill.MiddleLight);

/// <summary>One square a person, one cluster a family: for fewer than a hundred people.</summary>
public sealed record FamilySquares : Chart
{
    private const int SquaresPerStack = 3;
    private const float Side = 3.4f;
    private const float Step = 4.2f;
    private const float FamilyGap = 2.6f;
    private const float Margin = 0.8f;
    private const float LineHeight = SquaresPerStack * Step + 2;
    private const float SquaresFrom = 38;
    private const float NoteWidth = 28;

    private static readonly TextStyle NameStyle = TextStyle.Of(10, 14);

    public required string Message { get; init; }

    public required IReadOnlyList<FamilyRow> Rows { get; init; }

    public override float Width { get; init; } = 168;

    public override float Height => Rows.Sum(row => LinesOf(row) * LineHeight);

    public override string AlternativeText => Told(Message, Rows.Select(row => $"{row.Name} {row.Total} ({row.Note})"));

    private float SquaresTo => Width - NoteWidth;

    public override void Draw(Canvas canvas)
    {
        var top = 0f;
        foreach (var (index, row) in Rows.Index())
        {
            if (index > 0) canvas.Line(0, top, Width, top, new Stroke(0.5f));
            DrawWords(canvas, row, top + Margin, index is 0 ? NameStyle.Bold() : NameStyle);
            foreach (var (x, line, size) in Places(row)) DrawFamily(canvas, x, top + Margin + line * LineHeight, size, row.Fill);
            top += LinesOf(row) * LineHeight;
        }
    }

    private void DrawWords(Canvas canvas, FamilyRow row, float top, TextStyle style)
    {
        var isWide = canvas.TextWidth(row.Name, style) > SquaresFrom - Margin;
        Label(canvas, top + (isWide ? 3.2f : 2.4f), SquaresFrom - Margin, row.Name, style);
        Label(canvas, top + (isWide ? 9.8f : 7.1f), SquaresFrom - Margin, row.Place, LabelStyle);
        canvas.Text(Width, top + 3.6f, row.Total, style, TextAnchor.End);
        canvas.Text(Width, top + 8.2f, row.Note, LabelStyle, TextAnchor.End);
    }

    private static void DrawFamily(Canvas canvas, float x, float top, int size, ChartFill fill)
    {
        for (var person = 0; person < size; person++)
        {
            var (stack, place) = Math.DivRem(person, SquaresPerStack);
            canvas.Box(x + stack * Step, top + place * Step, Side, Side, fill);
        }
    }

    private int LinesOf(FamilyRow row) => Places(row).Select(place => place.Line).DefaultIfEmpty(0).Max() + 1;

    /// <summary>Where each family stands; many families go on on further lines.</summary>
    private IEnumerable<(float X, int Line, int Size)> Places(FamilyRow row)
    {
        var (x, line) = (SquaresFrom, 0);
        foreach (var size in row.Families)
        {
            var width = (size + SquaresPerStack - 1) / SquaresPerStack * Step;
            if (x + width > SquaresTo && x > SquaresFrom) (x, line) = (SquaresFrom, line + 1);
            yield return (x, line, size);
            x += width + FamilyGap;
        }
    }
}
