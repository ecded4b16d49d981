using System.Text;

namespace TkpkdPortal.Documents.Layout;

/// <summary>
/// Breaks a paragraph into lines: at spaces, at given soft hyphens, and only when a word is wider than the line,
/// before the last letters that fit. A no-break space is a letter like any other.
/// </summary>
internal sealed class LineBreaker(Paragraph paragraph, float width)
{
    private readonly string _text = paragraph.Text;

    public TextLine[] Break()
    {
        if (FitsOnOneLine() is { } whole) return [LineOf(0, whole, continues: false)];
        var lines = new List<TextLine>();
        var (start, continues) = (0, false);
        while (NextBreak(start) is { } end)
        {
            lines.Add(LineOf(start, end, continues));
            (start, continues) = (end.Next, end.DividesWord);
        }
        return [.. lines];
    }

    /// <summary>Most text of a table is one short line in one style.</summary>
    private Point? FitsOnOneLine()
    {
        if (paragraph.Stretches is not [var only] || _text.AsSpan().ContainsAny('\n', Paragraph.SoftHyphen)) return null;
        var used = only.Face.Width(_text, only.Run.Style.Size);
        return used <= width + Space.Tolerance ? new Point(_text.Length, _text.Length + 1, used) : null;
    }

    private Point? NextBreak(int start)
    {
        if (start > _text.Length) return null;
        Point? chosen = null;
        float used = 0, inked = 0;
        var position = start;
        while (position < _text.Length)
        {
            var letter = _text[position];
            if (letter is '\n') return new Point(position, position + 1, inked) { IsAtSpace = true };
            if (letter is ' ')
            {
                if (inked > 0) chosen = new Point(TrimmedEnd(start, position), AfterSpaces(position), inked) { IsAtSpace = true };
                used += Advance(position);
                position++;
                continue;
            }
            if (letter is Paragraph.SoftHyphen)
            {
                if (used + Hyphen(position) <= width) chosen = Divided(position, position + 1, used);
                position++;
                continue;
            }
            var advance = Advance(position);
            if (used + advance > width + Space.Tolerance && position > start)
                return chosen ?? LastLettersThatFit(start);
            used += advance;
            inked = used;
            position += LettersAt(position);
        }
        return new Point(_text.Length, _text.Length + 1, inked);
    }

    /// <summary>Divides a word that is wider than the line; at least one letter goes on each line.</summary>
    private Point LastLettersThatFit(int start)
    {
        var position = start + LettersAt(start);
        var used = Advance(start);
        while (used + Advance(position) + Hyphen(position + 1) <= width)
        {
            used += Advance(position);
            position += LettersAt(position);
        }
        return Divided(position, position, used);
    }

    /// <summary>Two for a character outside the basic plane.</summary>
    private int LettersAt(int position) => Rune.TryGetRuneAt(_text, position, out var rune) ? rune.Utf16SequenceLength : 1;

    private Point Divided(int end, int next, float used) => new(end, next, used + Hyphen(end)) { DividesWord = true };

    private int TrimmedEnd(int start, int position)
    {
        while (position > start && _text[position - 1] is ' ') position--;
        return position;
    }

    private int AfterSpaces(int position)
    {
        while (position < _text.Length && _text[position] is ' ') position++;
        return position;
    }

    private float Advance(int position)
    {
        var stretch = paragraph.StretchAt(position);
        var rune = Rune.TryGetRuneAt(_text, position, out var valid) ? valid : Rune.ReplacementChar;
        return stretch.Face.Advance(rune.Value, stretch.Run.Style.Size);
    }

    private float Hyphen(int position)
    {
        var stretch = paragraph.StretchAt(position - 1);
        return stretch.Face.Advance('-', stretch.Run.Style.Size);
    }

    private TextLine LineOf(int start, Point end, bool continues)
    {
        var (height, largest) = (0f, default(Stretch));
        foreach (var stretch in paragraph.Stretches)
        {
            var isInLine = (stretch.Start < end.End && stretch.End > start) || (stretch.Start <= start && stretch.End >= end.End);
            if (!isInLine) continue;
            height = Math.Max(height, stretch.Run.Style.Leading);
            if (largest.Run is null || stretch.Run.Style.Size > largest.Run.Style.Size) largest = stretch;
        }
        if (height is 0) height = paragraph.Style.Leading;
        var baseline = largest.Run is null ? height : BaselineOf(largest, height);
        return new TextLine(start, end.End, end.Width, height, baseline)
        {
            DividesWord = end.DividesWord,
            ContinuesWord = continues,
            EndsAtSpace = end.IsAtSpace,
        };
    }

    /// <summary>The letters stand in the middle of the line height, as far as their heights and depths go.</summary>
    private static float BaselineOf(Stretch stretch, float height)
    {
        var scale = stretch.Run.Style.Size / stretch.Face.UnitsPerEm;
        var (above, below) = (stretch.Face.Ascender * scale, -stretch.Face.Descender * scale);
        return (height - above - below) / 2 + above;
    }

    private readonly record struct Point(int End, int Next, float Width)
    {
        public bool DividesWord { get; init; }

        public bool IsAtSpace { get; init; }
    }
}
