using System.Text;
using TkpkdPortal.Documents.Pdf;

namespace TkpkdPortal.Documents.Layout;

/// <summary>The text of a block as one string, with the faces it is set in.</summary>
internal sealed class Paragraph
{
    public const char SoftHyphen = '\u00AD';

    private readonly Stretch[] _stretches;

    public Paragraph(IReadOnlyList<TextRun> runs, TextStyle style, LayoutContext context)
    {
        _stretches = new Stretch[runs.Count];
        Style = style;
        if (runs is [{ TextOnPage: null } only])
        {
            Text = Clean(only.Text);
            _stretches[0] = new Stretch(0, Text.Length, only, only.Style.FaceFrom(context.Fonts));
            return;
        }
        var text = new StringBuilder();
        foreach (var (index, run) in runs.Index())
        {
            var start = text.Length;
            text.Append(Clean(run.TextOnPage?.Invoke(context) ?? run.Text));
            _stretches[index] = new Stretch(start, text.Length, run, run.Style.FaceFrom(context.Fonts));
        }
        Text = text.ToString();
    }

    public string Text { get; }

    /// <summary>The style of the block, which also gives empty lines their height.</summary>
    public TextStyle Style { get; }

    public IReadOnlyList<Stretch> Stretches => _stretches;

    public Stretch StretchAt(int position)
    {
        foreach (var stretch in _stretches)
            if (position < stretch.End) return stretch;
        return _stretches[^1];
    }

    public int WordStart(int position)
    {
        while (position > 0 && Text[position - 1] is not (' ' or '\n')) position--;
        return position;
    }

    public int WordEnd(int position)
    {
        while (position < Text.Length && Text[position] is not (' ' or '\n')) position++;
        return position;
    }

    /// <summary>A whole word as it reads, without the points where it may be divided.</summary>
    public string Word(int position) =>
        Text[WordStart(position)..WordEnd(position)].Replace(SoftHyphen.ToString(), null, StringComparison.Ordinal);

    /// <summary>Text from a database may hold tabs and other controls, which no font draws.</summary>
    private static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\0', '\x1F') < 0) return text;
        return string.Concat(text.ReplaceLineEndings("\n").Select(letter => letter is '\n' || letter >= ' ' ? letter : ' '));
    }
}

/// <summary>Where a run lies in the text of its paragraph.</summary>
internal readonly record struct Stretch(int Start, int End, TextRun Run, FontFace Face);
