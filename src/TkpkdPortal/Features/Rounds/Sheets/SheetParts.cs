using TkpkdPortal.Documents;
using TkpkdPortal.Papers;

namespace TkpkdPortal.Features.Rounds.Sheets;

/// <summary>What a form is made of that a hand fills: boxes to tick, cells for digits, lines to write on.</summary>
internal static class SheetParts
{
    public const float BoxSide = 4.2f, LineHeight = 8, OptionGap = 3;

    // Of a letter at one point, in millimetres: a little more than the mean of Arimo, so that a line estimated to fit does.
    private const float CharacterWidth = 0.178f;

    public static readonly TextStyle Body = TextStyle.Of(11, 15), Option = TextStyle.Of(10.5f, 13.5f), Known = TextStyle.Of(12, 15).Bold(), Heading = TextStyle.Of(12, 15).Bold(), Small = TextStyle.Of(8.5f, 11.5f);

    /// <summary>A part of the form under its heavy rule, kept on one side where a side can hold it.</summary>
    public static void Part(ColumnDescriptor column, string title, Action<ColumnDescriptor> compose) => column.Item().PaddingTop(2.5f.Mm()).ShowEntire().SemanticSection().Column(part =>
    {
        part.Item().BorderTop(1.25f).PaddingTop(1.4f.Mm() + 1.25f).PaddingBottom(1.6f.Mm()).SemanticHeader2().Text(title).Style(Heading);
        compose(part);
    });

    /// <summary>Options in columns, each with its code.</summary>
    public static void Options(ColumnDescriptor column, int across, IEnumerable<(string Code, string Text)> options, TextStyle? style = null, float gap = 1.6f)
    {
        foreach (var (i, line) in options.Chunk(across).Index())
        {
            column.Item().PaddingTop(i == 0 ? 0 : gap.Mm()).Row(row =>
            {
                row.Spacing(3.Mm());
                foreach (var (code, text) in line)
                    row.RelativeItem().Element(cell => Tick(cell, code, text, style ?? Option));
                for (var empty = line.Length; empty < across; empty++)
                    row.RelativeItem();
            });
        }
    }

    /// <summary>Options beside each other, as many in a line as fit; for lists of which one option is long and the others are short.</summary>
    public static void Flow(ColumnDescriptor column, float width, IEnumerable<(string Code, string Text)> options, TextStyle style)
    {
        var (lines, taken) = (new List<List<(string Code, string Text)>>(), float.MaxValue);
        foreach (var option in options)
        {
            var needed = BoxSide + 1.2f + (CharacterWidth * style.Size * (option.Text.Length + option.Code.Length + 1)) + OptionGap;
            if (taken + needed > width + OptionGap)
            {
                lines.Add([]);
                taken = 0;
            }
            lines[^1].Add(option);
            taken += needed;
        }
        foreach (var (i, line) in lines.Index())
        {
            column.Item().PaddingTop(i == 0 ? 0 : 0.6f.Mm()).Row(row =>
            {
                row.Spacing(OptionGap.Mm());
                foreach (var (code, text) in line)
                {
                    var item = line.Count == 1 ? row.RelativeItem() : row.AutoItem();
                    item.Element(cell => Tick(cell, code, text, style, isAlone: line.Count == 1));
                }
            });
        }
    }

    public static void Tick(Container container, string code, string text, TextStyle style, bool isAlone = true) => container.Row(row =>
    {
        row.ConstantItem((BoxSide + 1.2f).Mm()).Element(Box);
        (isAlone ? row.RelativeItem() : row.AutoItem()).Text(words =>
        {
            words.DefaultTextStyle(_ => style);
            if (code.Length > 0)
                words.Span(code + "\u00a0\u00a0").Bold();
            words.Span(PaperText.Bound(text));
        });
    });

    public static void Box(Container container) => container.Canvas(BoxSide.Mm(), BoxSide.Mm(), canvas => canvas.Rectangle(0.2f, 0.2f, BoxSide - 0.4f, BoxSide - 0.4f, stroke: new Stroke(0.9f)));

    /// <summary>Cells for digits: "__/__/____".</summary>
    public static void Digits(Container container, params IReadOnlyList<int> groups) => container.Canvas(((groups.Sum() * 6f) + ((groups.Count - 1) * 4f)).Mm(), 7.5f.Mm(), canvas =>
    {
        var x = 0.2f;
        foreach (var (i, digits) in groups.Index())
        {
            if (i > 0)
            {
                canvas.Text(x + 1.2f, 5.3f, "/", Body);
                x += 4;
            }
            for (var digit = 0; digit < digits; digit++, x += 6)
                canvas.Rectangle(x, 0.2f, 6, 7.1f, stroke: new Stroke(0.9f));
        }
    });

    public static void Line(Container container, string label = "", float height = LineHeight) => container.Height(height.Mm()).BorderBottom(0.75f).AlignTop().Text(label).Style(TextStyle.Of(8, 9));
}
